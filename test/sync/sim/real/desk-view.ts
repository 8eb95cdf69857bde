import type { Database } from 'better-sqlite3'
import { epochOf } from '#main/changes/log'
import { readRow, statement, tableOf } from '#main/changes/rows'
import { type EntityName, entities } from '#shared/changes/entities'
import type { Row } from '#shared/changes/reduce'
import type { DeskStore, Known } from '#shared/sync/desk-store'
import { rowKey } from '#shared/sync/district-store'
import type { Entry } from '../disk'
import type { DeskView } from '../storage'

type Kept = { id: string; hash: string; body: string; pos: number; was: string | null; made: number }

/** All that a desk's database holds, read out. */
export function viewOf(raw: Database, store: DeskStore): Omit<DeskView, 'bookId'> {
  const kept = statement(raw, 'select id, hash, body, pos, was, signature is not null as made from "change" order by n')
    .raw(false)
    .all() as Kept[]
  const log = new Map(
    kept.map(({ id, hash, body, pos, was, made }): [string, Entry] => {
      const { place, isOut, replaces } = store.find(id) as Known
      return [
        id,
        { id, change: JSON.parse(body), body, hash, replaces, place, pos, isMade: made === 1, isOut, ...(was === null ? {} : { was }) }
      ]
    })
  )
  const rows = new Map<string, Row>()
  for (const entity of Object.keys(entities) as EntityName[])
    for (const [id] of statement(raw, `select id from "${tableOf(entity)}" order by rowid`)
      .raw(true)
      .all() as [string][])
      rows.set(rowKey(entity, id), withoutNulls(readRow(raw, entity, id) as Row))
  return { epoch: epochOf(raw), log, rows }
}

/** A table has a place for every field, and the id in one of its own. */
export function withoutNulls(row: Row): Row {
  const said = Object.entries(row.fields).filter(([field, value]) => value !== null && field !== 'id')
  return { ...row, fields: Object.fromEntries(said) }
}
