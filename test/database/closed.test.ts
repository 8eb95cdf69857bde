import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import { NEWEST_VERSION } from '#main/database/migrate'
import { databaseFile } from '#main/recovery/swap'
import { copyOf, folderOf, hashOf, keyOf, staysClosed, withKey, workedFolder } from '#test/support/folders'
import { testDesk, testSecrets } from '#test/support/test-desk'

/** Each test takes a copy. */
const worked = await workedFolder()

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
