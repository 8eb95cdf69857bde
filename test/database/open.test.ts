import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { headOf } from '#main/changes/log'
import { NEWEST_VERSION } from '#main/database/migrate'
import { APPLICATION_ID, openDatabase } from '#main/database/open'
import { readKeys } from '#main/keys/desk-keys'
import { databaseFile } from '#main/open-desk'
import { givenCase, givenLetterOrder, givenResident, givenVisit } from '#test/support/given'
import { problem, sharedDesk, testDesk, testSecrets, value } from '#test/support/test-desk'

/** The folder of a desk with some work in it, closed as at the end of a day; each test takes a copy. */
const worked = await (async () => {
  const at = await sharedDesk({ officer: 'front-office' })
  const found = await givenCase(at.api)
  value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))
  await at.close()
  return at.data
})()
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `desk-${name}-`))
  folders.push(folder)
  return folder
}

function copyOf(folder: string): string {
  const copy = folderOf('copy')
  for (const name of ['keys', 'journal']) mkdirSync(join(copy, name))
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    if (statSync(join(folder, name)).isFile()) copyFileSync(join(folder, name), join(copy, name))
  }
  return copy
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

/** Opening must fail for the reason and leave the database, and with it everything, as it is. */
async function staysClosed(data: string, reason: string): Promise<void> {
  const file = databaseFile(data)
  const before = existsSync(file) && statSync(file).isFile() ? hashOf(file) : 'none'
  await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason })
  expect(existsSync(file) && statSync(file).isFile() ? hashOf(file) : 'none').toBe(before)
}

async function keyOf(data: string): Promise<Uint8Array> {
  const found = await readKeys(join(data, 'keys'), testSecrets())
  if (found.kind !== 'found') throw new Error('no keys')
  return found.keys.databaseKey
}

function withKey(file: string, key: Uint8Array): Database.Database {
  const raw = new Database(file)
  raw.pragma("cipher = 'chacha20'")
  raw.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`)
  return raw
}

describe('an open desk', () => {
  it('runs with every setting that its promises rest on', async () => {
    const { raw } = (await testDesk()).desk
    const setting = (name: string) => raw.pragma(name, { simple: true })
    expect({
      cipher: setting('cipher'),
      journal: setting('journal_mode'),
      synchronous: setting('synchronous'),
      foreignKeys: setting('foreign_keys'),
      locking: setting('locking_mode'),
      trustedSchema: setting('trusted_schema'),
      secureDelete: setting('secure_delete'),
      cellSizeCheck: setting('cell_size_check'),
      tempStore: setting('temp_store'),
      checkpoint: setting('wal_autocheckpoint'),
      application: setting('application_id'),
      version: setting('user_version')
    }).toEqual({
      cipher: 'chacha20',
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      locking: 'exclusive',
      trustedSchema: 0,
      secureDelete: 1,
      cellSizeCheck: 1,
      tempStore: 2,
      checkpoint: 200,
      application: APPLICATION_ID,
      version: NEWEST_VERSION
    })
    const { version } = raw.prepare('select sqlite_version() as version').get() as { version: string }
    expect(version.localeCompare('3.51.3', undefined, { numeric: true })).toBeGreaterThanOrEqual(0)
  })

  it('writes no file that begins like a plain database', async () => {
    const { data } = await testDesk({ officer: 'front-office' })
    for (const name of readdirSync(data, { recursive: true }) as string[]) {
      if (!statSync(join(data, name)).isFile()) continue
      expect(readFileSync(join(data, name)).subarray(0, 15).toString('latin1'), name).not.toBe('SQLite format 3')
    }
    expect(existsSync(databaseFile(data))).toBe(true)
  })

  it('is the same after closing and opening', async () => {
    const data = copyOf(worked)
    const first = await testDesk({ folder: data })
    const rows = snapshot(first.desk.raw)
    await first.close()
    expect(snapshot((await testDesk({ folder: data })).desk.raw)).toEqual(rows)
  })

  it('lets nobody else in, and says so at once', async () => {
    const data = copyOf(worked)
    await testDesk({ folder: data })
    const began = performance.now()
    await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'in-use' })
    expect(performance.now() - began).toBeLessThan(3000)
  })
})

describe('a desk stays closed and its file untouched', () => {
  it('when a plain SQLite file lies in its place', async () => {
    const data = copyOf(worked)
    rmSync(databaseFile(data))
    const plain = new Database(databaseFile(data))
    plain.exec("create table t (x); insert into t values ('milik orang lain')")
    plain.close()
    await staysClosed(data, 'foreign-database')
  })

  it('when the database carries another program’s mark', async () => {
    const data = copyOf(worked)
    const raw = withKey(databaseFile(data), await keyOf(data))
    raw.pragma('application_id = 1234')
    raw.close()
    await staysClosed(data, 'foreign-database')
  })

  it('when a newer version of this program wrote it', async () => {
    const data = copyOf(worked)
    const raw = withKey(databaseFile(data), await keyOf(data))
    raw.pragma(`user_version = ${NEWEST_VERSION + 1}`)
    raw.close()
    await staysClosed(data, 'newer-version')
  })

  it.each([1, 15, 100, 4096, 50_000])('when %i bytes of anything lie in its place', async size => {
    const data = copyOf(worked)
    writeFileSync(databaseFile(data), Buffer.from(Array.from({ length: size }, (_, i) => (i * 37 + 11) % 256)))
    await staysClosed(data, 'damaged')
  })

  it.each([0.05, 0.3, 0.5, 0.75, 0.97])('when only the first %f of it is left', async part => {
    const data = copyOf(worked)
    const file = databaseFile(data)
    truncateSync(file, Math.floor(statSync(file).size * part))
    await staysClosed(data, 'damaged')
  })

  it.each([0, 0.001, 0.1, 0.25, 0.5, 0.75, 0.999])('when one bit of it has rotted at %f', async part => {
    const data = copyOf(worked)
    const bytes = readFileSync(databaseFile(data))
    const at = Math.floor(bytes.length * part)
    bytes[at] = (bytes[at] ?? 0) ^ 4
    writeFileSync(databaseFile(data), bytes)
    await staysClosed(data, 'damaged')
  })

  it('when a folder lies in its place', async () => {
    const data = copyOf(worked)
    rmSync(databaseFile(data))
    mkdirSync(databaseFile(data))
    await staysClosed(data, 'no-access')
  })

  it('when its data folder cannot be made', async () => {
    const folder = folderOf('file')
    writeFileSync(join(folder, 'data'), '')
    await staysClosed(join(folder, 'data', 'desk'), 'no-access')
  })

  it('when its keys are gone', async () => {
    const data = copyOf(worked)
    rmSync(join(data, 'keys'), { recursive: true })
    await staysClosed(data, 'key-missing')
    expect(existsSync(join(data, 'keys'))).toBe(false)
  })

  it('when both copies of its keys are damaged', async () => {
    const data = copyOf(worked)
    spoil(join(data, 'keys', 'desk.key'))
    writeFileSync(join(data, 'keys', 'desk.key.copy'), '')
    await staysClosed(data, 'key-unreadable')
  })

  it('when its keys were wrapped on another machine', async () => {
    const data = copyOf(worked)
    const before = hashOf(databaseFile(data))
    await expect(testDesk({ folder: data, secrets: testSecrets('another') })).rejects.toMatchObject({ reason: 'key-unreadable' })
    expect(hashOf(databaseFile(data))).toBe(before)
  })

  it('when its keys are those of another desk', async () => {
    const [data, other] = [copyOf(worked), await testDesk({ isOwn: true })]
    for (const name of ['desk.key', 'desk.key.copy']) copyFileSync(join(other.data, 'keys', name), join(data, 'keys', name))
    await staysClosed(data, 'damaged')
  })
})

it.each(['desk.key', 'desk.key.copy'])('opens when of the two copies of its keys %s is damaged', async name => {
  const data = copyOf(worked)
  spoil(join(data, 'keys', name))
  expect(headOf((await testDesk({ folder: data })).desk.raw).seq).toBeGreaterThan(1)
})

function spoil(file: string): void {
  const text = readFileSync(file, 'utf8')
  const at = text.indexOf('"wrapped":"') + 30
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, text[at] === 'A' ? 'B' : 'A', at)
  closeSync(descriptor)
}

describe('a full disk', () => {
  it('refuses each call that writes, changes nothing, and lets the desk go on afterwards', async () => {
    const { desk, api } = await testDesk({ officer: 'front-office' })
    const { raw } = desk
    const found = await givenCase(api)
    const order = await givenLetterOrder(api, found.id)
    const waiting = value(await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
    raw.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`)
    // what is left of the pages in use
    let filler = 0
    while ((await api.cases.note({ caseId: found.id, kind: 'note', text: `${filler++}${'x'.repeat(900)}` })).ok);
    const [rows, head] = [snapshot(raw), headOf(raw)]

    for (const attempt of [
      () => api.letters.issue(order),
      () => api.cases.note({ caseId: found.id, kind: 'note', text: 'y'.repeat(1000) }),
      () => api.visits.saveDraft({ visitId: waiting.id, form: 'case', field: 'summary', value: 'z'.repeat(4000) })
    ]) {
      expect(problem(await attempt())).toEqual({ kind: 'disk-full' })
      expect(raw.inTransaction).toBe(false)
    }
    expect(snapshot(raw)).toEqual(rows)
    expect(headOf(raw)).toEqual(head)
    expect(value(await api.cases.get({ caseId: found.id })).case.id).toBe(found.id)

    raw.pragma('max_page_count = 1000000')
    expect(value(await api.letters.issue(order)).sequence).toBe(1)
    await givenVisit(api)
    await givenResident(api, { name: 'Sumarni', nik: '3324105708910002' })
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('keeps a new desk from being made by halves', async () => {
    const key = Buffer.alloc(32, 7)
    const folder = folderOf('full')
    const raw = openDatabase(join(folder, 'desk.db'), key, NEWEST_VERSION)
    raw.pragma('max_page_count = 2')
    expect(() => raw.exec(`create table t (x text) strict; insert into t values ('${'x'.repeat(50_000)}')`)).toThrow(
      expect.objectContaining({ code: 'SQLITE_FULL' })
    )
    raw.close()
  })
})
