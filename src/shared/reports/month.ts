import { z } from 'zod'
import { addDays, daysInMonth, type LocalDate, partsOf } from '#shared/clock'
import { formatDate, type Language } from '#shared/local-date-input'

/** A month of the calendar, `YYYY-MM`. */
export const Month = z.string().regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/)
export type Month = z.infer<typeof Month>

export const monthOf = (day: LocalDate): Month => day.slice(0, 7)
export const firstDayOf = (month: Month): LocalDate => `${month}-01`
export const lastDayOf = (month: Month): LocalDate => {
  const { year, month: n } = partsOf(firstDayOf(month))
  return `${month}-${daysInMonth(year, n)}`
}
export const monthBefore = (month: Month): Month => monthOf(addDays(firstDayOf(month), -1))
export const monthAfter = (month: Month): Month => monthOf(addDays(lastDayOf(month), 1))

/** `November 2026` */
export const monthName = (month: Month, language: Language): string => formatDate(firstDayOf(month), language).replace(/^\D*1 /, '')

/** The months from `last` back to `first`, at most `most` of them. */
export function monthsBack(last: Month, first: Month, most: number): Month[] {
  const months = [last]
  for (let month = monthBefore(last); month >= first && months.length < most; month = monthBefore(month)) months.push(month)
  return months
}
