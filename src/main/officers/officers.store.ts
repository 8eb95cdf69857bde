import type { EntityRow } from '#shared/changes/entities'
import type { Officer, OfficerCard } from '#shared/officers/officer'
import { decodeAll } from '../database/find'
import { isOpenVisit } from '../database/open-visits'
import type { Reader } from '../database/tables'

export const withoutSecrets = ({ pin: _, password: __, mustChange: ___, ...card }: Officer): OfficerCard => card

export async function listOfficers(db: Reader): Promise<Officer[]> {
  return decodeAll('officer', await db.selectFrom('officer').selectAll().orderBy('name').execute())
}

export async function findOfficerByName(db: Reader, name: string): Promise<EntityRow<'officer'> | undefined> {
  const officers = await listOfficers(db)
  return officers.find(officer => officer.name.toLowerCase() === name.toLowerCase())
}

/** Failed tries of each officer since the last right one, as this desk's database has them. */
export async function listTries(db: Reader): Promise<Record<string, number>> {
  const rows = await db.selectFrom('pinTry').select(['officerId', 'failures']).execute()
  return Object.fromEntries(rows.map(row => [row.officerId, row.failures]))
}

export async function saveTries(db: Reader, officerId: string, failures: number, lastAt: number): Promise<void> {
  await db
    .insertInto('pinTry')
    .values({ officerId, failures, lastAt })
    .onConflict(conflict => conflict.column('officerId').doUpdateSet({ failures, lastAt }))
    .execute()
}

export async function clearTries(db: Reader, officerId: string): Promise<void> {
  await db.deleteFrom('pinTry').where('officerId', '=', officerId).execute()
}

/** How long this PC's screen stays open by itself, in minutes. */
export async function lockMinutesOf(db: Reader): Promise<number> {
  return (await db.selectFrom('here').select('lockMinutes').executeTakeFirstOrThrow()).lockMinutes
}

export async function saveLockMinutes(db: Reader, lockMinutes: number): Promise<void> {
  await db.updateTable('here').set({ lockMinutes }).execute()
}

/** What the office is called and where it is: no password may be built on it. */
export async function findOfficeWords(db: Reader): Promise<(string | null)[]> {
  const offices = await db.selectFrom('office').select(['name', 'brand', 'place']).execute()
  return offices.flatMap(({ name, brand, place }) => [name, brand, place])
}

/** The visit that an officer is serving; the newest, when there are several. */
export async function findServedBy(db: Reader, officerId: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('visit')
    .select('id')
    .where(isOpenVisit)
    .where('status', '=', 'serving')
    .where('officerId', '=', officerId)
    .orderBy('servingAt', 'desc')
    .executeTakeFirst()
  return found?.id
}
