import { decodeUtf8, encodeUtf8 } from '#shared/utf8'
import type { ByteReader, ByteWriter } from './codec/bytes'
import { FrameError } from './codec/frame-error'

/** A text behind its length in bytes. */
export function writeText(to: ByteWriter, value: string): void {
  const bytes = encodeUtf8(value)
  to.uint(bytes.length)
  to.put(bytes)
}

export function readText(from: ByteReader): string {
  const value = decodeUtf8(from.take(from.uint()))
  if (value === undefined) throw new FrameError('damaged')
  return value
}

/** In place of the length of a short text: what follows is a UUID. */
const UUID = 255

/** A short text that mostly is a UUID. */
export function writeName(to: ByteWriter, value: string): void {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
  const bytes = encodeUtf8(value)
  to.byte(isUuid ? UUID : bytes.length)
  if (isUuid) writeUuid(to, value)
  else to.put(bytes)
}

export function readName(from: ByteReader): string {
  const length = from.byte()
  if (length === UUID) return readUuid(from)
  const value = decodeUtf8(from.take(length))
  if (value === undefined) throw new FrameError('damaged')
  return value
}

export const writeUuid = (to: ByteWriter, value: string): void => to.put(bytesOf(value.replaceAll('-', '')))

export function readUuid(from: ByteReader): string {
  const hex = hexOf(from.take(16))
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The bytes of a text in hex digits. */
export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function hexOf(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += HEX[byte]
  return hex
}

/** JSON in which bytes stand as hex digits. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? { hex: hexOf(part) } : part))

/** What `toJson` wrote; throws a FrameError for what is no JSON. */
export function fromJson(value: string): unknown {
  try {
    return JSON.parse(value, (_, part) => (isHex(part) ? bytesOf(part.hex) : part))
  } catch {
    throw new FrameError('damaged')
  }
}

const isHex = (value: unknown): value is { hex: string } => typeof (value as { hex?: unknown } | null)?.hex === 'string'
