import type { Kysely } from 'kysely'
import type { Dialect, PutRows, Tables } from './tables'

/** Where a server keeps its districts: a PostgreSQL database, or a folder. */
export type Place = { kind: 'postgres'; url: string } | { kind: 'sqlite'; folder: string }

export type Database = {
  dialect: Dialect
  db: Kysely<Tables>
  putRows: PutRows
  /** The role that every transaction takes on, where the connection's own would see past the policies. */
  role?: string
  /** Whether nothing can be written now, as on a standby, or on a disk that the system has closed after a fault. */
  isReadOnly(): Promise<boolean>
  /** The room left on the disk of a folder, in bytes; where the database is elsewhere nobody here knows. */
  freeBytes?(): Promise<number>
  close(): Promise<void>
}
