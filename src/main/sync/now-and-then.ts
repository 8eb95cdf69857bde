import type { Timers } from '../timers'

/** Runs something at once, and when asked often no more than every `ms` milliseconds; what was asked last is never left out. */
export function nowAndThen({ monotonic, timers }: { monotonic(): number; timers: Timers }, ms: number, run: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY
  let isComing = false
  const go = () => {
    last = monotonic()
    isComing = false
    run()
  }
  return () => {
    if (isComing) return
    const left = last + ms - monotonic()
    if (left <= 0) return go()
    isComing = true
    timers.set(left, go)
  }
}
