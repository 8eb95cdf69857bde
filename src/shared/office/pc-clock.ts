import type { LocalDate } from '#shared/clock'

/** The program was given out from this day on: a PC that shows an earlier one has lost its time, as with an empty battery. */
const FIRST_DAY: LocalDate = '2026-01-01'
/** A PC that has lost its time counts as standing here where births are judged. */
const SURELY_LATER: LocalDate = '2035-12-31'
const DAY_MS = 86_400_000

/** `behind`: the date of this PC is surely wrong, or earlier than at its last work. */
export type PcClock = 'well' | 'behind'

/**
 * What can be said of a PC's clock without asking anybody. `lastAt`: when the desk was last used, by the same clock; where that lies more than a year
 * ahead, it was the clock of then that was wrong.
 */
export function pcClock(today: LocalDate, now: number, lastAt: number | undefined): PcClock {
  const back = (lastAt ?? now) - now
  return today < FIRST_DAY || (back > DAY_MS && back < 366 * DAY_MS) ? 'behind' : 'well'
}

/** Beyond it no date on a screen or on paper can be read. */
const LAST_MOMENT = Date.UTC(9000, 0, 1)

/** What a PC's clock shows, as long as it is a moment of any calendar here; else it counts as one that began anew in 1970 with this program, and nobody is turned away. */
export const readableMoment = (shown: number, sinceStart: number): number =>
  shown >= 0 && shown < LAST_MOMENT ? shown : Math.round(sinceStart)

/** The day by which births are judged: nobody is turned away as not born yet because this PC has lost its time. */
export const dayForBirths = (today: LocalDate): LocalDate => (today < FIRST_DAY ? SURELY_LATER : today)
