const DAY_MS = 86_400_000
/** The journal keeps what the district has for so long. */
const KEEP_MS = 30 * DAY_MS
/** One mark a day is enough, and older ones than these say nothing more. */
const MOST_MARKS = 60

/** That the district had taken every change of this desk up to one of them, and when that was seen. */
export type Mark = { at: number; upTo: number }

/** The marks with a new one, at most one a day; a clock that was set back begins anew. */
export function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  const kept = marks.filter(({ at, upTo }) => at <= mark.at && upTo <= mark.upTo)
  const newest = kept.at(-1)
  return newest && mark.at - newest.at < DAY_MS ? kept : [...kept, mark].slice(-MOST_MARKS)
}

/**
 * Up to which change the journal may forget: the district has had it for thirty days, and two copies that were opened and counted hold it. 0 for nothing.
 * `copies`: how far each copy goes.
 */
export function retiredUpTo(marks: readonly Mark[], copies: readonly number[], now: number): number {
  const [, second = 0] = [...copies].sort((a, b) => b - a)
  const old = marks.filter(({ at }) => now - at >= KEEP_MS).map(({ upTo }) => upTo)
  return Math.min(second, Math.max(0, ...old))
}
