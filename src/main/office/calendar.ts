import type { LocalDate } from '#shared/clock'
import type { Holiday } from '#shared/office/office'
import { type MarkedDays, markedDays } from '#shared/office/working-days'
import type { Desk } from '../desk'
import { listHolidays } from '../directory/reference.store'
import { listMarkedDays } from './office.store'

type Calendar = Pick<Desk, 'db' | 'reference'>

/** The marked days of one year as this office sees them: the published ones, less and plus what the office marked itself. */
export async function holidaysOf(desk: Calendar, year: number): Promise<Holiday[]> {
  const [published, marked] = await Promise.all([listHolidays(desk.reference, year), listMarkedDays(desk.db, year)])
  const days = new Map<LocalDate, Holiday>()
  for (const { day, nameId } of published) days.set(day, { id: day, day, name: nameId, isWorkingDay: false })
  for (const holiday of marked) days.set(holiday.day, holiday)
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day))
}

/** What is marked around a date, for counting working days: in its own year and the next. */
export async function markedDaysFrom(desk: Calendar, from: LocalDate): Promise<MarkedDays> {
  const year = Number(from.slice(0, 4))
  const years = await Promise.all([holidaysOf(desk, year), holidaysOf(desk, year + 1)])
  return markedDays(years.flat())
}
