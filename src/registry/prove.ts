import type Database from 'better-sqlite3'
import type { Edition } from '#shared/registry/edition'
import { ContentHash } from './content-hash'
import { asRegistryError, openFile } from './file'
import { readManifest } from './manifest'
import { eachRowAsJson } from './read-rows'
import { RegistryError, type RegistryTrust } from './registry'

const PORTION = 50_000

/**
 * Reads a finished file through, page by page and row by row, and compares it with what its manifest promises; throws a RegistryError.
 * Every page carries a tag, so a single changed bit is found.
 */
export async function proveRegistry(
  path: string,
  key: Uint8Array,
  trust: RegistryTrust,
  pause: (share: number) => Promise<void>
): Promise<Edition> {
  const raw = openFile(path, key)
  try {
    const edition = readManifest(raw, trust)
    if (raw.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new RegistryError('damaged')
    await pause(0.3)
    if ((await hashOf(raw, edition, pause)) !== edition.contentHash) throw new RegistryError('damaged')
    return edition
  } catch (error) {
    throw asRegistryError(error)
  } finally {
    raw.close()
  }
}

async function hashOf(raw: Database.Database, edition: Edition, pause: (share: number) => Promise<void>): Promise<string | undefined> {
  const hash = new ContentHash()
  let count = 0
  for (const row of eachRowAsJson(raw)) {
    hash.addJson(row)
    if (++count % PORTION === 0) await pause(0.3 + (0.7 * count) / Math.max(1, edition.rowCount))
  }
  return count === edition.rowCount ? hash.digest() : undefined
}
