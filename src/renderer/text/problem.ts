import type { DeskContract } from '#shared/contract'
import type { ProblemOf } from '#shared/rpc/call'

export type DeskProblem = ProblemOf<DeskContract>
/** What cannot be told without a fact that comes with it. */
export type ProblemWithFacts = DeskProblem extends infer P
  ? P extends { kind: infer K extends string }
    ? keyof P extends 'kind'
      ? never
      : K
    : never
  : never
/** What happened, what is safe, what to do next. */
export type ProblemSentences = { happened: string; safe: string; todo: string }
export type ProblemTexts = { [K in DeskProblem['kind']]: (problem: Extract<DeskProblem, { kind: K }>) => ProblemSentences }

/** The problems of changing this program for another version of it. */
export type UpdateProblem = 'no-release' | 'busy' | 'on-battery' | 'installer-damaged' | 'not-started' | 'no-way-back'
