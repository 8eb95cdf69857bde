import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { syncFile, syncFolder } from '#wire/sync-folder'
import { findBlob } from '../attachments/blobs.store'
import { checkBlob } from '../attachments/check-blob'
import { faultWord } from '../database/fault-word'
import { inDistrict, readSnapshot } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { openSqliteFile, removeDatabase } from '../database/sqlite'
import { listDistricts } from '../districts/districts.store'
import { saveBackup } from './backups.store'
import { type Counted, checkBackup } from './check-file'
import { copyDistrict } from './copy-district'

/** Writes all districts into one new file, while the server goes on, and says what is in it after the file was opened and checked. */
export async function backUp(server: Database, file: string, now: number): Promise<Counted[]> {
  if (existsSync(file)) throw new PlaceError(`${file} is already there; a backup never writes over another`)
  const unfinished = `${file}.unfinished`
  const counted = await copyChecked(server, unfinished).catch(error => {
    removeDatabase(unfinished)
    const word = faultWord(error, file)
    throw word === undefined ? error : new PlaceError(word)
  })
  renameSync(unfinished, file)
  syncFolder(dirname(file))
  for (const { district, changes, damaged } of counted) {
    await inDistrict(server, district, inside => saveBackup(inside, now, changes))
    for (const hash of damaged) await checkNamed(server, district, hash)
  }
  return counted
}

/** What is spoilt in the copy mostly is where it came from: the desks are asked for it again. SPEC P14. */
async function checkNamed(server: Database, district: string, hash: string): Promise<void> {
  const blob = await inDistrict(server, district, inside => findBlob(inside, hash))
  if (blob?.isWhole === 1) await checkBlob(server, district, blob)
}

/** The file is on the disk and checked when this returns; nobody but its user may read it. */
async function copyChecked(server: Database, file: string): Promise<Counted[]> {
  removeDatabase(file)
  writeFileSync(file, '', { mode: 0o600 })
  if (server.dialect === 'sqlite') await sql`vacuum into ${file}`.execute(server.db)
  else await dump(server, file)
  const counted = checkBackup(file)
  syncFile(file)
  return counted
}

/** Each district as it was at one moment. */
async function dump(server: Database, file: string): Promise<void> {
  const copy = await openSqliteFile(file)
  try {
    for (const { district } of await listDistricts(server)) {
      await readSnapshot(server, district, from => inDistrict(copy, district, to => copyDistrict(from, to)))
    }
    // one file, to be read where nothing may be written
    await sql`pragma journal_mode = delete`.execute(copy.db)
  } finally {
    await copy.close()
  }
}
