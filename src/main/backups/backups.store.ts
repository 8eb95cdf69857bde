import type { Database } from 'better-sqlite3'
import type { Change } from '#shared/changes/change'
import { headOf } from '../changes/log'
import type { BackupContent } from './backup-file'

/** What a database holds: its place in the log, and how many rows of each table. */
export function contentOf(raw: Database): BackupContent {
  const names = raw
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%_fts%' order by name")
    .pluck()
    .all() as string[]
  const count = (name: string) => raw.prepare(`select count(*) from "${name}"`).pluck().get() as number
  return { head: headOf(raw), counts: Object.fromEntries(names.map(name => [name, count(name)])) }
}

/** Copies the database, encrypted as it is, into a new file, and syncs it. `db.backup` refuses an encrypted database. */
export function copyInto(raw: Database, file: string): void {
  raw.prepare('vacuum into ?').run(file)
}

/** The last of this desk's changes up to which the district has every one; 0 without a district. */
export function takenUpTo(raw: Database): number {
  if (raw.prepare('select district from here').pluck().get() === null) return 0
  const first = "select min(n) from \"change\" where signature is not null and state not in ('fed', 'replaced')"
  const waiting = raw.prepare(first).pluck().get() as number | null
  return waiting === null ? headOf(raw).seq : waiting - 1
}

/** When the oldest of this desk's own changes behind a place in its log was made, by the clock of that moment. */
export function madeAfter(raw: Database, n: number): number | undefined {
  const own = 'select body from "change" where n > ? and signature is not null order by n limit 1'
  const body = raw.prepare(own).pluck().get(n) as string | undefined
  return body === undefined ? undefined : (JSON.parse(body) as Change).at.wall
}

/** The latest moment that this desk's clock has shown with any of its changes behind a place in its log; undefined where there are none. */
export function latestAfter(raw: Database, n: number): number | undefined {
  const latest = `select max(body ->> '$.at.wall') from "change" where n > ? and signature is not null`
  return (raw.prepare(latest).pluck().get(n) as number | null) ?? undefined
}

/** The hash of this desk's own change at a place in its log. */
export const hashAt = (raw: Database, n: number): string | undefined =>
  raw.prepare('select hash from "change" where n = ? and signature is not null').pluck().get(n) as string | undefined
