import { readLetters, writeLetters } from './code-letters'
import { readWords, writeWords } from './code-words'

export const CODE_BYTES = 16

/** A recovery code as it is written on paper, twice: in letters and in words. Either opens. */
export const writeRecoveryCode = (bytes: Uint8Array): string => writeLetters(bytes)
export const wordsOfCode = (bytes: Uint8Array): string[] => writeWords(bytes)

/** The bytes of a code as somebody typed it from paper, letters or words; undefined when something in it is wrong or missing. */
export const readRecoveryCode = (typed: string): Uint8Array | undefined => readLetters(typed, CODE_BYTES) ?? readWords(typed, CODE_BYTES)
