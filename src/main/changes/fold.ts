import type { Database } from 'better-sqlite3'
import { Change, stampName } from '#shared/changes/change'
import { type EntityName, entities, isEntityName } from '#shared/changes/entities'
import { knownOp } from '#shared/changes/op'
import { MERGES, type Place, touchedBy } from '#shared/changes/parents'
import { type Look, type Row, reduce } from '#shared/changes/reduce'
import { hideResident, project, show } from './project'
import { readRow, statement, tableOf } from './rows'

const PAGE = 500

/** SPEC L4: fed changes in the feed's order, then the others as they were made here; a refused one that was replaced stands out. */
const ORDER = 'c.is_out = 0 order by c.feed is null, c.feed, c.pos, c.n'

/** Empties every projected table and folds the whole log again, in one transaction: the log is the truth, the tables are its shadow. */
export function foldAgain(raw: Database): number {
  return raw.transaction(() => {
    raw.pragma('defer_foreign_keys = on')
    for (const entity of Object.keys(entities).reverse()) raw.prepare(`delete from "${tableOf(entity as EntityName)}"`).run()
    raw.prepare("insert into resident_fts (resident_fts) values ('delete-all')").run()
    raw.prepare('delete from resident_search').run()
    raw.prepare('delete from resident_flaw').run()
    raw.prepare('delete from clash').run()
    let folded = 0
    for (const body of bodies(raw)) {
      const change = Change.parse(JSON.parse(body))
      for (const op of change.ops) project(raw, op, change)
      folded++
    }
    return folded
  })()
}

/** Folds the history of some entities again, each from its first change. */
export function foldEntities(raw: Database, places: readonly Place[]): void {
  if (places.some(({ id }) => id === MERGES || wasMerged(raw, id))) {
    foldAgain(raw)
    return
  }
  raw.pragma('defer_foreign_keys = on')
  for (const { entity, id } of places) {
    if (!isEntityName(entity)) continue
    const before = readRow(raw, entity, id)
    const row = foldOne(raw, entity, id)
    if (row) show(raw, entity, id, row, before)
    else if (before) remove(raw, entity, id)
  }
}

/** Folds anew what a change that takes the place of another has a part in, and what that one had; of any other there is nothing to do. SPEC S9. */
export function foldInPlace(raw: Database, change: Pick<Change, 'ops' | 'replaces'>): void {
  if (change.replaces === undefined) return
  const earlier = statement(raw, 'select body from "change" where id = ?').raw(false).get(change.replaces) as { body: string } | undefined
  foldEntities(raw, [change, ...(earlier ? [Change.parse(JSON.parse(earlier.body))] : [])].flatMap(touchedBy))
}

/** Merges stand in one order among them, so whatever was ever merged is folded with all the rest. */
function wasMerged(raw: Database, id: string): boolean {
  const both = 'select 1 from touch a join touch b on b.n = a.n where a.id = ? and b.id = ? limit 1'
  return statement(raw, both).raw(true).get(id, MERGES) !== undefined
}

function foldOne(raw: Database, entity: EntityName, id: string): Row | undefined {
  const source = `select c.body from touch t join "change" c on c.n = t.n where t.id = ? and ${ORDER}`
  const look: Look = (name, at) => readRow(raw, name, at)
  let row: Row | undefined
  for (const { body } of statement(raw, source).raw(false).all(id) as { body: string }[]) {
    const change = Change.parse(JSON.parse(body))
    for (const logged of change.ops) {
      const op = knownOp(logged)
      if (op?.id === id && op.entity === entity) row = reduce(op, stampName(change), row, look).row
    }
  }
  return row
}

/** The last change that made it was taken back before anybody else saw it. */
function remove(raw: Database, entity: EntityName, id: string): void {
  if (entity === 'resident') hideResident(raw, id)
  statement(raw, 'delete from clash where entity = ? and id = ?').run(entity, id)
  statement(raw, `delete from "${tableOf(entity)}" where id = ?`).run(id)
}

/** The log in order, a page at a time: SQLite does nothing else on a connection that is being read row by row. */
function* bodies(raw: Database): Generator<string> {
  const order = statement(raw, `select n from "change" c where ${ORDER}`).raw(true).all() as [number][]
  for (let from = 0; from < order.length; from += PAGE) {
    for (const [n] of order.slice(from, from + PAGE))
      yield (statement(raw, 'select body from "change" where n = ?').raw(false).get(n) as { body: string }).body
  }
}

/** Every projected row as text, for comparing two states of the tables. */
export function snapshot(raw: Database): Record<string, string[]> {
  const tables = [...Object.keys(entities).map(entity => tableOf(entity as EntityName)), 'resident_search', 'resident_flaw', 'clash']
  return Object.fromEntries(
    tables.map(table => {
      const columns = table === 'resident_search' ? 'id, name_key' : '*'
      const order = { clash: 'entity, id, change', resident_flaw: 'resident_id, flaw' }[table] ?? 'id'
      const rows = raw.prepare(`select ${columns} from "${table}" order by ${order}`).all() as object[]
      return [table, rows.map(row => JSON.stringify(row))]
    })
  )
}
