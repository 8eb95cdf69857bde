import { decodeUtf8, encodeUtf8 } from '#shared/utf8'
import { FrameError } from './frame-error'

/** UTF-8 of many texts at once, quickly while they are ASCII. */
export function textBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) return encodeUtf8(text)
    bytes[at] = unit
  }
  return bytes
}

/** The text of UTF-8 bytes; throws a FrameError for bytes that are none. */
export function textOf(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes)
  if (text === undefined) throw new FrameError('damaged')
  return text
}
