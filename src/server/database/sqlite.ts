import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { statfs, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely'
import { faultWord } from './fault-word'
import { migrate, NEWEST_VERSION } from './migrate'
import type { Database } from './place'
import { PlaceError } from './place-error'
import { putOnSqlite } from './put-rows'
import type { Tables } from './tables'

/** 'SLRd' in ASCII: a database of another program is never touched. */
const APPLICATION_ID = 0x534c5264
/** How many statements are kept prepared. */
const PREPARED = 300

export const databaseFile = (folder: string): string => join(folder, 'district.db')

/** A database with what belongs to it: the changes of one that was broken off would be written into the next of its name. */
export function removeDatabase(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${part}`, { force: true })
}

/** Opens the database in a folder, made if it is not there. An answer is given only after its WAL is on disk: every setting is asserted. */
export async function openSqlite(folder: string): Promise<Database> {
  // it holds the keys of the districts
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = databaseFile(folder)
  if (!existsSync(file) && readdirSync(folder).some(name => name.startsWith(`${basename(file)}.`)))
    throw new PlaceError(`a restore in ${folder} was broken off: run it again`)
  return openSqliteFile(file)
}

export async function openSqliteFile(file: string): Promise<Database> {
  try {
    return await openedFile(file)
  } catch (error) {
    const word = faultWord(error, file)
    throw word === undefined ? error : new PlaceError(word)
  }
}

async function openedFile(file: string): Promise<Database> {
  const raw = new SqliteFile(file, { timeout: 5_000 })
  try {
    inspect(raw, file)
    settle(raw)
    const prepare = statementsOf(raw)
    const db = kyselyOn(raw, prepare)
    if (version(raw) < NEWEST_VERSION) await bringUp(raw, db)
    return {
      dialect: 'sqlite',
      db,
      putRows: putOnSqlite((text, values) => void prepare(text).run(...values)),
      isReadOnly: () => mayOnlyBeRead(file),
      freeBytes: () => freeBytesAt(dirname(file)),
      close: () => db.destroy()
    }
  } catch (error) {
    raw.close()
    throw error
  }
}

async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Asked by touching it: of a disk that the system has closed after a fault it says that it may be written. Throws where the file is gone. */
async function mayOnlyBeRead(file: string): Promise<boolean> {
  const now = new Date()
  try {
    await utimes(file, now, now)
    return false
  } catch (error) {
    if (READ_ONLY_CODES.includes((error as NodeJS.ErrnoException).code ?? '')) return true
    throw error
  }
}

const READ_ONLY_CODES = ['EROFS', 'EACCES', 'EPERM']

/** Kysely gives each statement of SQLite its own transaction: a crash between two would leave half of the tables. */
async function bringUp(raw: SqliteFile.Database, db: Kysely<Tables>): Promise<void> {
  raw.exec('begin immediate')
  try {
    if (version(raw) < NEWEST_VERSION) await migrate(db, 'sqlite')
    raw.pragma(`user_version = ${NEWEST_VERSION}`)
    raw.exec('commit')
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback')
    throw error
  }
}

const version = (raw: SqliteFile.Database): number => raw.pragma('user_version', { simple: true }) as number

function inspect(raw: SqliteFile.Database, file: string): void {
  const tables = raw.prepare('select count(*) as n from sqlite_master').get() as { n: number }
  if (tables.n > 0 && raw.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new PlaceError(`${file} is no district server's database`)
  if (version(raw) > NEWEST_VERSION) throw new PlaceError(`${file} was written by a newer version of this program`)
}

function settle(raw: SqliteFile.Database): void {
  const wanted: Record<string, unknown> = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    secure_delete: 1,
    cell_size_check: 1,
    temp_store: 2,
    application_id: APPLICATION_ID
  }
  for (const [name, value] of Object.entries(wanted)) raw.pragma(`${name} = ${value}`)
  for (const [name, value] of Object.entries(wanted)) {
    const found = raw.pragma(name, { simple: true })
    if (found !== value) throw new Error(`database setting ${name} is ${found}, not ${value}`)
  }
  raw.pragma('journal_size_limit = 67108864')
  raw.pragma('cache_size = -32000')
  // 32 MB: frames that follow each other write the same pages of the indexes again and again
  raw.pragma('wal_autocheckpoint = 8000')
}

type Prepare = (source: string) => SqliteFile.Statement

/** The connection's statements, those asked for most kept prepared. */
function statementsOf(raw: SqliteFile.Database): Prepare {
  const prepared = new Map<string, SqliteFile.Statement>()
  return source => {
    const text = wordFor(source, raw)
    const known = prepared.get(text) ?? raw.prepare(text)
    if (prepared.size >= PREPARED) prepared.clear()
    prepared.set(text, known)
    return known
  }
}

function kyselyOn(raw: SqliteFile.Database, prepare: Prepare): Kysely<Tables> {
  const database = { prepare, close: () => raw.close() } as unknown as SqliteFile.Database
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }), plugins: [new CamelCasePlugin()] })
}

/** A transaction takes the writer's lock at once, so that none has to give up half-way; on a full disk SQLite has rolled back by itself. */
function wordFor(source: string, raw: SqliteFile.Database): string {
  if (source === 'begin') return 'begin immediate'
  return source === 'rollback' && !raw.inTransaction ? 'select 1' : source
}
