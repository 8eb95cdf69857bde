import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { PlaceError } from './place-error'

/**
 * Makes this process the only server on a folder until it ends, however it ends. It is a lock of its own, so that the commands of whoever looks
 * after the server still reach the database while it runs.
 */
export function takeServingLock(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = new SqliteFile(join(folder, 'serving.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY'))
      throw new PlaceError(`a district server is already running on ${folder}`)
    throw error
  }
  return { release: () => lock.close() }
}
