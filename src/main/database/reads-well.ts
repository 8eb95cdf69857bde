import type { Database } from 'better-sqlite3'

/** What SQLite says of a file that is damaged, and, until it is closed, also of one of which a read failed once. */
export const isSaidToBeDamaged = (error: unknown): boolean =>
  /^SQLITE_(CORRUPT|NOTADB)/.test(String((error as { code?: unknown } | null)?.code))

/** Whether an open database can be read from end to end; about a second for 100 MB. */
export function readsWell(raw: Database): boolean {
  try {
    return raw.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch {
    return false
  }
}
