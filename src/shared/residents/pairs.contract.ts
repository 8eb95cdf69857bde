import { z } from 'zod'
import { call } from '#shared/rpc/call'
import type { Match } from './match'
import { PAIR_VERDICTS, type PairJudgement } from './pair-judgement'

/** Not judged yet; nobody was sure, or two desks said different things; one person, and to be merged by a manager. */
export const PAIR_LISTS = ['open', 'unsure', 'wanted'] as const
export type PairList = (typeof PAIR_LISTS)[number]

/** Two residents who may be one person, as the list shows them. */
export type PairLine = {
  residentId: string
  otherId: string
  name: string
  otherName: string
  areaLine: string
  otherAreaLine: string
  /** What speaks for one person today; null when their data no longer say so. */
  match: Match | null
}

const pair = z.object({ residentId: z.uuid(), otherId: z.uuid() })

export const pairsContract = {
  counts: call<Record<PairList, number> & { isSearching: boolean }>()(z.object({})),
  /** A page of fifty, the likeliest first. */
  list: call<{ lines: PairLine[]; next: number | null }>()(z.object({ list: z.enum(PAIR_LISTS), from: z.int().min(0).max(1_000_000) })),
  /** What speaks for and against one person, and what was found out before. */
  compare: call<{ match: Match | null; judgements: (PairJudgement & { officerName: string })[] }, { kind: 'not-found' }>()(pair),
  /** Keeps what was found out, on every desk; a later answer takes the place of an earlier one. */
  judge: call<null, { kind: 'not-found' } | { kind: 'already-merged' }>()(pair.extend({ verdict: z.enum(PAIR_VERDICTS) }))
}
