// The floor: the rows a change left behind, written again by bare prepared statements into a second file of the same form, key and settings.
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { changesAfter } from '#main/changes/log'
import { statement, tableOf } from '#main/changes/rows'
import { openDatabase } from '#main/database/open'
import { Change } from '#shared/changes/change'
import { isEntityName } from '#shared/changes/entities'
import type { BenchDesk } from './bench-desk.ts'

type Row = Record<string, unknown>
type Write = { put: string; values: unknown[] }
export type RawTwin = { replay(writes: Write[]): number; close(): void }

/** A copy of the desk's database as it is now, opened as the desk opens its own. */
export function openRawTwin({ desk, data }: BenchDesk, key: Uint8Array, newestVersion: number): RawTwin {
  const file = join(data, 'raw.db')
  desk.raw.prepare('vacuum into ?').run(file)
  const raw = openDatabase(file, key, newestVersion)
  return { replay: writes => replay(raw, writes), close: () => raw.close() }
}

/** All rows of the newest change as they stand: the change itself, each row it touched, and the name keys that follow from them. */
export function writesOfLastChange({ desk }: BenchDesk, seq: number): Write[] {
  const [sealed] = changesAfter(desk.raw, seq - 1)
  if (!sealed) throw new Error(`there is no change ${seq}`)
  const change = Change.parse(JSON.parse(sealed.body))
  const rowOf = (sql: string, id: unknown): Row => desk.raw.prepare(sql).get(id) as Row
  const writes = [putOf('change', rowOf('select * from "change" where n = ?', seq), 'n')]
  const touched = new Map(change.ops.map(op => [op.id, op.entity]))
  for (const [id, entity] of touched) {
    writes.push({ put: 'insert into touch (id, n) values (?, ?) on conflict do nothing', values: [id, seq] })
    if (!isEntityName(entity)) continue
    const table = tableOf(entity)
    writes.push(putOf(table, rowOf(`select * from "${table}" where id = ?`, id), 'id'))
    if (entity !== 'resident') continue
    const search = rowOf('select * from resident_search where id = ?', id)
    writes.push(putOf('resident_search', search, 'id'))
    writes.push({ put: 'insert into resident_fts (rowid, name_key) values (?, ?)', values: [search.n, search.name_key] })
  }
  return writes
}

function putOf(table: string, row: Row, key: string): Write {
  const columns = Object.keys(row)
  const updates = columns.filter(column => column !== key).map(column => `"${column}" = excluded."${column}"`)
  const put = `insert into "${table}" (${columns.map(column => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')}) on conflict (${key}) do update set ${updates.join(', ')}`
  return { put, values: Object.values(row) }
}

/** Milliseconds for one transaction of these rows, statements prepared before. */
function replay(raw: Database, writes: Write[]): number {
  const prepared = writes.map(({ put, values }) => ({ run: statement(raw, put), values }))
  const [begin, commit] = [statement(raw, 'begin'), statement(raw, 'commit')]
  const from = performance.now()
  begin.run()
  for (const { run, values } of prepared) run.run(...values)
  commit.run()
  return performance.now() - from
}
