import { codes as en } from './en/codes'
import { type Codes, codes as id } from './id/codes'

/** The word for a code of a list that is known only when it is read; a code this version does not know stays as it is. */
export function codeWord(list: keyof Codes, code: string, language: string): string {
  const words: Record<string, string> = (language === 'en' ? en : id)[list]
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code
}
