import { addDays, dateOfParts, dayNumber, daysInMonth, type LocalDate } from '#shared/clock'

/** The last day that a period of data speaks of, `2026-T4` or `2026-11`; undefined for any other text. */
export function periodEnd(period: string): LocalDate | undefined {
  const [, year, quarter, month] = /^(\d{4})-(?:T([1-4])|(\d{2}))$/.exec(period) ?? []
  const last = quarter ? Number(quarter) * 3 : Number(month)
  return dateOfParts({ year: Number(year), month: last, day: daysInMonth(Number(year), last) })
}

/** How many days lie between the data and today; 0 while their period still runs, null when the period cannot be read. */
export function daysOld(period: string, today: LocalDate): number | null {
  const end = periodEnd(period)
  return end === undefined ? null : Math.max(0, dayNumber(today) - dayNumber(end))
}

/** The register is renewed every three months (Inpres 4/2025): data are out of date once a whole quarter has passed since their period. */
export function isOutdated(period: string, today: LocalDate): boolean {
  const end = periodEnd(period)
  return end !== undefined && today > addDays(end, 92)
}

/** A quarter that runs ends this many days ahead at most. */
const QUARTER_DAYS = 93

/** Whether data of a period can exist: it has begun at least. */
export function mayBe(period: string, today: LocalDate): boolean {
  const end = periodEnd(period)
  return end !== undefined && end <= addDays(today, QUARTER_DAYS)
}
