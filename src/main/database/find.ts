import { sql } from 'kysely'
import type { EntityName, EntityRow } from '#shared/changes/entities'
import { decode } from '../changes/rows'
import type { Reader, Stored } from './tables'

/** The entity with this id, as the shared types know it. */
export async function find<E extends EntityName>(db: Reader, entity: E, id: string): Promise<EntityRow<E> | undefined> {
  const { rows } = await sql<Stored<EntityRow<E>>>`select * from ${sql.table(entity)} where id = ${id}`.execute(db)
  return rows[0] && decode(entity, rows[0])
}

/** Like `find`, for an id that this program itself stored: its absence is a bug and throws. */
export async function get<E extends EntityName>(db: Reader, entity: E, id: string): Promise<EntityRow<E>> {
  const row = await find(db, entity, id)
  if (!row) throw new Error(`no such ${entity}`)
  return row
}

/** Stored rows as the shared types know them. */
export const decodeAll = <E extends EntityName>(entity: E, rows: Stored<EntityRow<E>>[]): EntityRow<E>[] =>
  rows.map(row => decode(entity, row))
