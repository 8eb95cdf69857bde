import type { LocalDate } from '#shared/clock'
import { maskNik } from '#shared/residents/nik'
import type { Visit } from '#shared/visits/visit'
import type { ParticipantCard } from '#shared/visits/visits.contract'
import { decode } from '../changes/rows'
import { decodeAll } from '../database/find'
import { isOpenVisit } from '../database/open-visits'
import type { Reader } from '../database/tables'

/** The visits of a day in the order of arrival. */
export async function listVisitsOn(db: Reader, day: LocalDate): Promise<Visit[]> {
  return decodeAll('visit', await db.selectFrom('visit').selectAll().where('day', '=', day).orderBy('arrivedAt').orderBy('id').execute())
}

/** How many visitors of a day wait or are being served. */
export async function countAtCounter(db: Reader, day: LocalDate): Promise<number> {
  const { n } = await db
    .selectFrom('visit')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('day', '=', day)
    .where(isOpenVisit)
    .executeTakeFirstOrThrow()
  return n
}

/**
 * Visits of other days that nobody brought to an end, or that left a case behind with neither an ending nor a day on which somebody looks at it; the oldest
 * first. A PC's clock that ran ahead and was put right leaves them behind on a day that is still to come.
 */
export async function listLeftOver(db: Reader, day: LocalDate): Promise<Visit[]> {
  const forgotten = db
    .selectFrom('case')
    .select('visitId')
    .where('closedAt', 'is', null)
    .where('dueOn', 'is', null)
    .where('ending', 'is', null)
  const leftBehind = await db
    .selectFrom('visit')
    .selectAll()
    .where('id', 'in', forgotten)
    .where('day', '!=', day)
    .where('status', 'in', ['done', 'no-show'])
    .execute()
  const open = await db.selectFrom('visit').selectAll().where('day', '!=', day).where(isOpenVisit).execute()
  return decodeAll('visit', [...open, ...leftBehind]).sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id))
}

/** Whether this desk has closed its day; each closes its own. Whoever comes after that opens it again, until it is closed with them. */
export async function isDayClosed(db: Reader, day: LocalDate, deskCode: string | undefined): Promise<boolean> {
  const counted = (await countedInClosings(db, deskCode)).get(day)
  if (counted === undefined) return false
  const { came } = await visitsByDay(db, deskCode)
    .where('day', '=', day)
    .executeTakeFirst()
    .then(found => found ?? { came: 0 })
  return came <= counted
}

/** The days before this one on which visitors came to this desk and which it has not closed. */
export async function listDaysLeftOpen(db: Reader, day: LocalDate, deskCode: string): Promise<LocalDate[]> {
  const counted = await countedInClosings(db, deskCode)
  const days = await visitsByDay(db, deskCode).where('day', '<', day).orderBy('day').execute()
  return days.filter(one => one.came > (counted.get(one.day) ?? 0)).map(one => one.day)
}

const visitsByDay = (db: Reader, deskCode: string | undefined) =>
  db
    .selectFrom('visit')
    .select(eb => ['day', eb.fn.countAll<number>().as('came')])
    .where('deskCode', '=', deskCode ?? '')
    .groupBy('day')

/** How many visitors the newest closing of each day has counted; one from before there were several desks has closed its day for good. */
async function countedInClosings(db: Reader, deskCode: string | undefined): Promise<Map<LocalDate, number>> {
  const closings = await db
    .selectFrom('dayClosing')
    .select(['day', 'deskCode', 'visits', 'noShows'])
    .where(eb => eb.or([eb('deskCode', 'is', null), eb('deskCode', '=', deskCode ?? '')]))
    .execute()
  const counted = new Map<LocalDate, number>()
  for (const { day, deskCode: of, visits, noShows } of closings)
    counted.set(day, Math.max(counted.get(day) ?? 0, of === null ? Number.POSITIVE_INFINITY : visits + noShows))
  return counted
}

export async function listParticipants(db: Reader, visitId: string): Promise<ParticipantCard[]> {
  const rows = await db
    .selectFrom('participant')
    .innerJoin('resident', 'resident.id', 'participant.residentId')
    .selectAll('participant')
    .select(['resident.name', 'resident.nik'])
    .where('participant.visitId', '=', visitId)
    .where('participant.isRemoved', '=', 0)
    .orderBy('participant.id')
    .execute()
  return rows.map(row => ({ ...decode('participant', row), name: row.name, nikMasked: row.nik && maskNik(row.nik) }))
}

/** Where a half-typed form lies: with its visit and with who types it. */
export type DraftPlace = { officerId: string; visitId: string; form: string }

export async function findDraft(db: Reader, { officerId, visitId, form }: DraftPlace): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('draft')
    .select(['field', 'value'])
    .where('officerId', '=', officerId)
    .where('visitId', '=', visitId)
    .where('form', '=', form)
    .execute()
  return Object.fromEntries(rows.map(row => [row.field, row.value]))
}

/** Drafts belong to this desk alone and are no part of the log; each field is on disk when this returns. */
export async function saveDraftField(db: Reader, place: DraftPlace, field: string, value: string): Promise<void> {
  await db
    .insertInto('draft')
    .values({ ...place, field, value })
    .onConflict(conflict => conflict.columns(['officerId', 'visitId', 'form', 'field']).doUpdateSet({ value }))
    .execute()
}

export async function dropDraftField(db: Reader, { officerId, visitId, form }: DraftPlace, field: string): Promise<void> {
  await db
    .deleteFrom('draft')
    .where('officerId', '=', officerId)
    .where('visitId', '=', visitId)
    .where('form', '=', form)
    .where('field', '=', field)
    .execute()
}

export async function dropDraft(db: Reader, { officerId, visitId, form }: DraftPlace): Promise<void> {
  await db.deleteFrom('draft').where('officerId', '=', officerId).where('visitId', '=', visitId).where('form', '=', form).execute()
}

/** A visit has ended: nobody goes on with it. */
export async function dropDraftsOf(db: Reader, visitId: string): Promise<void> {
  await db.deleteFrom('draft').where('visitId', '=', visitId).execute()
}

/** What was typed for visits that are over and of whose cases none is open any more: nobody comes back to it. */
export async function dropDraftsLeftBehind(db: Reader): Promise<void> {
  await db
    .deleteFrom('draft')
    .where(eb => {
      const visit = eb.selectFrom('visit').select('visit.id').whereRef('visit.id', '=', 'draft.visitId').where(isOpenVisit)
      const open = eb.selectFrom('case').select('case.id').whereRef('case.visitId', '=', 'draft.visitId').where('closedAt', 'is', null)
      return eb.not(eb.or([eb.exists(visit), eb.exists(open)]))
    })
    .execute()
}
