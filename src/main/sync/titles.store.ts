import { references } from '#shared/changes/parents'
import { readRow } from '../changes/rows'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'

type Place = { entity: string; id: string }

/** What people call a record: a person's name, the number of a case or letter; empty for one that has no name of its own. */
export async function titleOf(db: Reader, { entity, id }: Place): Promise<string> {
  switch (entity) {
    case 'resident':
      return (await db.selectFrom('resident').select('name as title').where('id', '=', id).executeTakeFirst())?.title ?? ''
    case 'officer':
      return (await db.selectFrom('officer').select('name as title').where('id', '=', id).executeTakeFirst())?.title ?? ''
    case 'organization':
      return (await db.selectFrom('organization').select('name as title').where('id', '=', id).executeTakeFirst())?.title ?? ''
    case 'signer':
      return (await db.selectFrom('signer').select('name as title').where('id', '=', id).executeTakeFirst())?.title ?? ''
    case 'case':
      return (await db.selectFrom('case').select('number as title').where('id', '=', id).executeTakeFirst())?.title ?? ''
    case 'letter':
      return (await db.selectFrom('letter').select('number as title').where('id', '=', id).executeTakeFirst())?.title ?? ''
    case 'visit':
      return (await db.selectFrom('visit').select('ticket as title').where('id', '=', id).executeTakeFirst())?.title ?? ''
    case 'family':
      return titleOfFamily(db, id)
    case 'proposalBatch':
      return (await db.selectFrom('proposalBatch').select('number as title').where('id', '=', id).executeTakeFirst())?.title ?? ''
    case 'pairJudgement':
      return titleOfPair(db, id)
    default:
      return ''
  }
}

/** A family is called by its head, or by whoever is on its card. */
async function titleOfFamily(db: Reader, id: string): Promise<string> {
  const member = await db
    .selectFrom('membership')
    .innerJoin('resident', 'resident.id', 'membership.residentId')
    .select('resident.name')
    .where('membership.familyId', '=', id)
    .orderBy(eb => eb.case().when('membership.until', 'is', null).then(0).else(1).end())
    .orderBy(eb => eb.case().when('membership.relation', '=', 'head').then(0).else(1).end())
    .executeTakeFirst()
  return member?.name ?? ''
}

async function titleOfPair(db: Reader, id: string): Promise<string> {
  const names = await db
    .selectFrom('pairJudgement')
    .innerJoin('resident as one', 'one.id', 'pairJudgement.residentId')
    .innerJoin('resident as other', 'other.id', 'pairJudgement.otherId')
    .select(['one.name', 'other.name as otherName'])
    .where('pairJudgement.id', '=', id)
    .executeTakeFirst()
  return names ? `${names.name} – ${names.otherName}` : ''
}

/** The first thing with a name that a record belongs to: the visit of a participant, the case of a paper; somebody's place in a family belongs to that person. */
export async function parentOf(
  { db, raw }: Pick<Desk, 'db' | 'raw'>,
  { entity, id }: Place
): Promise<(Place & { title: string }) | undefined> {
  const fields = readRow(raw, entity, id)?.fields ?? {}
  for (const [field, parent] of Object.entries(references[entity] ?? {})) {
    if (parent === 'family') continue
    const named = fields[field]
    const title = typeof named === 'string' ? await titleOf(db, { entity: parent, id: named }) : ''
    if (title !== '') return { entity: parent, id: named as string, title }
  }
  return undefined
}
