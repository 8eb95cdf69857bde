import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DriveProblem } from '#shared/files/drive-problem'
import type { CopiesOnStick } from '#shared/recovery/recovery.contract'
import { ok, type Result, refuse } from '#shared/result'
import { syncFile, syncFolder } from '#wire/sync-folder'
import { copyNames, madeAtIn } from '../backups/backup-file'
import { COPIES_FOLDER, SEALED_BOOK } from '../backups/stick'
import { PLACE_FILE } from '../changes/second-journal'
import { driveProblem } from '../files/drive-problem'
import { ESCROW_FILE } from '../keys/escrow-key'
import { NEW_RECOVERY_FILE, openWithCode, RECOVERY_FILE } from '../keys/recovery-key'
import { findDrive, listDrives } from '../sync/drives'
import { noteRecovered } from './set-aside'
import { move, newFolder } from './swap'

/** What was fetched whole and waits to take the place of a desk that has nothing in it. */
const FETCHED = 'from-stick'
/** The newest one, and others in case that is damaged. */
const MOST_COPIES = 3
/** What a desk without anything in it has made: keyed otherwise than what was fetched. */
const OF_THE_EMPTY_DESK = [
  'desk.db-wal',
  'desk.db-shm',
  'desk.db-journal',
  'desk.db',
  'keys',
  'journal',
  PLACE_FILE,
  'backups',
  'registry',
  'district-files'
]

/** Whose copies lie on the sticks that are in now, the newest first. */
export async function copiesOnSticks(): Promise<CopiesOnStick[]> {
  const found = (await listDrives()).flatMap(({ path, name }) =>
    foldersOn(path).flatMap(folder => {
      const [newest] = copyNames(join(path, COPIES_FOLDER, folder))
      return newest ? [{ drive: path, name, folder, madeAt: madeAtIn(newest) }] : []
    })
  )
  return found.sort((a, b) => b.madeAt - a.madeAt)
}

/** The folders of all desks on the sticks that are in now. */
export const copyFoldersOnSticks = async (): Promise<string[]> =>
  (await listDrives()).flatMap(({ path }) => foldersOn(path).map(folder => join(path, COPIES_FOLDER, folder)))

function foldersOn(drive: string): string[] {
  try {
    return readdirSync(join(drive, COPIES_FOLDER)).filter(name => /^[0-9a-f]{8}$/.test(name))
  } catch {
    return [] // none is there, or the stick was pulled out
  }
}

type Wanted = { drive: string; folder: string; code: string }

/** Fetches a desk's newest copies from a stick, if the code opens them. Until all of it is here, nothing of this desk is touched. */
export async function fetchFromStick(
  data: string,
  { drive, folder, code }: Wanted
): Promise<Result<null, { kind: 'no-backup' } | { kind: 'wrong-code' } | { kind: 'disk-full' } | DriveProblem>> {
  if (!(await findDrive(drive)) || !foldersOn(drive).includes(folder)) return refuse({ kind: 'no-drive' })
  const from = join(drive, COPIES_FOLDER, folder)
  const unfinished = join(data, `${FETCHED}.new`)
  try {
    rmSync(unfinished, { recursive: true, force: true })
    const copies = copyNames(from).slice(0, MOST_COPIES)
    if (copies.length === 0) return refuse({ kind: 'no-backup' })
    const sealed = [RECOVERY_FILE, NEW_RECOVERY_FILE, ESCROW_FILE, SEALED_BOOK]
    await copyInto(from, join(unfinished, 'backups'), sealed)
    if (openWithCode(unfinished, code).kind !== 'opened') return refuse({ kind: 'wrong-code' })
    await copyInto(
      from,
      join(unfinished, 'backups'),
      copies.flatMap(name => [name, `${name}.json`])
    )
    rmSync(join(data, FETCHED), { recursive: true, force: true })
    renameSync(unfinished, join(data, FETCHED))
    syncFolder(data)
    return ok(null)
  } catch (error) {
    const problem = driveProblem(error)
    if (!problem) throw error
    // a stick that is read does not fill up: this PC's own disk has
    return refuse(problem.kind === 'drive-full' ? { kind: 'disk-full' } : problem)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

async function copyInto(from: string, to: string, names: readonly string[]): Promise<void> {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const name of names) {
    if (!existsSync(join(from, name))) continue
    await copyFile(join(from, name), join(to, name))
    syncFile(join(to, name))
  }
}

/** Whether copies from a stick wait to take this desk's place. */
export const hasFetched = (data: string): boolean => existsSync(join(data, FETCHED))

/** Puts fetched copies in the place of a desk that has nothing in it, which goes aside whole; they are opened with their code then. Cut off anywhere, the next call goes on. */
export function finishFetch(data: string, at: number): void {
  if (!hasFetched(data)) return
  const copies = join(data, FETCHED, 'backups')
  if (existsSync(copies)) {
    const aside = newFolder(data, at)
    noteRecovered(aside, true)
    for (const name of OF_THE_EMPTY_DESK) move(join(data, name), aside)
    syncFolder(aside)
    renameSync(copies, join(data, 'backups'))
    syncFolder(data)
  }
  rmSync(join(data, FETCHED), { recursive: true, force: true })
}
