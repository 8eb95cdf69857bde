import { createHash, randomInt } from 'node:crypto'

/** Crockford's base 32: no letter that is read as a digit or heard as another letter. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10
/** The first four characters say which code is meant, so that a wrong guess at the other six counts against it. */
const SELECTOR = 4

export const DAY_MS = 24 * 3_600_000
export const MOST_TRIES = 5

export const newEnrolmentCode = (): string => Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** A code as somebody typed it, or undefined for what cannot be one: small letters, spaces and look-alikes are forgiven. */
export function readEnrolmentCode(text: string): string | undefined {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return plain.length === LENGTH && [...plain].every(letter => ALPHABET.includes(letter)) ? plain : undefined
}

/** A code as it is read aloud: two groups of five. */
export const spokenCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

export const selectorOf = (code: string): string => code.slice(0, SELECTOR)

/** What is kept of a code. */
export const codeHash = (code: string): string => createHash('sha256').update(`loket-slrt code 1\n${code}\n`).digest('hex')
