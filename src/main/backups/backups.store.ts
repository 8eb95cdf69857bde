import type { Database } from 'better-sqlite3'
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

/** The hash of this desk's own change at a place in its log. */
export const hashAt = (raw: Database, n: number): string | undefined =>
  raw.prepare('select hash from "change" where n = ? and signature is not null').pluck().get(n) as string | undefined
