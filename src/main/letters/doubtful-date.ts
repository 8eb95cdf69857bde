import { type LocalDate, localDateOf } from '#shared/clock'
import { pcClock } from '#shared/office/pc-clock'
import { aheadAt } from '../changes/clock-checks'
import type { Desk } from '../desk'

/** Whether this PC's day is likely to be another one, and which by the district's time; null where nobody can tell. Undefined where nothing speaks against it. */
export function doubtfulDate(desk: Desk, day: LocalDate): { expected: LocalDate | null } | undefined {
  const now = desk.clock.now()
  const { device } = desk.author
  const ahead = aheadAt(desk.raw, { device, at: desk.moment() }, device)
  if (ahead !== null) {
    const expected = localDateOf(now - ahead, desk.zone())
    return expected === day ? undefined : { expected }
  }
  return pcClock(day, now, desk.audit.endedAt) === 'behind' ? { expected: null } : undefined
}
