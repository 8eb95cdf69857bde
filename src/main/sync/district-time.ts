import type { Clock } from '#shared/clock'
import { CLOCK_TOLERANCE } from '#shared/office/clock-check'

/** What the district's server said the time was, carried on by a clock that nobody can set. */
export type DistrictTime = {
  learn(serverNow: number): void
  /** The district's time, in milliseconds since 1970; null until the district was heard in this run. */
  now(): number | null
  /** How far this PC's clock goes ahead of the district's, in milliseconds, behind it when negative; null until the district was heard in this run. */
  deskIsAheadBy(): number | null
}

export function districtTime({ clock, monotonic }: { clock: Clock; monotonic(): number }): DistrictTime {
  let begun: number | undefined
  const now = () => (begun === undefined ? null : begun + monotonic())
  return {
    now,
    learn(serverNow) {
      begun = serverNow - monotonic()
    },
    deskIsAheadBy() {
      const there = now()
      return there === null ? null : Math.round(clock.now() - there)
    }
  }
}

/** By how much this PC's clock is wrong as far as is known: null when it is right, or nobody has said. */
export function wrongBy(time: DistrictTime): number | null {
  const ahead = time.deskIsAheadBy()
  return ahead === null || Math.abs(ahead) <= CLOCK_TOLERANCE ? null : ahead
}
