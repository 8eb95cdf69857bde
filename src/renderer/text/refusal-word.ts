import { codes as en } from './en/codes'
import { codes as id } from './id/codes'
import { problems } from './id/problems'
import type { DeskProblem } from './problem'
import { problemText } from './problem-text'

/** Why a call was refused, of which the access log keeps nothing but the kind; undefined for a kind of another version of the program. */
export function refusalWord(kind: string, language: string): string | undefined {
  if (!Object.hasOwn(problems, kind)) return undefined
  const words: Partial<Record<string, string>> = (language === 'en' ? en : id).auditOutcome
  // what has no word here needs no fact
  return words[kind] ?? problemText({ kind } as DeskProblem, language).happened
}
