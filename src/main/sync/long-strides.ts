import type { Database } from 'better-sqlite3'

/** Pages of SQLite's log after which they are written to their places: a conversation changes the same ones again and again. */
const STRIDES = { long: 2_000, usual: 200 } as const

/** Does a piece of work that commits many times; each commit is on disk as ever, and only its way to the tables' own pages is put off. */
export async function inLongStrides<T>(raw: Database, work: () => Promise<T>): Promise<T> {
  raw.pragma(`wal_autocheckpoint = ${STRIDES.long}`)
  try {
    return await work()
  } finally {
    raw.pragma(`wal_autocheckpoint = ${STRIDES.usual}`)
  }
}
