/** Four tries are free; each one after them costs a wait, in seconds. */
const FREE_TRIES = 4
const WAITS = [30, 60, 300, 900, 3600]

/**
 * The seconds that are still to wait after so many failures, `elapsedMs` after the last of them.
 * What has elapsed is counted by a clock that nobody can set: from the last try, or from the start of the program when that came later.
 */
export function secondsLeft(failures: number, elapsedMs: number): number {
  const wait = failures < FREE_TRIES ? 0 : (WAITS[Math.min(failures - FREE_TRIES, WAITS.length - 1)] ?? 0)
  return Math.max(0, Math.ceil(wait - elapsedMs / 1000))
}
