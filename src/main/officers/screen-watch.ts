import type { Timers } from '../timers'

/** The screen itself counts keys and touches and asks to be locked; so much later the program locks without being asked. */
const GRACE_MS = 20_000

/** Locks when the screen has told of no key and no touch for so long, whatever the screen is doing. */
export type ScreenWatch = { seen(minutes: number): void; stop(): void }

export function screenWatch(timers: Timers, onAway: () => void): ScreenWatch {
  let cancel = (): void => undefined
  return {
    seen(minutes) {
      cancel()
      cancel = timers.set(minutes * 60_000 + GRACE_MS, onAway)
    },
    stop: () => cancel()
  }
}
