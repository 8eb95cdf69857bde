import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { BackupProblem } from '#shared/backups/backups.contract'
import { daysLostAt } from '#shared/backups/rotation'
import { ok, type Result, refuse } from '#shared/result'
import { syncFolder } from '#wire/sync-folder'
import type { Author } from '../changes/log'
import type { Reader } from '../database/tables'
import type { Ports } from '../ports'
import { type BackupNote, backupName, listBackups, writeNote } from './backup-file'
import { contentOf, copyInto, latestAfter } from './backups.store'
import { hasRoom, sweep } from './shelf'

type CopyOrder = { raw: Database; db: Reader; folder: string; key: Uint8Array; author: Author } & Pick<
  Ports,
  'clock' | 'backupWork' | 'freeBytes'
>

/** One more copy in the folder, opened and checked, with its signed note; of one that is not whole nothing is kept. */
export async function makeCopy(order: CopyOrder): Promise<Result<BackupNote, BackupProblem>> {
  const { raw, db, folder, key, author, clock, backupWork, freeBytes } = order
  mkdirSync(folder, { recursive: true })
  sweep(folder)
  if (!hasRoom(raw, freeBytes(folder))) return refuse({ kind: 'disk-full' })
  // on a turn of its own: inside somebody's transaction SQLite copies nothing
  const { content, name, unfinished } = await db.connection().execute(async () => {
    const content = contentOf(raw)
    const name = backupName(content.head.seq, clock.now())
    const unfinished = join(folder, `${name}.new`)
    copyInto(raw, unfinished)
    return { content, name, unfinished }
  })
  const checked = await backupWork.check(unfinished, key, content)
  if (!checked.isWhole) return refuse({ kind: 'not-whole' })
  renameSync(unfinished, join(folder, name))
  syncFolder(folder)
  const { bytes, sha256 } = checked
  const [newest, madeAt] = [listBackups(folder, author.publicKey)[0], clock.now()]
  const daysLost = daysLostAt(newest, { at: madeAt, workedUntil: latestAfter(raw, newest?.head.seq ?? 0) })
  const note: BackupNote = { v: 1, name, device: author.device, madeAt, ...(daysLost > 0 && { daysLost }), bytes, sha256, ...content }
  writeNote(folder, note, author.privateKey)
  return ok(note)
}
