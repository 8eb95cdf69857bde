import type { Database } from 'better-sqlite3'
import { Change } from '#shared/changes/change'
import type { OpenedChange } from '#shared/sync/frame'
import { statement } from '../changes/rows'

type Row = { n: number; body: string; hash: string }

/** The place of the last own change that there is now. */
export function lastOwn(raw: Database): number {
  const row = statement(raw, 'select max(n) as n from "change" where frame is null').raw(false).get() as { n: number | null }
  return row.n ?? 0
}

/** The next own changes that the district may not have, behind one place and up to another: of one epoch, without a gap, at most so many. */
export function unsentBehind(raw: Database, after: number, upTo: number, most: number): { run: OpenedChange[]; last: number } {
  const sql = `select n, body, hash from "change" where state = 'new' and frame is null and n > ? and n <= ? order by n limit ?`
  const rows = statement(raw, sql).raw(false).all(after, upTo, most) as Row[]
  const run: (OpenedChange & { n: number })[] = []
  for (const { n, body, hash } of rows) {
    const change = Change.parse(JSON.parse(body))
    const before = run.at(-1)?.change
    if (before && (before.epoch !== change.epoch || before.seq + 1 !== change.seq)) break
    run.push({ change, body, hash, n })
  }
  return { run, last: run.at(-1)?.n ?? upTo }
}

/** The place of a change in the desk's own order. */
export function placeOf(raw: Database, id: string): number {
  return (statement(raw, 'select n from "change" where id = ?').raw(false).get(id) as { n: number }).n
}
