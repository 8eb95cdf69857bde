/** Crockford's letters: none is taken for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** The largest prime below two letters: any one wrong letter, and any two that changed places, are noticed. */
const PRIME = 1021n

/** Bytes as they are written on paper or told over the telephone: letters and their check, in groups of four. */
export function writeLetters(bytes: Uint8Array): string {
  const n = numberOf(bytes)
  const text = inLetters(n, bodyOf(bytes.length)) + inLetters(n % PRIME, 2)
  return text.match(/.{1,4}/g)?.join('-') ?? text
}

/** So many bytes as somebody typed them, in whatever case and grouping; undefined when a letter is wrong or missing. */
export function readLetters(typed: string, count: number): Uint8Array | undefined {
  const text = typed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/[\s-]/g, '')
  const body = bodyOf(count)
  if (text.length !== body + 2 || [...text].some(letter => !LETTERS.includes(letter))) return undefined
  const n = inNumber(text.slice(0, body))
  if (n >= 1n << BigInt(8 * count) || n % PRIME !== inNumber(text.slice(body))) return undefined
  return bytesOf(n, count)
}

/** Bytes as one number, the high byte first. */
const numberOf = (bytes: Uint8Array): bigint => [...bytes].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)

const bytesOf = (n: bigint, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, (_, i) => Number((n >> BigInt(8 * (count - 1 - i))) & 255n))

const bodyOf = (count: number): number => Math.ceil((count * 8) / 5)

const inNumber = (text: string): bigint => [...text].reduce((sum, letter) => sum * 32n + BigInt(LETTERS.indexOf(letter)), 0n)

const inLetters = (n: bigint, length: number): string =>
  Array.from({ length }, (_, i) => LETTERS[Number((n >> BigInt(5 * (length - 1 - i))) & 31n)]).join('')
