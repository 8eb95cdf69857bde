import { addDays, type LocalDate, weekdayOf } from '#shared/clock'
import type { Holiday } from './office'

const longest = 10_000

/** The days that an office has marked, with whether somebody works on them. */
export type MarkedDays = ReadonlyMap<LocalDate, boolean>

export const markedDays = (days: readonly Pick<Holiday, 'day' | 'isWorkingDay'>[]): MarkedDays =>
  new Map(days.map(({ day, isWorkingDay }) => [day, isWorkingDay]))

/** Monday to Friday, less the office's holidays and collective leave, plus the days it keeps open: a Saturday may be one. */
export function isWorkingDay(date: LocalDate, marked: MarkedDays): boolean {
  const weekday = weekdayOf(date)
  return marked.get(date) ?? (weekday >= 1 && weekday <= 5)
}

/** The n-th working day after `from`, which itself never counts; 0 gives `from` back. */
export function addWorkingDays(from: LocalDate, n: number, marked: MarkedDays): LocalDate {
  if (!Number.isInteger(n) || n < 0 || n > longest) throw new RangeError('working days are counted from 0 to 10000')
  let date = from
  for (let left = n; left > 0; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, marked)) left -= 1
  }
  return date
}
