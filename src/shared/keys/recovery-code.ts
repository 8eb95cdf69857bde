import { readLetters, writeLetters } from './code-letters'
import { readWords, writeWords } from './code-words'

export const CODE_BYTES = 16

/** A recovery code as it is written on paper, twice: in letters and in words. Either opens. */
export const writeRecoveryCode = (bytes: Uint8Array): string => writeLetters(bytes)
export const wordsOfCode = (bytes: Uint8Array): string[] => writeWords(bytes)

/** How much of the end of a code somebody reads from paper to show that it is there. */
const END = 3

/** Whether this is the end of that code, typed from paper: its last three words, or its last three groups of letters. */
export function isEndOfCode(typed: string, { code, words }: { code: string; words: readonly string[] }): boolean {
  const said = typed.split(/[\s,-]+/).filter(Boolean)
  const bytes =
    readRecoveryCode([...words.slice(0, -END), ...said].join(' ')) ??
    readRecoveryCode([...code.split('-').slice(0, -END), ...said].join('-'))
  return bytes !== undefined && writeRecoveryCode(bytes) === code
}

/** The bytes of a code as somebody typed it from paper, letters or words; undefined when something in it is wrong or missing. */
export const readRecoveryCode = (typed: string): Uint8Array | undefined => readLetters(typed, CODE_BYTES) ?? readWords(typed, CODE_BYTES)
