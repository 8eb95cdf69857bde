import { type KeyObject, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DriveProblem } from '#shared/files/drive-problem'
import { writeSynced } from '#wire/write-synced'
import { driveProblem } from '../files/drive-problem'
import { ESCROW_FILE } from '../keys/escrow-key'
import { NEW_RECOVERY_FILE, RECOVERY_FILE } from '../keys/recovery-key'
import { sealedIn } from '../keys/sealed-keys'
import { findDrive, listDrives } from '../sync/drives'
import { type BackupNote, listBackups, noteOf } from './backup-file'
import type { BackupWork, Copied } from './backup-work'
import { keepNotes, readNotes } from './notes'
import { setAsideBeyond, sweep, thin } from './shelf'

/** Where the copies of all desks lie on a stick. */
export const COPIES_FOLDER = 'loket-slrt-cadangan'
/** One folder a desk on a stick: whoever finds it can open nothing of it without the recovery code. */
export const stickFolder = (drive: string, device: string): string => join(drive, COPIES_FOLDER, device.slice(0, 8))
/** The emergency book, sealed to the desk: it lies beside the copies and goes where they go. */
export const SEALED_BOOK = 'darurat.sealed'
const MARK = 'stick.txt'
/** Copies on a stick that hold more than the desk had when it was put together anew. */
const GIVEN_UP = 'sebelum-pemulihan'
const backupsOfData = (data: string): string => join(data, 'backups')

/** Marks a stick as this desk's own; says why when it cannot be written. */
export async function registerStick(data: string, device: string, drive: string): Promise<DriveProblem | undefined> {
  if (!(await findDrive(drive))) return { kind: 'no-drive' }
  try {
    const folder = stickFolder(drive, device)
    mkdirSync(folder, { recursive: true })
    const mark = markOn(drive, device) ?? randomUUID()
    writeSynced(join(folder, MARK), mark)
    const { sticks } = readNotes(backupsOfData(data))
    keepNotes(backupsOfData(data), { sticks: [...new Set([...sticks, mark])] })
    return undefined
  } catch (error) {
    return driveProblem(error) ?? { kind: 'drive-not-written' }
  }
}

/** The drives with a stick in them that this desk has marked and that are in now. */
export async function findRegistered(data: string, device: string): Promise<string[]> {
  const { sticks } = readNotes(backupsOfData(data))
  if (sticks.length === 0) return []
  return (await listDrives()).map(({ path }) => path).filter(path => sticks.includes(markOn(path, device) ?? ''))
}

/** Whether a copy lies there with its note, which is written last. */
export const isOnStick = (drive: string, { device, name }: BackupNote): boolean => existsSync(noteOf(stickFolder(drive, device), name))

type Copy = { drive: string; folder: string; data: string; note: BackupNote; work: BackupWork; publicKey: KeyObject }

/** Copies a backup, its signed note, the keys sealed with the recovery code and to the district, and the emergency book: all that another PC needs beside either answer. As many copies stay there as on the shelf. */
export async function copyToStick({ drive, folder, data, note, work, publicKey }: Copy): Promise<Copied> {
  const to = stickFolder(drive, note.device)
  try {
    mkdirSync(to, { recursive: true })
    sweep(to)
    setAsideBeyond(to, note.head.seq, join(to, GIVEN_UP))
    thin(to, listBackups(to, publicKey))
    const copied = await work.copy(join(folder, note.name), join(to, note.name), note.sha256)
    if (copied !== 'copied') return copied
    for (const name of [RECOVERY_FILE, NEW_RECOVERY_FILE, ESCROW_FILE]) {
      const [sealed] = sealedIn(data, name)
      if (sealed) writeSynced(join(to, name), readFileSync(sealed.path, 'utf8'))
      else rmSync(join(to, name), { force: true })
    }
    const book = join(folder, SEALED_BOOK)
    if (existsSync(book)) writeSynced(join(to, SEALED_BOOK), readFileSync(book))
    else rmSync(join(to, SEALED_BOOK), { force: true })
    writeSynced(noteOf(to, note.name), readFileSync(noteOf(folder, note.name), 'utf8'))
    return 'copied'
  } catch (error) {
    return driveProblem(error)?.kind ?? 'drive-not-written'
  }
}

function markOn(drive: string, device: string): string | undefined {
  const path = join(stickFolder(drive, device), MARK)
  try {
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
  } catch {
    return undefined // pulled out in the meantime
  }
}
