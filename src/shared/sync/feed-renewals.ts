const DAY_MS = 86_400_000
/** After a server was put back one desk has to say so, once; that many times a day no honest desk does. */
export const MOST_RENEWALS = 3

/** Those of a device's renewals that count at a moment; ones that a clock set since has put into next year do not. */
export const renewalsWithinADay = (renewals: readonly number[], now: number): number[] => renewals.filter(at => Math.abs(now - at) < DAY_MS)

/** A device's renewals with one more, or undefined when it has had its share: each makes every desk take the whole feed again. SPEC S8. */
export function renewedOnceMore(renewals: readonly number[], now: number): number[] | undefined {
  const counting = renewalsWithinADay(renewals, now)
  return counting.length < MOST_RENEWALS ? [...counting, now] : undefined
}
