import type { Family, Membership, Resident } from '#shared/residents/resident'
import type { FamilyCard } from '#shared/residents/residents.contract'
import { decode } from '../changes/rows'
import { decodeAll, find } from '../database/find'
import type { Reader } from '../database/tables'

export async function findByNik(db: Reader, nik: string): Promise<Resident | undefined> {
  const row = await db.selectFrom('resident').selectAll().where('nik', '=', nik).where('mergedInto', 'is', null).executeTakeFirst()
  return row && decode('resident', row)
}

export async function findFamilyByKk(db: Reader, kk: string): Promise<Family | undefined> {
  const row = await db.selectFrom('family').selectAll().where('kk', '=', kk).executeTakeFirst()
  return row && decode('family', row)
}

/** The family a person belongs to today. */
export async function findMembership(db: Reader, residentId: string): Promise<Membership | undefined> {
  const row = await db
    .selectFrom('membership')
    .selectAll()
    .where('residentId', '=', residentId)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row && decode('membership', row)
}

export async function findFamilyCard(db: Reader, familyId: string): Promise<FamilyCard | undefined> {
  const family = await find(db, 'family', familyId)
  if (!family) return undefined
  const members = await db
    .selectFrom('membership')
    .innerJoin('resident', 'resident.id', 'membership.residentId')
    .select(['resident.id as residentId', 'resident.name', 'membership.relation', 'resident.birthDate'])
    .where('membership.familyId', '=', familyId)
    .where('membership.until', 'is', null)
    .orderBy('resident.birthDate')
    .execute()
  return { ...family, members }
}

export async function findFamilyOf(db: Reader, residentId: string): Promise<FamilyCard | undefined> {
  const membership = await findMembership(db, residentId)
  return membership && findFamilyCard(db, membership.familyId)
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

/** Residents whose name key is exactly this one. */
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

/** The people who belong to a family today. */
export async function listOfFamily(db: Reader, familyId: string): Promise<Resident[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('resident', 'resident.id', 'membership.residentId')
    .selectAll('resident')
    .where('membership.familyId', '=', familyId)
    .where('membership.until', 'is', null)
    .where('resident.mergedInto', 'is', null)
    .execute()
  return decodeAll('resident', rows)
}

export async function listByIds(db: Reader, ids: string[]): Promise<Resident[]> {
  if (ids.length === 0) return []
  return decodeAll('resident', await db.selectFrom('resident').selectAll().where('id', 'in', ids).execute())
}

/** The records that were merged into a resident. */
export async function listMergedInto(db: Reader, residentId: string): Promise<{ residentId: string; name: string }[]> {
  return db.selectFrom('resident').select(['id as residentId', 'name']).where('mergedInto', '=', residentId).orderBy('id').execute()
}
