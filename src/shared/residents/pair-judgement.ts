import { z } from 'zod'
import { ref } from '#shared/changes/references'

export const PAIR_VERDICTS = ['same', 'different', 'unsure'] as const

/**
 * What an officer found out about two residents who look like one person, so that no desk asks again.
 * `same` is a wish until a manager has merged the two; `unsure` stands on the list of what is still to be found out.
 */
export const PairJudgement = z.object({
  id: z.uuid(),
  residentId: ref('resident'),
  otherId: ref('resident'),
  verdict: z.enum(PAIR_VERDICTS),
  /** What spoke for one person when it was judged, in codes. */
  evidence: z.array(z.string().max(40)).max(20),
  judgedAt: z.int(),
  officerId: ref('officer')
})
export type PairJudgement = z.infer<typeof PairJudgement>
