import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { sql } from 'kysely'
import { inDistrict, readSnapshot } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { openSqliteFile } from '../database/sqlite'
import { listDistricts } from '../districts/districts.store'
import { saveBackup } from './backups.store'
import { type Counted, checkBackup } from './check-file'
import { copyDistrict } from './copy-district'

/** Writes all districts into one new file, while the server goes on, and says what is in it after the file was opened and checked. */
export async function backUp(server: Database, file: string, now: number): Promise<Counted[]> {
  if (existsSync(file)) throw new PlaceError(`${file} is already there; a backup never writes over another`)
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  if (server.dialect === 'sqlite') await sql`vacuum into ${unfinished}`.execute(server.db)
  else await dump(server, unfinished)
  const counted = checkBackup(unfinished)
  syncFile(unfinished)
  renameSync(unfinished, file)
  for (const { district, changes } of counted) await inDistrict(server, district, inside => saveBackup(inside, now, changes))
  return counted
}

/** Each district as it was at one moment. */
async function dump(server: Database, file: string): Promise<void> {
  const copy = await openSqliteFile(file)
  try {
    for (const { district } of await listDistricts(server)) {
      await readSnapshot(server, district, from => inDistrict(copy, district, to => copyDistrict(from, to)))
    }
    await sql`pragma wal_checkpoint(truncate)`.execute(copy.db)
  } finally {
    await copy.close()
  }
}

function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
