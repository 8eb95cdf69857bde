import { z } from 'zod'
import { TURNED_AWAY, type TurnedAway } from '#shared/sync/protocol'

/** The body of a call's refusal that is about the desk, not about what was asked. */
export const TurnedAwayWord = z.object({ kind: z.enum(TURNED_AWAY) })

/** The district does not let this desk call now, for a reason that the screen has a sentence for. */
export class TurnedAwayCall extends Error {
  readonly reason: TurnedAway

  constructor(reason: TurnedAway) {
    super(reason)
    this.reason = reason
  }
}
