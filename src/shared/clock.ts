/** The only source of the time, so that a test can set it. */
export type Clock = { now(): number }

/** A calendar day at the office, `YYYY-MM-DD`. */
export type LocalDate = string

/** The three time zones of Indonesia, UTC+7, +8 and +9; none has summer time (Keppres 41/1987). */
export type TimeZone = 'WIB' | 'WITA' | 'WIT'

const hoursAheadOfUtc = { WIB: 7, WITA: 8, WIT: 9 } as const satisfies Record<TimeZone, number>

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

export type DateParts = { year: number; month: number; day: number }

/** The day on the office's wall calendar at a moment given in UTC milliseconds. */
export function localDateOf(ms: number, zone: TimeZone): LocalDate {
  return dateOfDayNumber(Math.floor(localMs(ms, zone) / 86_400_000))
}

/** The office's wall clock at a moment given in UTC milliseconds, as Indonesian writes it: `08.15`. */
export function localTimeOf(ms: number, zone: TimeZone): string {
  const at = new Date(localMs(ms, zone))
  return `${pad(at.getUTCHours(), 2)}.${pad(at.getUTCMinutes(), 2)}`
}

/** The moment a day begins on the office's wall calendar, in UTC milliseconds. */
export function startOfDay(date: LocalDate, zone: TimeZone): number {
  return dayNumber(date) * 86_400_000 - hoursAheadOfUtc[zone] * 3_600_000
}

/** Whether the text is `YYYY-MM-DD` and that day exists in the calendar. */
export function isRealDate(text: string): boolean {
  return readDate(text) !== undefined
}

/** The parts of a day; throws on a text that is no real day, which is a bug of the caller. */
export function partsOf(date: LocalDate): DateParts {
  const parts = readDate(date)
  if (!parts) throw new RangeError('not a calendar day')
  return parts
}

/** `YYYY-MM-DD` of the parts, or undefined when the calendar has no such day. */
export function dateOfParts({ year, month, day }: DateParts): LocalDate | undefined {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return isRealDate(text) ? text : undefined
}

export function yearOf(date: LocalDate): number {
  return partsOf(date).year
}

export function addDays(date: LocalDate, n: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + n)
}

/** The length of a month counted from 1; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30
  return Number.isInteger(month) && month >= 1 && month <= 12 ? 31 : 0
}

/** Completed years of life; negative when the birth lies ahead. A birth on 29 February counts from 1 March in common years. */
export function ageOn(birth: LocalDate, today: LocalDate): number {
  const [from, to] = [partsOf(birth), partsOf(today)]
  const hadBirthday = to.month > from.month || (to.month === from.month && to.day >= from.day)
  return to.year - from.year - (hadBirthday ? 0 : 1)
}

/** Completed months of life, for somebody who has no year yet. */
export function monthsOn(birth: LocalDate, today: LocalDate): number {
  const [from, to] = [partsOf(birth), partsOf(today)]
  return (to.year - from.year) * 12 + to.month - from.month - (to.day >= from.day ? 0 : 1)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: LocalDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return ((((dayNumber(date) + 4) % 7) + 7) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6
}

/** Days since 1970-01-01, negative before; counted by arithmetic alone because `Date.UTC` reads years below 100 as 19xx. */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = partsOf(date)
  return yearStart(year) + dayOfYear(year, month) + day - 1
}

/** The day that `dayNumber` counted; throws outside the years 1 to 9999. */
export function dateOfDayNumber(n: number): LocalDate {
  let year = Math.floor(n / 365.2425) + 1970
  while (yearStart(year) > n) year -= 1
  while (yearStart(year + 1) <= n) year += 1
  let month = 12
  while (month > 1 && yearStart(year) + dayOfYear(year, month) > n) month -= 1
  const date = dateOfParts({ year, month, day: n - yearStart(year) - dayOfYear(year, month) + 1 })
  if (date === undefined) throw new RangeError('outside the calendar')
  return date
}

function localMs(ms: number, zone: TimeZone): number {
  if (!Number.isFinite(ms)) throw new RangeError('not a moment')
  return ms + hoursAheadOfUtc[zone] * 3_600_000
}

function readDate(text: string): DateParts | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function yearStart(year: number): number {
  const before = year - 1
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719_162
}

function dayOfYear(year: number, month: number): number {
  let days = 0
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier)
  return days
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0')
}
