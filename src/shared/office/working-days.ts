import { addDays, type LocalDate, weekdayOf } from '#shared/clock'

const longest = 10_000

/** Monday to Friday, without the office's holidays and collective leave. */
export function isWorkingDay(date: LocalDate, holidays: ReadonlySet<LocalDate>): boolean {
  const weekday = weekdayOf(date)
  return weekday >= 1 && weekday <= 5 && !holidays.has(date)
}

/** The n-th working day after `from`, which itself never counts; 0 gives `from` back. */
export function addWorkingDays(from: LocalDate, n: number, holidays: ReadonlySet<LocalDate>): LocalDate {
  if (!Number.isInteger(n) || n < 0 || n > longest) throw new RangeError('working days are counted from 0 to 10000')
  let date = from
  for (let left = n; left > 0; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, holidays)) left -= 1
  }
  return date
}

/** How many working days lie after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, holidays: ReadonlySet<LocalDate>): number {
  if (to < from) return -workingDaysBetween(to, from, holidays)
  let count = 0
  for (let date = from; date < to; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, holidays)) count += 1
  }
  return count
}
