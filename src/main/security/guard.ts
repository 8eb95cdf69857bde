import { WINDOWS, type WindowKind } from './policy'
import { bucketOf } from './rate'
import { comesFrom } from './sender'
import { isWithin } from './size'

type Sent = Parameters<typeof comesFrom>[1]
type Limits = { rate: { atOnce: number; perSecond: number }; now(): number }

/** What is asked of every message of a page before anything else of it is looked at. */
export type Guard = {
  /** `limit`: the largest input in characters of JSON. The kind of the window is known from its making, not from what the page says. */
  judge(sent: Sent, kind: WindowKind | undefined, input: unknown, limit: number): 'pass' | 'stranger' | 'too-many' | 'too-large'
}

/** The guard of one window's channels: the right window, its main frame, its own page, not too often, not too much. */
export function guardOf(window: WindowKind, { rate, now }: Limits): Guard {
  const bucket = bucketOf(rate)
  return {
    judge: (sent, kind, input, limit) => {
      if (kind !== window || !comesFrom(WINDOWS[window].origin, sent)) return 'stranger'
      if (!bucket.take(now())) return 'too-many'
      return isWithin(input, limit) ? 'pass' : 'too-large'
    }
  }
}
