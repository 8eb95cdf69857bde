import { sql } from 'kysely'
import type { Resident } from '#shared/residents/resident'
import { decode } from '../changes/rows'
import { decodeAll, find } from '../database/find'
import type { Reader } from '../database/tables'

export async function findByNik(db: Reader, nik: string): Promise<Resident | undefined> {
  const row = await db.selectFrom('resident').selectAll().where('nik', '=', nik).where('mergedInto', 'is', null).executeTakeFirst()
  return row && decode('resident', row)
}

/** The highest number among the provisional ids that begin so. */
export async function lastProvisional(db: Reader, prefix: string): Promise<number> {
  const rows = await db
    .selectFrom('resident')
    .select('provisionalId')
    .where('provisionalId', '>=', prefix)
    .where('provisionalId', '<', `${prefix}:`)
    .execute()
  return Math.max(0, ...rows.map(row => Number(row.provisionalId?.slice(prefix.length))))
}

/** Residents whose name key is exactly this one, also those who were merged into another. */
export async function listByNameKey(db: Reader, key: string): Promise<Resident[]> {
  if (!key) return []
  const rows = await db.selectFrom('residentSearch').select('id').where('nameKey', '=', key).execute()
  return listByIds(
    db,
    rows.map(row => row.id)
  )
}

/** Residents with one of these NIKs who were not found to be somebody else. */
export async function listByNiks(db: Reader, niks: string[]): Promise<Resident[]> {
  if (niks.length === 0) return []
  return decodeAll(
    'resident',
    await db.selectFrom('resident').selectAll().where('nik', 'in', niks).where('mergedInto', 'is', null).execute()
  )
}

/** A record, and the one of the same person that it is shown at: itself, unless it was merged. */
export type Shown = { record: Resident; shown: Resident }

/** With each of these NIKs, who has it on record: a standing one, or one that a record with it turned out to be. */
export async function listShownByNiks(db: Reader, niks: string[]): Promise<Shown[]> {
  if (niks.length === 0) return []
  return shownOf(db, decodeAll('resident', await db.selectFrom('resident').selectAll().where('nik', 'in', niks).execute()))
}

/** The same people by the records that they are shown at, each once. */
export async function asShown(db: Reader, records: Resident[]): Promise<Resident[]> {
  return [...new Map((await shownOf(db, records)).map(({ shown }) => [shown.id, shown])).values()]
}

export const shownOf = (db: Reader, records: readonly Resident[]): Promise<Shown[]> =>
  Promise.all(records.map(async record => ({ record, shown: await shownAt(db, record) })))

/** The record itself, or what it turned out to be, by however many steps. */
async function shownAt(db: Reader, record: Resident): Promise<Resident> {
  const next = record.mergedInto ? await find(db, 'resident', record.mergedInto) : undefined
  return next ? shownAt(db, next) : record
}

export async function listByIds(db: Reader, ids: string[]): Promise<Resident[]> {
  if (ids.length === 0) return []
  return decodeAll('resident', await db.selectFrom('resident').selectAll().where('id', 'in', ids).execute())
}

/** The records that are shown at a resident: those merged into it, those merged into these, and so on. */
export async function listMergedInto(db: Reader, residentId: string): Promise<{ residentId: string; name: string }[]> {
  const { rows } = await sql<{ residentId: string; name: string }>`
    with recursive part (id) as (
      select id from resident where merged_into = ${residentId} union select one.id from resident one join part on one.merged_into = part.id)
    select id as resident_id, name from resident where id in (select id from part) order by id`.execute(db)
  return rows
}

/** The ids of all records of one person: this one, those merged into it at any remove, and the one that they are all shown at. */
export async function listIdsOfPerson(db: Reader, residentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive same (id) as (
      values (${residentId})
      union select one.id from resident one join same on one.merged_into = same.id
      union select one.merged_into from resident one join same on one.id = same.id where one.merged_into is not null)
    select id from same order by id`.execute(db)
  return rows.map(({ id }) => id)
}
