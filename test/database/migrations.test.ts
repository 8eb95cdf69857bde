import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { copyBefore, migrate, NEWEST_VERSION } from '#main/database/migrate'
import { openDatabase, readerOf } from '#main/database/open'
import { readKeys } from '#main/keys/desk-keys'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { testDesk, testSecrets, value } from '#test/support/test-desk'

const folder = mkdtempSync(join(tmpdir(), 'desk-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))
const key = Buffer.alloc(32, 7)

const schemaOf = (raw: Database.Database) => raw.prepare('select type, name, sql from sqlite_master order by name').all()

/** How many rows each table holds. */
function countsOf(raw: Database.Database): Record<string, number> {
  const tables = raw.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]
  return Object.fromEntries(tables.map(({ name }) => [name, (raw.prepare(`select count(*) as n from "${name}"`).get() as { n: number }).n]))
}

it('makes the newest tables in an empty file and says which version they have', async () => {
  const file = join(folder, 'empty.db')
  const raw = openDatabase(file, key, NEWEST_VERSION)
  expect(raw.pragma('user_version', { simple: true })).toBe(0)
  await migrate(raw, readerOf(raw), file, key)
  expect(raw.pragma('user_version', { simple: true })).toBe(NEWEST_VERSION)
  expect(Object.keys(countsOf(raw))).toContain('letter_book')
  expect(existsSync(`${file}.before-${NEWEST_VERSION}`)).toBe(false)
  raw.close()
})

it('changes nothing when it runs again, nor when it was cut off before it could say the version', async () => {
  const file = join(folder, 'twice.db')
  const raw = openDatabase(file, key, NEWEST_VERSION)
  const db = readerOf(raw)
  await migrate(raw, db, file, key)
  const schema = schemaOf(raw)
  for (const version of [NEWEST_VERSION, 0]) {
    raw.pragma(`user_version = ${version}`)
    await migrate(raw, db, file, key)
    expect(schemaOf(raw)).toEqual(schema)
    expect(raw.pragma('user_version', { simple: true })).toBe(NEWEST_VERSION)
  }
  raw.close()
})

it('leaves the copy from before this version beside the database, and none of earlier versions', async () => {
  const file = join(folder, 'years.db')
  const raw = openDatabase(file, key, NEWEST_VERSION)
  await migrate(raw, readerOf(raw), file, key)
  raw.pragma(`user_version = ${NEWEST_VERSION - 1}`)
  const others = ['before-3', `before-${NEWEST_VERSION - 1}`, 'before-999', 'before-3-mine'].map(name => `${file}.${name}`)
  for (const other of others) writeFileSync(other, 'x')
  await migrate(raw, readerOf(raw), file, key)
  expect(existsSync(`${file}.before-${NEWEST_VERSION}`)).toBe(true)
  expect(others.map(other => existsSync(other))).toEqual([false, false, true, true])
  raw.close()
})

it('copies an existing database first: encrypted with the same key, whole, with every row', async () => {
  const { desk, api, data } = await testDesk({ officer: 'front-office' })
  const found = await givenCase(api)
  value(await api.letters.issue(await givenLetterOrder(api, found.id)))
  const keys = await readKeys(join(data, 'keys'), testSecrets())
  if (keys.kind !== 'found') throw new Error('no keys')
  const copy = join(folder, 'copy.db')
  copyBefore(desk.raw, copy, keys.keys.databaseKey)
  expect(existsSync(`${copy}.new`)).toBe(false)
  expect(readFileSync(copy).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  expect(readFileSync(copy).includes('Siti Aminah')).toBe(false)

  const opened = openDatabase(copy, keys.keys.databaseKey, NEWEST_VERSION)
  expect(opened.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(countsOf(opened)).toEqual(countsOf(desk.raw))
  expect(schemaOf(opened)).toEqual(schemaOf(desk.raw))
  opened.close()
})

it('makes the copy anew over an older one and over one that was cut off', async () => {
  const { desk, data } = await testDesk({ officer: 'front-office' })
  const keys = await readKeys(join(data, 'keys'), testSecrets())
  if (keys.kind !== 'found') throw new Error('no keys')
  const copy = join(folder, 'again.db')
  for (const leftover of [copy, `${copy}.new`]) writeFileSync(leftover, 'sisa')
  copyBefore(desk.raw, copy, keys.keys.databaseKey)
  const opened = openDatabase(copy, keys.keys.databaseKey, NEWEST_VERSION)
  expect(countsOf(opened)).toEqual(countsOf(desk.raw))
  opened.close()
})

/** Leaves the tables as a version left them that did not know this migration and those after it. */
function makeOlder(raw: Database.Database, migration: string): void {
  if (migration <= '0015-flaw-checks') raw.exec('drop table flaw_check; alter table resident_flaw drop column about')
  if (migration <= '0017-old-attachments') raw.exec('drop index letter_by_pdf; drop index registry_check_by_screenshot')
  raw.prepare('delete from kysely_migration where name >= ?').run(migration)
  raw.pragma(`user_version = ${raw.prepare('select count(*) from kysely_migration').pluck().get()}`)
}

it.each(['0013-pairs-anew', '0016-pairs-by-village'])(
  'compares everybody again who may be one person, as this version does: %s',
  async migration => {
    const { desk, data, close } = await testDesk({ officer: 'front-office' })
    desk.raw.exec('insert or replace into pair_search (one, up_to) values (1, 1)')
    makeOlder(desk.raw, migration)
    await close()
    const again = await testDesk({ folder: data })
    expect(again.desk.raw.prepare('select up_to from pair_search').pluck().all()).toEqual([])
  }
)

it('keys names anew, as this version reads them', async () => {
  const { api, desk, data, close } = await testDesk({ officer: 'front-office' })
  await givenResident(api, { name: 'Ibu Sumarni' })
  desk.raw.exec("update resident_search set name_key = 'IBU SUMARNI'")
  makeOlder(desk.raw, '0012-name-keys')
  await close()
  const again = await testDesk({ folder: data })
  expect(again.desk.raw.prepare('select name_key from resident_search').pluck().all()).toEqual(['SUMARNI'])
})

it('finds people by the names of their merged records, also of those that an older version has merged', async () => {
  const { api, desk, data, close } = await testDesk({ officer: 'manager' })
  const stays = await givenResident(api, { name: 'Mbah Narti', nik: null, noNikReason: 'homeless' })
  const goes = await givenResident(api, { name: 'Sunarsih' })
  value(await api.residents.merge({ residentId: goes.id, into: stays.id }))
  desk.raw.exec("update resident_search set name_key = '' where name_key = 'SUNARSIH'")
  desk.raw.exec("insert into resident_fts (resident_fts) values ('rebuild')")
  makeOlder(desk.raw, '0014-merged-names')
  await close()
  const again = await testDesk({ folder: data, officer: 'front-office' })
  expect(value(await again.api.search.find({ text: 'sunarsih', purpose: 'visit' }))).toMatchObject([{ residentId: stays.id }])
})

it('[F4] leaves the copy from before, and nothing of one that cannot be read back', async () => {
  const { desk } = await testDesk({ officer: 'front-office' })
  const copy = join(folder, 'kept.db')
  writeFileSync(copy, 'the copy from before')
  expect(() => copyBefore(desk.raw, copy, Buffer.alloc(32, 7))).toThrow()
  expect(readFileSync(copy, 'utf8')).toBe('the copy from before')
  expect(existsSync(`${copy}.new`)).toBe(false)
})
