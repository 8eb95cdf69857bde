import { z } from 'zod'

/**
 * What came out when a desk's clock was compared with the district's: told with the desk's next change, once for each run of its program
 * and each time that its clock was set. Shown to people; nothing is decided by it. SPEC V6.
 */
export const ClockCheck = z.object({
  id: z.uuid(),
  /** No reference: what a clock says holds no change back. */
  deviceId: z.uuid(),
  /** The run of the program, as the changes made in it name it. */
  run: z.uuid(),
  /** When that run began, by the desk's own clock. */
  beganAt: z.int(),
  /** How far that clock goes ahead of the district's, in milliseconds; behind it when negative. */
  ahead: z.int()
})
export type ClockCheck = z.infer<typeof ClockCheck>

/**
 * How far a moment that a desk has told can be trusted: its clock was right; it was wrong by so much; it was right give or take so much,
 * judging by when it was compared before and after; or nobody knows. Milliseconds.
 */
export type ClockQuality = { kind: 'exact' } | { kind: 'wrong'; ahead: number } | { kind: 'bounded'; within: number } | { kind: 'unknown' }

/** A clock within so many milliseconds of the district's is right: no letter has the wrong day for it. */
export const CLOCK_TOLERANCE = 5 * 60_000

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Comparisons that differ by less say the same. */
const SAME = MINUTE
/** A clock that nobody sets goes wrong by less than this in a day; quartz by some seconds. */
const DRIFT_A_DAY = MINUTE
/** So long after a comparison, or before one, nothing is said of a clock any more. */
export const CHECK_LASTS = 30 * DAY

type Seen = Pick<ClockCheck, 'run' | 'beganAt' | 'ahead'>
/** A moment by a desk's two clocks: the one on its wall, and the steady one of a run. */
type Moment = { wall: number; boot: string; mono: number }

/** When the run began by the clock that told this moment: it stays the same until somebody sets that clock, or the computer sleeps. */
export const beganAt = ({ wall, mono }: Moment): number => wall - mono

/** Whether a comparison says what another one has said. */
export const saysTheSame = (one: Seen, other: Seen): boolean =>
  one.run === other.run && Math.abs(one.beganAt - other.beganAt) <= SAME && Math.abs(one.ahead - other.ahead) <= SAME

/**
 * How far a moment can be trusted, by what its desk's clock was compared with: `checks` are those of its own run and the last before
 * and the first after. A comparison later in the run counts for what came before it: the steady clock ties them together.
 */
export function clockQuality(at: Moment, checks: readonly Seen[]): ClockQuality {
  const began = beganAt(at)
  const ofRun = checks.filter(({ run }) => run === at.boot).sort((a, b) => Math.abs(a.beganAt - began) - Math.abs(b.beganAt - began))
  const [nearest] = ofRun
  if (nearest && Math.abs(nearest.beganAt - began) <= SAME)
    return Math.abs(nearest.ahead) <= CLOCK_TOLERANCE ? { kind: 'exact' } : { kind: 'wrong', ahead: nearest.ahead }
  // it was set in this run, or the computer slept, and was not compared since: the truth lies between
  if (nearest)
    return bounded(Math.max(...ofRun.map(({ beganAt, ahead }) => Math.max(Math.abs(began - (beganAt - ahead)), Math.abs(ahead)))))
  const away = ({ beganAt }: Seen) => Math.abs(beganAt - at.wall)
  const near = checks.filter(check => away(check) <= CHECK_LASTS)
  if (near.length === 0) return { kind: 'unknown' }
  return bounded(Math.max(...near.map(({ ahead }) => Math.abs(ahead))) + Math.ceil(Math.min(...near.map(away)) / DAY) * DRIFT_A_DAY)
}

/** In whole minutes, never less than it is. */
const bounded = (within: number): ClockQuality =>
  within > DAY ? { kind: 'unknown' } : { kind: 'bounded', within: Math.ceil(within / MINUTE) * MINUTE }
