import type { Database } from 'better-sqlite3'
import { type Change, stampName } from '#shared/changes/change'
import { type EntityName, entities, isEntityName } from '#shared/changes/entities'
import { knownOp, type LoggedOp } from '#shared/changes/op'
import { type Clash, type Look, type Row, reduce } from '#shared/changes/reduce'
import { nameKey } from '#shared/residents/name-key'
import { forgetFlaws, indexFlaws } from './resident-flaws'
import { columnOf, isMergeable, namesIn, putRow, readRow, statement, tableOf } from './rows'

/** Applies one op to the tables and says what of it was set aside. What this version does not know is left in the log for one that does. */
export function project(raw: Database, logged: LoggedOp, change: Pick<Change, 'id' | 'replaces'>): Clash | undefined {
  const op = knownOp(logged)
  if (!op || !isEntityName(op.entity)) return undefined
  const look: Look = (entity, id) => readRow(raw, entity, id)
  const before = look(op.entity, op.id)
  const { row, clash } = reduce(op, stampName(change), before, look)
  if (row) show(raw, op.entity, op.id, row, before)
  return clash
}

/** Writes a folded row to its table, with all that follows from it. */
export function show(raw: Database, entity: EntityName, id: string, row: Row, before: Row | undefined): void {
  putRow(raw, entity, { ...row, fields: { ...row.fields, id } })
  derived[entity]?.(raw, id, row)
  if (isMergeable(entity) && (before?.fields.mergedInto ?? null) !== (row.fields.mergedInto ?? null)) showAgain(raw, entity, id, before)
}

/** SPEC C11: what hangs on a merged entity is found by walking the fields that name it, and written again where it is shown now. */
function showAgain(raw: Database, parent: EntityName, id: string, before: Row | undefined): void {
  const shownAt = [id, before?.fields.mergedInto].filter(at => typeof at === 'string')
  for (const entity of Object.keys(entities) as EntityName[]) {
    for (const [field, named] of namesIn(entity)) {
      if (named !== parent) continue
      const table = `"${tableOf(entity)}"`
      const children = `select id from ${table} where "${columnOf(field)}" = ?
        union select id from ${table} where rest is not null and rest ->> '$.named.${field}' = ?`
      const ids = shownAt.flatMap(at => statement(raw, children).raw(false).all(at, id) as { id: string }[])
      for (const child of new Set(ids.map(found => found.id))) {
        const row = readRow(raw, entity, child)
        if (row) putRow(raw, entity, row)
      }
    }
  }
}

/** What follows from a row and is kept for speed; made again when the log is folded again. */
const derived: { [E in EntityName]?: (raw: Database, id: string, row: Row) => void } = {
  resident: (raw, id, row) => {
    const { fields, gone } = row
    // also of one that was merged into another: people go on asking for either name
    indexName(raw, id, gone === undefined ? nameKey(String(fields.name)) : '')
    indexFlaws(raw, id, row)
  }
}

/** A resident whose making was taken back is found no more. */
export function hideResident(raw: Database, id: string): void {
  forgetFlaws(raw, id)
  indexName(raw, id, '')
  statement(raw, 'delete from resident_search where id = ?').run(id)
}

function indexName(raw: Database, id: string, key: string): void {
  const known = statement(raw, 'select n, name_key from resident_search where id = ?').raw(false).get(id) as
    | { n: number; name_key: string }
    | undefined
  if (known?.name_key === key) return
  if (known) {
    statement(raw, "insert into resident_fts (resident_fts, rowid, name_key) values ('delete', ?, ?)").run(known.n, known.name_key)
    statement(raw, 'update resident_search set name_key = ? where n = ?').run(key, known.n)
    statement(raw, 'insert into resident_fts (rowid, name_key) values (?, ?)').run(known.n, key)
    return
  }
  const { lastInsertRowid } = statement(raw, 'insert into resident_search (id, name_key) values (?, ?)').run(id, key)
  statement(raw, 'insert into resident_fts (rowid, name_key) values (?, ?)').run(lastInsertRowid, key)
}
