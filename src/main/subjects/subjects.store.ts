import { sql } from 'kysely'
import { type EntityName, type EntityRow, entities } from '#shared/changes/entities'
import { references } from '#shared/changes/parents'
import { decodeAll } from '../database/find'
import type { Reader, Stored } from '../database/tables'
import { listIdsOfPerson } from '../residents/residents.store'

/** A record that is about a person, as the shared types know it. */
export type HeldRecord = { entity: EntityName; row: Record<string, unknown> & { id: string } }

/** What hangs on one of these is about the person as well. */
const OWNED: readonly string[] = ['resident', 'case', 'referral', 'letter', 'proposal']
/** What a record of the person is part of; the others who are part of it stay out. */
const AROUND: readonly { of: EntityName; field: string; entity: EntityName }[] = [
  { of: 'membership', field: 'familyId', entity: 'family' },
  { of: 'participant', field: 'visitId', entity: 'visit' },
  { of: 'case', field: 'visitId', entity: 'visit' }
]

/** Everything about a person and those who turned out to be the same one, parents before children: found by walking the references of the log's own schemas, so that a new kind of record is in it by itself. */
export async function listHeldAbout(db: Reader, residentId: string): Promise<HeldRecord[]> {
  const held = new Map<EntityName, Map<string, HeldRecord>>()
  const add = async (entity: EntityName, field: string, ids: readonly string[]) => {
    const known = held.get(entity) ?? new Map<string, HeldRecord>()
    held.set(entity, known)
    for (const row of await listWhere(db, entity, field, ids)) known.set(row.id, { entity, row })
  }
  const idsOf = (entity: string): string[] => [...(held.get(entity as EntityName)?.keys() ?? [])]
  await add('resident', 'id', await listIdsOfPerson(db, residentId))
  for (const entity of Object.keys(entities) as EntityName[]) {
    for (const [field, owner] of Object.entries(references[entity] ?? {})) if (OWNED.includes(owner)) await add(entity, field, idsOf(owner))
  }
  for (const { of, field, entity } of AROUND) {
    const ids = [...(held.get(of)?.values() ?? [])].map(({ row }) => String(row[field]))
    await add(entity, 'id', ids)
  }
  return (Object.keys(entities) as EntityName[]).flatMap(entity => [...(held.get(entity)?.values() ?? [])])
}

async function listWhere(db: Reader, entity: EntityName, field: string, ids: readonly string[]): Promise<HeldRecord['row'][]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Stored<EntityRow<EntityName>>>`select * from ${sql.table(entity)}
    where ${sql.ref(field)} in (select value from json_each(${JSON.stringify(ids)})) order by id`.execute(db)
  return decodeAll(entity, rows) as HeldRecord['row'][]
}
