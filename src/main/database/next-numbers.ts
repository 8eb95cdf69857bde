import type { LocalDate } from '#shared/clock'
import { caseNumberIn, type Lane } from '#shared/visits/ticket-number'
import type { Reader } from './tables'

/** The next ticket of a lane on a day at a desk. */
export async function nextTicketNo(db: Reader, day: LocalDate, deskCode: string, lane: Lane): Promise<number> {
  const row = await db
    .selectFrom('visit')
    .select(eb => eb.fn.max('ticketNo').as('last'))
    .where('day', '=', day)
    .where('deskCode', '=', deskCode)
    .where('lane', '=', lane)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** The next number in a desk's series of cases, such as `SLRT-3324-2611-A-`. */
export async function nextCaseNumber(db: Reader, series: string): Promise<string> {
  const last = await db
    .selectFrom('case')
    .select('number')
    .where('number', '>=', series)
    .where('number', '<', `${series}:`)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return caseNumberIn(series, (last ? Number(last.number.slice(series.length)) : 0) + 1)
}
