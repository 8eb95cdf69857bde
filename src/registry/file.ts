import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { APPLICATION_ID, FORMAT, PAGE_SIZE } from './layout'
import { RegistryError, type RegistryProblem } from './registry'

/** Kilobytes of pages that an open registry keeps in memory. */
const CACHE_KB = 14_000

/** A new, empty, encrypted file for one builder alone. Its writes need no journal: until it is proven nobody uses it. */
export function createFile(path: string, key: Uint8Array): Database.Database {
  const raw = new Database(path)
  unlock(raw, key)
  raw.pragma(`page_size = ${PAGE_SIZE}`)
  raw.pragma('journal_mode = memory')
  raw.pragma('synchronous = off')
  raw.pragma('locking_mode = exclusive')
  raw.pragma('temp_store = memory')
  raw.pragma(`cache_size = -${CACHE_KB}`)
  raw.pragma(`application_id = ${APPLICATION_ID}`)
  raw.pragma(`user_version = ${FORMAT}`)
  return raw
}

/** Opens a finished file to read, or throws a RegistryError; the file is never written to. */
export function openFile(path: string, key: Uint8Array): Database.Database {
  if (!existsSync(path)) throw new RegistryError('missing')
  let raw: Database.Database | undefined
  try {
    if (statSync(path).size < PAGE_SIZE || isPlainSqlite(path)) throw new RegistryError('damaged')
    raw = new Database(path, { readonly: true, fileMustExist: true })
    unlock(raw, key)
    inspect(raw, path)
    // several programs may read it; nobody writes, so nothing has to be looked at again before each query
    raw.pragma('locking_mode = exclusive')
    raw.pragma('temp_store = memory')
    raw.pragma('trusted_schema = off')
    raw.pragma('cell_size_check = on')
    raw.pragma(`cache_size = -${CACHE_KB}`)
    return raw
  } catch (error) {
    raw?.close()
    throw asRegistryError(error)
  }
}

function unlock(raw: Database.Database, key: Uint8Array): void {
  raw.pragma("cipher = 'aegis'")
  raw.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`)
}

function inspect(raw: Database.Database, path: string): void {
  const id = readFirst(raw)
  if (id !== APPLICATION_ID) throw new RegistryError('damaged')
  const format = raw.pragma('user_version', { simple: true }) as number
  if (format > FORMAT) throw new RegistryError('newer-version')
  // a file is made anew from its list or snapshot sooner than an old layout is read
  if (format < FORMAT) throw new RegistryError('damaged')
  const pages = raw.pragma('page_count', { simple: true }) as number
  if (statSync(path).size < pages * PAGE_SIZE) throw new RegistryError('damaged')
}

/** The tag of the first page fails alike for a wrong key and for damage in that page: the key is the likelier reason. */
function readFirst(raw: Database.Database): unknown {
  try {
    return raw.pragma('application_id', { simple: true })
  } catch (error) {
    throw (error as { code?: string }).code === 'SQLITE_NOTADB' ? new RegistryError('wrong-key', error) : error
  }
}

function isPlainSqlite(path: string): boolean {
  const descriptor = openSync(path, 'r')
  const start = Buffer.alloc(16)
  readSync(descriptor, start, 0, 16, 0)
  closeSync(descriptor)
  return start.toString('latin1') === 'SQLite format 3\0'
}

const PROBLEMS: readonly (readonly [RegExp, RegistryProblem])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/, 'disk-full'],
  [/^(SQLITE_NOTADB|SQLITE_CORRUPT|SQLITE_IOERR)/, 'damaged'],
  [/^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|EACCES|EPERM|EROFS|EISDIR|ENOTDIR|ENOENT|EBUSY)/, 'no-access']
]

/** What a failed file or database call means for the registry; any other error as it is. */
export function asRegistryError(error: unknown): unknown {
  const code = (error as { code?: string } | null)?.code ?? ''
  const problem = PROBLEMS.find(([pattern]) => pattern.test(code))?.[1]
  return problem === undefined ? error : new RegistryError(problem, error)
}
