import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely'
import type { ClosedReason } from '#shared/rpc/call'
import type { Reader, Tables } from './tables'

/** 'SLRT' in ASCII: a database of another program is never touched. */
export const APPLICATION_ID = 0x534c5254

/** The smallest page that SQLite knows, in bytes. */
const SMALLEST = 512

/** Why a database was left as it was. */
export class ClosedError extends Error {
  readonly reason: ClosedReason

  constructor(reason: ClosedReason) {
    super(`the data stay closed: ${reason}`)
    this.reason = reason
  }
}

/**
 * Opens the encrypted database of a desk, or throws a ClosedError and leaves the file untouched.
 * WAL alone would mean synchronous=NORMAL in this build, which loses answered saves in a power cut: every setting is asserted, not assumed.
 */
export function openDatabase(file: string, key: Uint8Array, newestVersion: number): Database.Database {
  const found = statSync(file, { throwIfNoEntry: false })
  // what the size of a folder is, each disk says otherwise
  const size = found?.isFile() ? found.size : 0
  const isNew = size === 0
  let raw: Database.Database | undefined
  try {
    // SQLite reads a file of a few bytes as an empty database and would write over it
    if (!isNew && size < SMALLEST) throw new ClosedError('damaged')
    if (!isNew && isPlainSqlite(file)) throw new ClosedError('foreign-database')
    raw = new Database(file, { timeout: 300 })
    unlock(raw, key)
    // set later, it would make SQLite read the schema again
    raw.pragma('temp_store = memory')
    raw.pragma('locking_mode = exclusive')
    takeLock(raw)
    if (!isNew) inspect(raw, newestVersion)
    settle(raw)
    assertSettings(raw)
    return raw
  } catch (error) {
    raw?.close()
    throw asClosed(error)
  }
}

/** Opens a finished copy to look at it; nothing can be written through this. */
export function openCopy(file: string, key: Uint8Array): Database.Database {
  const copy = new Database(file, { readonly: true, fileMustExist: true })
  unlock(copy, key)
  return copy
}

function unlock(raw: Database.Database, key: Uint8Array): void {
  raw.pragma("cipher = 'chacha20'")
  raw.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`)
}

/** Kysely over the open connection, with each statement prepared once. */
export function readerOf(raw: Database.Database): Reader {
  const prepared = new Map<string, Database.Statement>()
  const prepare = (source: string) => {
    // on a full disk SQLite rolls back by itself; a second rollback would fail and hide the reason
    const sql = source === 'rollback' && !raw.inTransaction ? 'select 1' : source
    const known = prepared.get(sql) ?? raw.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const database = { prepare, close: () => raw.close() }
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: database as unknown as Database.Database }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
  })
}

/** In exclusive mode a read already takes the lock, and a second desk on the same folder is told so at once. */
function takeLock(raw: Database.Database): void {
  raw.prepare('select count(*) from sqlite_master').get()
  raw.exec('begin immediate; commit')
}

function inspect(raw: Database.Database, newestVersion: number): void {
  const id = raw.pragma('application_id', { simple: true })
  const tables = raw.prepare('select count(*) as n from sqlite_master').get() as { n: number }
  if (id !== APPLICATION_ID && tables.n > 0) throw new ClosedError('foreign-database')
  if ((raw.pragma('user_version', { simple: true }) as number) > newestVersion) throw new ClosedError('newer-version')
  if (raw.pragma('quick_check', { simple: true }) !== 'ok') throw new ClosedError('damaged')
}

function settle(raw: Database.Database): void {
  raw.pragma('journal_mode = wal')
  raw.pragma('synchronous = full')
  raw.pragma('wal_autocheckpoint = 200')
  raw.pragma('journal_size_limit = 16777216')
  raw.pragma('foreign_keys = on')
  raw.pragma('busy_timeout = 5000')
  raw.pragma('trusted_schema = off')
  raw.pragma('cell_size_check = on')
  raw.pragma('secure_delete = on')
  raw.pragma('cache_size = -16000')
  if (raw.pragma('application_id', { simple: true }) === 0) raw.pragma(`application_id = ${APPLICATION_ID}`)
}

function assertSettings(raw: Database.Database): void {
  const wanted: Record<string, unknown> = {
    cipher: 'chacha20',
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    locking_mode: 'exclusive',
    application_id: APPLICATION_ID,
    trusted_schema: 0,
    secure_delete: 1
  }
  for (const [name, value] of Object.entries(wanted)) {
    const found = raw.pragma(name, { simple: true })
    if (found !== value) throw new Error(`database setting ${name} is ${found}, not ${value}`)
  }
}

function isPlainSqlite(file: string): boolean {
  const descriptor = openSync(file, 'r')
  const start = Buffer.alloc(16)
  readSync(descriptor, start, 0, 16, 0)
  closeSync(descriptor)
  return start.toString('latin1') === 'SQLite format 3\0'
}

const NO_ACCESS = new Set(['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR'])

/** The reason that a failed file or database call gives for staying closed; any other error as it is. */
export function asClosed(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new ClosedError('in-use')
  if (code === 'SQLITE_NOTADB') return new ClosedError('damaged')
  if (code.startsWith('SQLITE_CORRUPT')) return new ClosedError('damaged')
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return new ClosedError('disk-full')
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || NO_ACCESS.has(code)) return new ClosedError('no-access')
  return error
}
