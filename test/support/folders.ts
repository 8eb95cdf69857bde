// Folders of closed desks, to be spoilt and opened again.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect } from 'vitest'
import { readKeys } from '#main/keys/desk-keys'
import { databaseFile } from '#main/recovery/swap'
import { givenCase, givenLetterOrder } from './given'
import { sharedDesk, testDesk, testSecrets, value } from './test-desk'

/** The folder of a desk with some work in it, closed as at the end of a day. */
export async function workedFolder(): Promise<string> {
  const at = await sharedDesk({ officer: 'front-office' })
  const found = await givenCase(at.api)
  value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))
  await at.close()
  return at.data
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that is gone when the test file ends. */
export function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `desk-${name}-`))
  folders.push(folder)
  return folder
}

/** The same folder in another place. */
export function copyOf(folder: string): string {
  const copy = folderOf('copy')
  for (const name of ['keys', 'journal']) mkdirSync(join(copy, name))
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    if (statSync(join(folder, name)).isFile()) copyFileSync(join(folder, name), join(copy, name))
  }
  return copy
}

export const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

/** Opening must fail for the reason and leave the database, and with it everything, as it is. */
export async function staysClosed(data: string, reason: string): Promise<void> {
  const file = databaseFile(data)
  const before = existsSync(file) && statSync(file).isFile() ? hashOf(file) : 'none'
  await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason })
  expect(existsSync(file) && statSync(file).isFile() ? hashOf(file) : 'none').toBe(before)
}

/** The key of the database that belongs to a folder. */
export async function keyOf(data: string): Promise<Uint8Array> {
  const found = await readKeys(join(data, 'keys'), testSecrets())
  if (found.kind !== 'found') throw new Error('no keys')
  return found.keys.databaseKey
}

/** The database opened behind the desk's back. */
export function withKey(file: string, key: Uint8Array): Database.Database {
  const raw = new Database(file)
  raw.pragma("cipher = 'chacha20'")
  raw.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`)
  return raw
}
