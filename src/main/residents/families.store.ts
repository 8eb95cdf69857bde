import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Family, Membership, Resident } from '#shared/residents/resident'
import type { FamilyCard } from '#shared/residents/residents.contract'
import { decode } from '../changes/rows'
import { decodeAll, find } from '../database/find'
import type { Reader } from '../database/tables'

/** Where somebody belongs today: the newest membership without an end. Two records that became one, or two desks without a line, may have begun several. */
const isToday = sql<boolean>`membership.until is null and not exists (select 1 from membership newer
  where newer.resident_id = membership.resident_id and newer.until is null and (newer.since, newer.id) > (membership.since, membership.id))`

/** A card's number, or the family itself where nobody has seen the card: one number is one card, also where two desks each began a family for it. */
export const cardOf = ({ id, kk }: Family): string => kk ?? id

/** In which families those on one card are kept, by what `cardOf` says of it. */
const familiesOn = (card: string) => sql<string>`(select id from family where id = ${card} union select id from family where kk = ${card})`

export async function findFamilyByKk(db: Reader, kk: string): Promise<Family | undefined> {
  const row = await db.selectFrom('family').selectAll().where('kk', '=', kk).orderBy('id').executeTakeFirst()
  return row && decode('family', row)
}

/** All memberships of a person that have no end yet, the one that counts first. */
export async function listMemberships(db: Reader, residentId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('membership')
    .selectAll()
    .where('residentId', '=', residentId)
    .where('until', 'is', null)
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return decodeAll('membership', rows)
}

/** The card that a person is on today. */
export async function findCardOf(db: Reader, residentId: string): Promise<string | null> {
  const family = await db
    .selectFrom('membership')
    .innerJoin('family', 'family.id', 'membership.familyId')
    .select(['family.id', 'family.kk'])
    .where('membership.residentId', '=', residentId)
    .where(isToday)
    .executeTakeFirst()
  return family ? cardOf(family) : null
}

export async function findFamilyCard(db: Reader, familyId: string): Promise<FamilyCard | undefined> {
  const family = await find(db, 'family', familyId)
  if (!family) return undefined
  const members = await db
    .selectFrom('membership')
    .innerJoin('resident', 'resident.id', 'membership.residentId')
    .select(['resident.id as residentId', 'resident.name', 'membership.relation', 'resident.birthDate', 'resident.presence'])
    .where('membership.familyId', 'in', familiesOn(cardOf(family)))
    .where(isToday)
    .orderBy('resident.birthDate')
    .orderBy('resident.id')
    .execute()
  return { ...family, members }
}

/** The family that a person belongs to today. */
export async function findFamilyOf(db: Reader, residentId: string): Promise<FamilyCard | undefined> {
  const [membership] = await listMemberships(db, residentId)
  return membership && findFamilyCard(db, membership.familyId)
}

/** The families that are kept under one card. */
export async function listFamiliesOn(db: Reader, card: string): Promise<Family[]> {
  return decodeAll('family', await db.selectFrom('family').selectAll().where('id', 'in', familiesOn(card)).execute())
}

/** Who is on a card today. */
export async function listOnCard(db: Reader, card: string): Promise<Resident[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('resident', 'resident.id', 'membership.residentId')
    .selectAll('resident')
    .where('membership.familyId', 'in', familiesOn(card))
    .where(isToday)
    .where('resident.mergedInto', 'is', null)
    .execute()
  return decodeAll('resident', rows)
}

/** Of the head on the card of a row of `family`; whoever is still there comes before whoever died or has gone. */
const headOf = (column: 'id' | 'name') => sql<
  string | null
>`(select ${sql.ref(`head.${column}`)} from membership join resident head on head.id = membership.resident_id
    where membership.relation = 'head' and ${isToday} and (membership.family_id = family.id or membership.family_id in (select id from family same where same.kk = family.kk))
    order by head.presence is not null, membership.since desc limit 1)`

/** For a row of `resident`: the head of the card that they are on today has a beginning of each of these words of a name key, in any order. */
export function isHeadedBy(words: readonly string[]): RawBuilder<SqlBool> {
  const called = words.map(word => sql<SqlBool>`' ' || search.name_key like ${`% ${word}%`}`)
  return sql`exists (select 1 from membership join family on family.id = membership.family_id join resident_search search on search.id = ${headOf('id')}
    where membership.resident_id = resident.id and ${isToday} and ${called.length === 0 ? sql`false` : sql.join(called, sql` and `)})`
}

/** The card that each of these is on today, with its first family and its head. */
export async function listCardsOf(db: Reader, residentIds: string[]) {
  if (residentIds.length === 0) return []
  return db
    .selectFrom('membership')
    .innerJoin('family', 'family.id', 'membership.familyId')
    .select(['membership.residentId', 'family.kk'])
    .select([
      sql<string>`coalesce((select min(same.id) from family same where same.kk = family.kk), family.id)`.as('familyId'),
      headOf('name').as('headName')
    ])
    .where('membership.residentId', 'in', residentIds)
    .where(isToday)
    .execute()
}
