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

type ChangedMeanwhile = Extract<DeskProblem, { kind: 'changed-meanwhile' }>
/** What is corrected in a form that tells when it was changed elsewhere meanwhile, by the name under which it is told. */
export type Corrected = { [Changed in ChangedMeanwhile as Changed['of']]: Changed['now'] }
type Changed<T> = { fields: readonly Exclude<keyof T, 'id'>[]; now: T }

/** What was changed meanwhile and what stands there now, if that is the problem. */
export const changedMeanwhile = <Of extends keyof Corrected>(problem: DeskProblem, of: Of): Changed<Corrected[Of]> | undefined =>
  problem.kind === 'changed-meanwhile' && problem.of === of ? (problem as unknown as Changed<Corrected[Of]>) : undefined

/** The problems of changing this program for another version of it. */
export type UpdateProblem = 'no-release' | 'busy' | 'on-battery' | 'installer-damaged' | 'not-started' | 'no-way-back'
