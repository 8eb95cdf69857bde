import { z } from 'zod'
import { call } from '#shared/rpc/call'
import type { Losses } from './losses'

export const erasureContract = {
  /** What would be gone with this PC, and how much of it nobody else has. */
  losses: call<Losses>()(z.object({})),
  /**
   * Erases this PC for good: first every key, then every file. From the answer on nothing can be taken back; whatever cuts it off, the next start goes on.
   * `phrase-differs`: what was typed is not what stands on the screen, or more would be lost by now.
   */
  erase: call<{ isTold: boolean }, { kind: 'phrase-differs' }>()(z.object({ typed: z.string().max(60) }))
}
