import { createHash, createPublicKey } from 'node:crypto'
import { createReadStream, existsSync, rmSync } from 'node:fs'
import { copyFile, mkdtemp, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Database } from 'better-sqlite3'
import type { DriveProblem } from '#shared/files/drive-problem'
import { shred } from '#wire/shred'
import { syncFolder } from '#wire/sync-folder'
import { checkLog } from '../changes/check-log'
import { Journal } from '../changes/journal'
import { headOf } from '../changes/log'
import { replayJournal } from '../changes/recover'
import { migrate, NEWEST_VERSION } from '../database/migrate'
import { openCopy, openDatabase, readerOf } from '../database/open'
import { driveProblem } from '../files/drive-problem'
import type { BackupContent, BackupNote } from './backup-file'
import { contentOf } from './backups.store'

export type Checked = { isWhole: true; bytes: number; sha256: string } | { isWhole: false }
export type TestOrder = { folder: string; note: BackupNote; journal: string; key: Uint8Array; device: string; publicKey: Uint8Array }
export type Tested = { isGood: boolean; head: { seq: number; hash: string } | undefined; replayed: number; differences: string[] }
export type Copied = 'copied' | DriveProblem['kind']

/** Work on copies and on what was set aside that takes its time: a thread does it, and the counter goes on. */
export type BackupWork = {
  check(file: string, key: Uint8Array, content: BackupContent): Promise<Checked>
  test(order: TestOrder): Promise<Tested>
  copy(from: string, to: string, sha256: string): Promise<Copied>
  shred(paths: string[]): Promise<void>
}

export const backupWork: BackupWork = {
  /** Opens a copy with the key, checks every page, counts every table. */
  check: async (file, key, content) => {
    if (!holds(file, key, content)) return { isWhole: false }
    return { isWhole: true, ...(await hashFile(file)) }
  },

  /** Restores a copy in a folder of its own, from which nothing is ever taken into use. */
  test: async ({ folder, note, journal, key, device, publicKey }) => {
    const aside = await mkdtemp(join(folder, 'test-'))
    try {
      const file = join(aside, 'desk.db')
      await copyFile(join(folder, note.name), file)
      const { sha256 } = await hashFile(file)
      if (sha256 !== note.sha256 || !holds(file, key, note)) return { isGood: false, head: undefined, replayed: 0, differences: [] }
      const raw = openDatabase(file, key, NEWEST_VERSION)
      try {
        const db = readerOf(raw)
        await migrate(raw, db, file, key)
        const author = { device, publicKey: createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }) }
        const { recovered } = replayJournal(raw, new Journal(journal, key, () => '0000-00-00'), author)
        const { differences } = await checkLog(db, raw)
        return { isGood: differences.length === 0, head: headOf(raw), replayed: recovered, differences }
      } finally {
        raw.close()
      }
    } finally {
      await rm(aside, { recursive: true, force: true })
    }
  },

  /** Copies a file and reads it back; under its name lies only what was read back right. */
  copy: async (from, to, sha256) => {
    const unfinished = `${to}.new`
    try {
      await copyFile(from, unfinished)
      const descriptor = await open(unfinished, 'r+')
      // a file that stays open keeps a stick from being taken out
      await descriptor.sync().finally(() => descriptor.close())
      if ((await hashFile(unfinished)).sha256 !== sha256) return 'drive-not-written'
      await rename(unfinished, to)
      syncFolder(dirname(to))
      return 'copied'
    } catch (error) {
      return driveProblem(error)?.kind ?? 'drive-not-written'
    } finally {
      await rm(unfinished, { force: true }).catch(() => undefined)
    }
  },

  shred: async paths => paths.forEach(shred)
}

function holds(file: string, key: Uint8Array, content: BackupContent): boolean {
  let copy: Database | undefined
  try {
    copy = openCopy(file, key)
    return (
      copy.pragma('integrity_check', { simple: true }) === 'ok' &&
      isDeepStrictEqual(contentOf(copy), { head: content.head, counts: content.counts })
    )
  } catch {
    return false // SQLite cannot read it: then it is no copy
  } finally {
    copy?.close()
    for (const rest of [`${file}-wal`, `${file}-shm`]) if (existsSync(rest)) rmSync(rest)
  }
}

async function hashFile(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { bytes, sha256: hash.digest('hex') }
}
