import { type Match, matchOf } from '#shared/residents/match'
import type { PAIR_VERDICTS } from '#shared/residents/pair-judgement'
import { create, patch } from '../changes/record'
import type { Reader, Writer } from '../database/tables'
import type { Desk } from '../desk'
import { signedIn } from '../officers/signed-in'
import { listJudgements, listKnownByIds } from './pairs.store'

/** What speaks for it, today, that two residents are one person. */
export async function matchBetween(db: Reader, residentId: string, otherId: string): Promise<Match | null> {
  const [one, other] = await listKnownByIds(db, [residentId, otherId])
  return (one && other && matchOf(one, other)) ?? null
}

/** Keeps what an officer found out about two residents: in the judgement there is, or in a new one. */
export async function judgePair(
  desk: Desk,
  trx: Writer,
  { residentId, otherId, verdict }: { residentId: string; otherId: string; verdict: (typeof PAIR_VERDICTS)[number] }
): Promise<void> {
  const judged = { verdict, judgedAt: desk.clock.now(), officerId: signedIn(desk).id }
  const known = await listJudgements(trx, residentId, otherId)
  for (const { id } of known) patch(trx, 'pairJudgement', id, judged)
  if (known.length > 0) return
  const evidence = (await matchBetween(trx, residentId, otherId))?.evidence ?? []
  create(trx, 'pairJudgement', { id: trx.newId(), residentId, otherId, evidence, ...judged })
}
