/** Base45 (RFC 9285): bytes in the alphabet that a QR code stores most densely. Its texts never end in a space, so trimming is harmless. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

const digitOf: ReadonlyMap<string, number> = new Map([...alphabet].map((character, index) => [character, index]))

export function encodeBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length
    const value = isPair ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0)
    text += alphabet.charAt(value % 45) + alphabet.charAt(Math.floor(value / 45) % 45)
    if (isPair) text += alphabet.charAt(Math.floor(value / 2025))
  }
  return text
}

/** The bytes, or undefined for a text that the encoder cannot have written; each text has one reading and each reading one text. */
export function decodeBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map(character => digitOf.get(character))
    const [low, middle, high = 0] = digits
    if (low === undefined || middle === undefined || digits.includes(undefined)) return undefined
    const value = low + middle * 45 + high * 2025
    const isPair = digits.length === 3
    if (value > (isPair ? 0xffff : 0xff)) return undefined
    if (isPair) bytes.push(value >> 8)
    bytes.push(value & 0xff)
  }
  return Uint8Array.from(bytes)
}
