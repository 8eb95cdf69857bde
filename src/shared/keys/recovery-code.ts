/** Crockford's letters: none is taken for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODE_BYTES = 16
const BODY = 26
/** The largest prime below two letters: any one wrong letter, and any two that changed places, are noticed. */
const PRIME = 1021n

/** A recovery code as it is written on paper: 16 bytes and their check, in groups of four. */
export function writeRecoveryCode(bytes: Uint8Array): string {
  const n = [...bytes].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const text = inLetters(n, BODY) + inLetters(n % PRIME, 2)
  return text.match(/.{4}/g)?.join('-') ?? text
}

/** The bytes of a code as somebody typed it from paper, in whatever case and grouping; undefined when a letter is wrong or missing. */
export function readRecoveryCode(typed: string): Uint8Array | undefined {
  const text = typed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/[\s-]/g, '')
  if (text.length !== BODY + 2 || [...text].some(letter => !LETTERS.includes(letter))) return undefined
  const n = inNumber(text.slice(0, BODY))
  if (n >= 1n << 128n || n % PRIME !== inNumber(text.slice(BODY))) return undefined
  return Uint8Array.from({ length: CODE_BYTES }, (_, i) => Number((n >> BigInt(8 * (CODE_BYTES - 1 - i))) & 255n))
}

const inNumber = (text: string): bigint => [...text].reduce((sum, letter) => sum * 32n + BigInt(LETTERS.indexOf(letter)), 0n)

const inLetters = (n: bigint, length: number): string =>
  Array.from({ length }, (_, i) => LETTERS[Number((n >> BigInt(5 * (length - 1 - i))) & 31n)]).join('')
