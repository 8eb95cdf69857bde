import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { syncFolder } from '#wire/sync-folder'
import { findBlob, OF_DISTRICT, wantBlob } from '../attachments/blobs.store'
import { inDistrict, inDistricts } from '../database/inside'
import { openDatabase } from '../database/open'
import type { Place } from '../database/place'
import { PlaceError } from '../database/place-error'
import { takeServingLock } from '../database/serving-lock'
import { databaseFile, openSqliteFile, removeDatabase } from '../database/sqlite'
import type { Inside } from '../database/tables'
import { listDistricts } from '../districts/districts.store'
import { renewFeed } from '../sync/feed.store'
import { type Counted, checkBackup } from './check-file'
import { copyDistrict } from './copy-district'

/**
 * Puts a backup in the place of what is there, and gives every district's feed a new epoch, so that the desks send what came after the backup.
 * What was there is kept beside it.
 */
export async function restoreBackup(file: string, place: Place): Promise<Counted[]> {
  const counted = checkBackup(file)
  await (place.kind === 'sqlite' ? restoreFolder(file, place.folder, counted) : restorePostgres(file, place, counted))
  return counted
}

/** A district as it was, but in a new life: what its desks have beside it they send again, and what is spoilt of it they are asked for. */
async function liveAnew(inside: Inside, counted: readonly Counted[]): Promise<void> {
  await renewFeed(inside)
  const damaged = counted.find(({ district }) => district === inside.district)?.damaged ?? []
  for (const hash of damaged) if ((await findBlob(inside, hash))?.device !== OF_DISTRICT) await wantBlob(inside, hash)
}

async function restoreFolder(file: string, folder: string, counted: readonly Counted[]): Promise<void> {
  const lock = takeServingLock(folder)
  try {
    const current = databaseFile(folder)
    const incoming = `${current}.restoring`
    try {
      await prepare(file, incoming, counted)
    } catch (error) {
      removeDatabase(incoming)
      throw error
    }
    setAside(current)
    renameSync(incoming, current)
    syncFolder(folder)
  } finally {
    lock.release()
  }
}

async function prepare(file: string, incoming: string, counted: readonly Counted[]): Promise<void> {
  removeDatabase(incoming)
  copyFileSync(file, incoming)
  const restored = await openSqliteFile(incoming)
  for (const { district } of await listDistricts(restored)) await inDistrict(restored, district, inside => liveAnew(inside, counted))
  await restored.close()
}

/** The files of a database keep belonging together under their new name, also when the power went between two of them. */
function setAside(current: string): void {
  let n = 1
  while (existsSync(`${current}.before-restore-${n}`)) n++
  if (!existsSync(current)) n = Math.max(1, n - 1)
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(`${current}${part}`)) renameSync(`${current}${part}`, `${current}.before-restore-${n}${part}`)
  }
}

/** Only into a database that holds no district: another one is made in a moment, and nothing is overwritten. */
async function restorePostgres(file: string, place: Place, counted: readonly Counted[]): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'loket-restore-'))
  const server = await openDatabase(place)
  try {
    if ((await listDistricts(server)).length > 0) throw new PlaceError('this database holds districts already: restore into a new one')
    copyFileSync(file, join(scratch, 'backup.db'))
    const from = await openSqliteFile(join(scratch, 'backup.db'))
    const districts = (await listDistricts(from)).map(({ district }) => district)
    await inDistricts(server, districts, async target => {
      await inDistrict(from, target.district, source => copyDistrict(source, target))
      await liveAnew(target, counted)
    })
    await from.close()
  } finally {
    await server.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}
