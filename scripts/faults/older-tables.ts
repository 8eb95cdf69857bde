// The database of a desk as an older version of the program would have left it.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { NEWEST_VERSION } from '#main/database/migrate'
import { firstTables } from '#main/database/migrations/0001-first-tables'
import { replication } from '#main/database/migrations/0002-replication'
import { openDatabase, readerOf } from '#main/database/open'
import { readKeys } from '#main/keys/desk-keys'
import { inTheOpen } from '../lone-desk.ts'

/** Writes every row that the tables of version 2 know into a database of that version, which takes the place of the present one. */
export async function makeOlder(data: string): Promise<void> {
  const found = await readKeys(join(data, 'keys'), inTheOpen)
  if (found.kind !== 'found') throw new Error('the keys are not there')
  const { databaseKey } = found.keys
  const [file, older] = [join(data, 'desk.db'), join(data, 'older.db')]
  const [from, to] = [openDatabase(file, databaseKey, NEWEST_VERSION), openDatabase(older, databaseKey, NEWEST_VERSION)]
  const provider = { getMigrations: async () => ({ '0001-first-tables': firstTables, '0002-replication': replication }) }
  const { error } = await new Migrator({ db: readerOf(to), provider }).migrateToLatest()
  if (error) throw error
  to.pragma('foreign_keys = off')
  const named = `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%_fts%' and name not like 'kysely_%'`
  const kept = from.prepare(named).pluck().all() as string[]
  for (const table of to.prepare(named).pluck().all() as string[]) {
    if (!kept.includes(table)) continue
    const columns = (to.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => `"${name}"`)
    const put = to.prepare(`insert or replace into "${table}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
    for (const row of from
      .prepare(`select ${columns.join(', ')} from "${table}"`)
      .raw(true)
      .all() as unknown[][])
      put.run(...row)
  }
  // what was sent stood in a list of its own; now what waits does
  const sent = from.prepare('select hash from blob where hash not in (select hash from blob_to_send)').pluck().all() as string[]
  for (const hash of sent) to.prepare('insert into blob_sent (hash, at) values (?, 0)').run(hash)
  to.pragma('user_version = 2')
  from.close()
  to.pragma('wal_checkpoint(truncate)')
  to.close()
  for (const path of [file, `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true })
  renameSync(older, file)
  for (const path of [`${older}-wal`, `${older}-shm`]) if (existsSync(path)) rmSync(path)
}
