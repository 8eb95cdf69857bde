import type { Database } from 'better-sqlite3'
import { type EntityName, isEntityName } from '#shared/changes/entities'
import type { Op } from '#shared/changes/op'
import { type Conflict, reduce } from '#shared/changes/reduce'
import { nameKey } from '#shared/residents/name-key'
import { putRow, readRow, statement } from './rows'

/** An op that does not fit the rows it meets. Locally this is a bug; nothing of the transaction is kept. */
export class ConflictError extends Error {
  readonly conflict: Conflict

  constructor(op: Pick<Op, 'entity' | 'type'>, conflict: Conflict) {
    super(`${op.type} of ${op.entity}: ${conflict}`)
    this.conflict = conflict
  }
}

/** Applies one op to the tables. An entity that this version does not know is left in the log for one that does. */
export function project(raw: Database, op: Op, change: string): void {
  if (!isEntityName(op.entity)) return
  const reduced = reduce(op, change, readRow(raw, op.entity, op.id))
  if (!reduced.ok) throw new ConflictError(op, reduced.conflict)
  putRow(raw, op.entity, { ...reduced.row, fields: { ...reduced.row.fields, id: op.id } })
  derived[op.entity]?.(raw, op.id, reduced.row.fields)
}

/** What follows from a row and is kept for speed; made again when the log is folded again. */
const derived: { [E in EntityName]?: (raw: Database, id: string, fields: Record<string, unknown>) => void } = {
  resident: (raw, id, fields) => indexName(raw, id, nameKey(String(fields.name)))
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
