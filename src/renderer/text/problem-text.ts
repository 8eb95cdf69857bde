import type { DeskContract } from '#shared/contract'
import type { ProblemOf } from '#shared/rpc/call'
import { problems as en } from './en/problems'
import { problems as id } from './id/problems'

export type DeskProblem = ProblemOf<DeskContract>
/** What happened, what is safe, what to do next. */
export type ProblemSentences = { happened: string; safe: string; todo: string }
export type ProblemTexts = { [K in DeskProblem['kind']]: (problem: Extract<DeskProblem, { kind: K }>) => ProblemSentences }

/** The sentences for a problem; a kind without them does not compile. */
export function problemText(problem: DeskProblem, language: string): ProblemSentences {
  const texts: ProblemTexts = language === 'en' ? en : id
  const say = texts[problem.kind] as (one: DeskProblem) => ProblemSentences
  return say(problem)
}
