import type { Database } from 'better-sqlite3'

/**
 * Does work that may leave rows without what they hang on, until the feed brings that. SPEC C12.
 * Not for use inside a transaction: there SQLite heeds no change of this setting.
 */
export function withoutForeignKeys<T>(raw: Database, work: () => T): T {
  raw.pragma('foreign_keys = off')
  try {
    return work()
  } finally {
    raw.pragma('foreign_keys = on')
  }
}
