import type { Database } from 'better-sqlite3'
import { Change } from '#shared/changes/change'
import { type EntityName, entities } from '#shared/changes/entities'
import { project } from './project'
import { statement, tableOf } from './rows'

const PAGE = 500

/** Empties every projected table and folds the whole log again, in one transaction: the log is the truth, the tables are its shadow. */
export function foldAgain(raw: Database): number {
  return raw.transaction(() => {
    raw.pragma('defer_foreign_keys = on')
    for (const entity of Object.keys(entities).reverse()) raw.prepare(`delete from "${tableOf(entity as EntityName)}"`).run()
    raw.prepare("insert into resident_fts (resident_fts) values ('delete-all')").run()
    raw.prepare('delete from resident_search').run()
    let folded = 0
    for (const body of bodies(raw)) {
      const change = Change.parse(JSON.parse(body))
      for (const op of change.ops) project(raw, op, change.id)
      folded++
    }
    return folded
  })()
}

/** The log in order, a page at a time: SQLite does nothing else on a connection that is being read row by row. */
function* bodies(raw: Database): Generator<string> {
  for (let seq = 0; ; ) {
    const page = statement(raw, `select seq, body from "change" where seq > ? order by seq limit ${PAGE}`).raw(false).all(seq) as {
      seq: number
      body: string
    }[]
    for (const { body } of page) yield body
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    seq = last.seq
  }
}

/** Every projected row as text, for comparing two states of the tables. */
export function snapshot(raw: Database): Record<string, string[]> {
  const tables = [...Object.keys(entities).map(entity => tableOf(entity as EntityName)), 'resident_search']
  return Object.fromEntries(
    tables.map(table => [table, (raw.prepare(`select * from "${table}" order by id`).all() as object[]).map(row => JSON.stringify(row))])
  )
}
