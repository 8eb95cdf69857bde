import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DriveProblem } from '#shared/files/drive-problem'
import { DOCUMENTS } from '#shared/proposals/proposals.contract'
import { ok, type Result, refuse } from '#shared/result'
import { syncFolder } from '#wire/sync-folder'
import type { Ports } from '../ports'
import { findDrive } from '../sync/drives'
import { driveProblem } from './drive-problem'

/** Among an officer's documents and on sticks, the office's files lie in a folder of their own. */
export const OFFICE_FOLDER = 'Loket SLRT'

/** The folder that files go to: on a stick that is plugged in, or among the documents of this PC. */
export async function folderFor(desk: Pick<Ports, 'ownFolder'>, to: string): Promise<Result<string, DriveProblem>> {
  if (to === DOCUMENTS) return ok(join(desk.ownFolder('documents'), OFFICE_FOLDER))
  const drive = await findDrive(to)
  return drive ? ok(join(drive.path, OFFICE_FOLDER)) : refuse({ kind: 'no-drive' })
}

/** Writes files whole or not at all, and answers where they lie. An older file of the same name is replaced. */
export async function saveFiles(
  folder: string,
  files: readonly { name: string; bytes: Uint8Array }[]
): Promise<Result<string[], DriveProblem>> {
  try {
    await mkdir(folder, { recursive: true })
    for (const { name, bytes } of files) await saveFile(join(folder, name), bytes)
    // a stick may be pulled out as soon as this is answered
    syncFolder(folder)
    return ok(files.map(({ name }) => join(folder, name)))
  } catch (error) {
    const problem = driveProblem(error)
    if (problem) return refuse(problem)
    throw error
  }
}

async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.new`
  try {
    const file = await open(unfinished, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}
