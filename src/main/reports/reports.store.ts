import { sql } from 'kysely'
import { addDays, startOfDay, type TimeZone } from '#shared/clock'
import { firstDayOf, lastDayOf, type Month, monthOf } from '#shared/reports/month'
import type { MonthRows } from '#shared/reports/month-counts'
import type { Reader } from '../database/tables'

/** What a month's counts are made of; a person who was merged into another one counts as that one. */
export async function readMonth(db: Reader, month: Month, zone: TimeZone): Promise<MonthRows> {
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const [from, until] = [startOfDay(first, zone), startOfDay(addDays(last, 1), zone)]
  const home = sql<string | null>`coalesce(resident.domicile, resident.address) ->> '$.villageCode'`
  const endedAt = sql<number | null>`(select min(e.at) from case_event e where e.case_id = "case".id and e.kind = 'ending')`
  return {
    visits: await db
      .selectFrom('visit')
      .select(['status', 'lane', 'vulnerableGroup', 'deskCode'])
      .where('day', '>=', first)
      .where('day', '<=', last)
      .execute(),
    cases: await db
      .selectFrom('visit')
      .innerJoin('case', 'case.visitId', 'visit.id')
      .innerJoin('resident', 'resident.id', 'case.residentId')
      .select(['case.serviceCode', 'case.status', 'case.ending', 'case.openedAt'])
      .select(eb => eb.fn.coalesce('resident.mergedInto', 'resident.id').as('residentId'))
      .select([home.as('villageCode'), endedAt.as('endedAt')])
      .where('visit.day', '>=', first)
      .where('visit.day', '<=', last)
      .execute(),
    closed: await db
      .selectFrom('case')
      .select(['status', 'outcome', 'openedAt', 'closedAt'])
      .where('closedAt', '>=', from)
      .where('closedAt', '<', until)
      .execute(),
    referrals: await db
      .selectFrom('referral')
      .select(['organizationId', 'status', 'dueOn', 'sentAt', 'repliedAt'])
      .where('sentAt', '>=', from)
      .where('sentAt', '<', until)
      .execute(),
    letters: (await db.selectFrom('letter').select('status').where('issuedOn', '>=', first).where('issuedOn', '<=', last).execute()).map(
      ({ status }) => ({ isVoid: status === 'void' })
    )
  }
}

/** The month of the first visit that is known. */
export async function findFirstMonth(db: Reader): Promise<Month | null> {
  const { day } = await db
    .selectFrom('visit')
    .select(eb => eb.fn.min('day').as('day'))
    .executeTakeFirstOrThrow()
  return day && monthOf(day)
}

export async function organizationNames(db: Reader, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await db
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
