import { decodeUtf8, encodeUtf8 } from '#shared/utf8'
import { FrameError } from './frame-error'

const CHUNK = 4_096

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
  for (const byte of bytes) {
    if (byte < 0x80) continue
    const text = decodeUtf8(bytes)
    if (text === undefined) throw new FrameError('damaged')
    return text
  }
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return text
}
