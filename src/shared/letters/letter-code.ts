/**
 * The QR code of a letter: what it claims and the district key's signature over it, short enough to scan from a bad print.
 * Text: `SLRT1:` and base45 of payload, signature (64) and a CRC-16, which tells a bad scan from a forgery. Payload: version (1), days since
 * 1970 (2), data hash (16), key id (4), then number, letter type, initials and NIK tail, each a length byte and UTF-8.
 */
import { dateOfDayNumber, dayNumber, type LocalDate } from '#shared/clock'
import { decodeBase45, encodeBase45 } from '#shared/letters/base45'
import { hasControlCharacters } from '#shared/text'
import { decodeUtf8, encodeUtf8 } from '#shared/utf8'

export type LetterClaims = {
  number: string
  issuedOn: LocalDate
  letterType: string
  /** The first 16 bytes of the SHA-256 of the letter's data. */
  dataHash: Uint8Array
  /** 8 hexadecimal digits. */
  keyId: string
  initials: string
  nikTail: string
}

export type LetterCode =
  | { ok: true; claims: LetterClaims; payload: Uint8Array; signature: Uint8Array }
  | { ok: false; problem: 'not-a-letter-code' | 'damaged' | 'newer-version' }

const version = 1
const signatureSize = 64
const checksumSize = 2
const hashSize = 16
const fixedSize = 1 + 2 + hashSize + 4
const longestText = 1_000

/** Bytes of UTF-8 that each text may take, in the order of the payload. */
const textSizes = { number: 80, letterType: 40, initials: 32, nikTail: 16 } as const
const textFields = ['number', 'letterType', 'initials', 'nikTail'] as const satisfies (keyof typeof textSizes)[]

/** The bytes to be signed; throws on claims that do not fit, for a code must not say less than its letter. */
export function encodeLetterCode(claims: LetterClaims): Uint8Array {
  const days = dayNumber(claims.issuedOn)
  if (days < 0 || days > 0xffff) throw new RangeError('a letter is issued between 1970 and 2149')
  if (claims.dataHash.length !== hashSize) throw new RangeError('the data hash has 16 bytes')
  if (!/^[0-9a-f]{8}$/.test(claims.keyId)) throw new RangeError('a key id has 8 hexadecimal digits')
  const keyBytes = [0, 2, 4, 6].map(at => Number.parseInt(claims.keyId.slice(at, at + 2), 16))
  const texts = textFields.flatMap(field => {
    const bytes = encodeUtf8(claims[field])
    if (bytes.length > textSizes[field] || hasControlCharacters(claims[field])) throw new RangeError(`${field} does not fit a letter code`)
    return [bytes.length, ...bytes]
  })
  return Uint8Array.from([version, days >> 8, days & 0xff, ...claims.dataHash, ...keyBytes, ...texts])
}

/** The text of the QR code for a payload and its Ed25519 signature. */
export function letterCodeText(payload: Uint8Array, signature: Uint8Array): string {
  if (signature.length !== signatureSize) throw new RangeError('an Ed25519 signature has 64 bytes')
  const checksum = crc16([...payload, ...signature])
  return `SLRT${version}:${encodeBase45(Uint8Array.from([...payload, ...signature, checksum >> 8, checksum & 0xff]))}`
}

/** What a scanned or typed text claims. It proves nothing until the signature over `payload` has been verified with the key of `keyId`. */
export function parseLetterCode(text: string): LetterCode {
  if (text.length > longestText) return { ok: false, problem: 'not-a-letter-code' }
  const match = /^SLRT([1-9]\d{0,2}):(.*)$/s.exec(text.trim())
  if (!match) return { ok: false, problem: 'not-a-letter-code' }
  if (Number(match[1]) > version) return { ok: false, problem: 'newer-version' }
  const bytes = decodeBase45(match[2] ?? '')
  if (!bytes || bytes.length < fixedSize + signatureSize + checksumSize) return { ok: false, problem: 'damaged' }

  const signed = bytes.subarray(0, -checksumSize)
  if (crc16(signed) !== uint16(bytes, signed.length)) return { ok: false, problem: 'damaged' }
  const payload = signed.slice(0, -signatureSize)
  if ((payload[0] ?? 0) > version) return { ok: false, problem: 'newer-version' }
  const claims = readPayload(payload)
  return claims ? { ok: true, claims, payload, signature: signed.slice(-signatureSize) } : { ok: false, problem: 'damaged' }
}

function readPayload(payload: Uint8Array): LetterClaims | undefined {
  if (payload[0] !== version) return undefined
  const texts: string[] = []
  let at = fixedSize
  for (const field of textFields) {
    const size = payload[at]
    if (size === undefined || size > textSizes[field] || at + 1 + size > payload.length) return undefined
    const read = decodeUtf8(payload.subarray(at + 1, at + 1 + size))
    if (read === undefined || hasControlCharacters(read)) return undefined
    texts.push(read)
    at += 1 + size
  }
  if (at !== payload.length) return undefined
  const [number = '', letterType = '', initials = '', nikTail = ''] = texts
  const keyId = Array.from(payload.subarray(3 + hashSize, fixedSize), byte => byte.toString(16).padStart(2, '0')).join('')
  const dataHash = payload.slice(3, 3 + hashSize)
  return { number, issuedOn: dateOfDayNumber(uint16(payload, 1)), letterType, dataHash, keyId, initials, nikTail }
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
}

/** CRC-16/IBM-3740: finds every error that stays within two neighbouring bytes, so every single wrong character. */
function crc16(bytes: Iterable<number>): number {
  let crc = 0xffff
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc
}
