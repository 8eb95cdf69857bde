import { problems as en } from './en/problems'
import { problems as id } from './id/problems'
import type { DeskProblem, ProblemSentences, ProblemTexts } from './problem'

/** The sentences for a problem; a kind without them does not compile. */
export function problemText(problem: DeskProblem, language: string): ProblemSentences {
  const texts: ProblemTexts = language === 'en' ? en : id
  const say = texts[problem.kind] as (one: DeskProblem) => ProblemSentences
  return say(problem)
}
