import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { COPIES_FOLDER, stickFolder } from '#main/backups/stick'
import { headOf } from '#main/changes/log'
import { readKeys } from '#main/keys/desk-keys'
import { rebuild } from '#main/recovery/rebuild'
import type { ClosedReason } from '#shared/rpc/call'
import { folderOf } from '#test/support/folders'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { actAs, problem, testDesk, testSecrets, value } from '#test/support/test-desk'

/** What lies beside the keys only once there is a database. */
const OF_A_DATABASE = ['keys/outside.0', 'keys/outside.1', 'keys/desk.public'] as const
let made: { data: string; copied: number; head: number }

/** Two backups, and a letter after the second one. */
beforeAll(async () => {
  const at = await testDesk({ officer: 'manager' })
  const found = await givenCase(at.api)
  value(await at.api.backups.make({}))
  await givenResident(at.api, { name: 'Sumarni', nik: '3324105708910002' })
  const { changes: copied } = value(await at.api.backups.make({}))
  value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))
  const head = headOf(at.desk.raw).seq
  await at.close()
  const data = folderOf('day')
  cpSync(at.data, data, { recursive: true })
  made = { data, copied, head }
})

/** The folder without what is named. */
function without(...names: readonly string[]): string {
  const data = folderOf('left')
  cpSync(made.data, data, { recursive: true })
  for (const name of names) rmSync(join(data, name), { recursive: true, force: true })
  return data
}
const copiesIn = (data: string): string[] =>
  readdirSync(join(data, 'backups'))
    .filter(name => name.endsWith('.backup'))
    .sort()
    .map(name => join(data, 'backups', name))
function damage(path: string): void {
  const bytes = readFileSync(path)
  bytes.fill(0xaa, Math.floor(bytes.length / 2))
  writeFileSync(path, bytes)
}
async function restored(data: string) {
  await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'database-missing' })
  expect(existsSync(join(data, 'desk.db'))).toBe(false)
  return rebuilt(data, 'database-missing')
}
async function rebuilt(data: string, reason: ClosedReason) {
  const found = await readKeys(join(data, 'keys'), testSecrets())
  if (found.kind !== 'found') throw new Error('no keys')
  return rebuild(data, found.keys, Date.UTC(2026, 10, 23, 9), reason)
}

describe('a copy without the journal that goes on from it', () => {
  it('is never said to be everything, and the number on the paper is not given again unasked', async () => {
    const data = without('desk.db', 'journal')
    expect(await restored(data)).toMatchObject({ source: 'backup', changes: made.copied, lost: 1 })
    const at = await testDesk({ folder: data })
    await actAs(at, 'manager')
    const found = await givenCase(at.api, { residentId: (await givenResident(at.api, { name: 'Wagimin', nik: '3324101708910003' })).id })
    expect(problem(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))).toEqual({ kind: 'numbers-lost' })
  })

  it('is said to lack what a damaged newer copy held', async () => {
    const data = without('desk.db', 'journal')
    damage(copiesIn(data)[1] ?? '')
    const { changes, lost } = await restored(data)
    expect(changes).toBeLessThan(made.copied)
    expect(lost).toBe(made.copied - changes)
  })

  it('is used though its note has rotted', async () => {
    const data = without('desk.db', 'journal')
    for (const path of copiesIn(data)) damage(`${path}.json`)
    expect(await restored(data)).toMatchObject({ source: 'backup', changes: made.copied })
  })

  it('that was left out is kept aside, and is not taken for the newest one from then on', async () => {
    const data = without('desk.db', 'journal')
    const [older = '', newer = ''] = copiesIn(data)
    damage(newer)
    const { setAside } = await restored(data)
    expect(copiesIn(data)).toEqual([older])
    expect(readdirSync(setAside)).toEqual(expect.arrayContaining([newer, `${newer}.json`].map(path => path.split('/').at(-1))))
  })
})

describe('a database that went back, and no journal', () => {
  it('is not opened as if nothing had happened while a backup knows more, and comes back from that', async () => {
    const data = without('journal')
    cpSync(copiesIn(data)[0] ?? '', join(data, 'desk.db'))
    await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'work-missing' })
    expect(await rebuilt(data, 'work-missing')).toMatchObject({ source: 'backup', changes: made.copied, lost: 1 })
    const at = await testDesk({ folder: data })
    expect(headOf(at.desk.raw).seq).toBe(made.copied)
  })

  it('is opened as it is while no backup knows more', async () => {
    const data = without('journal', 'backups')
    const at = await testDesk({ folder: data })
    expect(headOf(at.desk.raw).seq).toBe(made.head)
  })
})

describe('a folder without database, journal and backups', () => {
  it('gets no empty database while anything in it was once written with its key', async () => {
    expect(await restored(without('desk.db', 'journal', 'backups'))).toMatchObject({ changes: 0, lost: 1 })
    for (const name of ['keys/escrow.key', 'keys/recovery.key', 'journal.place', 'desk.db.before-3']) {
      const data = without('desk.db', 'journal', 'backups', ...OF_A_DATABASE)
      writeFileSync(join(data, name), '{}')
      await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'database-missing' })
    }
  })

  it('gets no new key beside it either', async () => {
    const data = without('desk.db', 'journal', 'backups')
    for (const name of ['desk.key', 'desk.key.copy']) rmSync(join(data, 'keys', name))
    await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'key-missing' })
    expect(existsSync(join(data, 'keys', 'desk.key'))).toBe(false)
  })

  it('is opened as a new desk when a start was cut off after its keys', async () => {
    const data = without('desk.db', 'journal', 'backups', ...OF_A_DATABASE)
    const at = await testDesk({ folder: data })
    expect(value(await at.api.office.state({}))).toMatchObject({ kind: 'new' })
  })
})

describe('a stick with copies that is in', () => {
  afterEach(() => vi.unstubAllEnvs())

  /** A stick with the copies that lie in a folder of data. */
  async function stickFrom(data: string): Promise<string> {
    const found = await readKeys(join(data, 'keys'), testSecrets())
    if (found.kind !== 'found') throw new Error('no keys')
    const stick = folderOf('stick')
    cpSync(join(data, 'backups'), stickFolder(stick, found.keys.device), { recursive: true })
    vi.stubEnv('LOKET_DRIVES', stick)
    return stick
  }

  it('gives back what neither the data nor the copies here hold any more', async () => {
    await stickFrom(made.data)
    const data = without('desk.db', 'journal', 'backups')
    expect(await restored(data)).toMatchObject({ source: 'stick', changes: made.copied, lost: 1 })
    expect((await testDesk({ folder: data })).desk.recoveredChanges).toBe(0)
  })

  it('goes before an older copy here, and is followed by the journal', async () => {
    await stickFrom(made.data)
    const data = without('desk.db')
    damage(copiesIn(data)[1] ?? '')
    rmSync(copiesIn(data)[0] ?? '')
    expect(await restored(data)).toMatchObject({ source: 'journal', changes: made.head, lost: 0 })
    const other = without('desk.db', 'journal')
    rmSync(copiesIn(other)[1] ?? '')
    expect(await restored(other)).toMatchObject({ source: 'stick', changes: made.copied })
  })

  it('is left alone where it lacks nothing, is damaged or was pulled out', async () => {
    const stick = await stickFrom(made.data)
    expect(await restored(without('desk.db'))).toMatchObject({ source: 'backup', lost: 0 })
    const [folder] = readdirSync(join(stick, COPIES_FOLDER))
    for (const name of readdirSync(join(stick, COPIES_FOLDER, folder ?? ''))) damage(join(stick, COPIES_FOLDER, folder ?? '', name))
    expect(await restored(without('desk.db', 'journal', 'backups'))).toMatchObject({ source: 'journal', changes: 0 })
  })

  it('does not bring back a past that the desk has given up', async () => {
    const data = without('desk.db', 'journal')
    rmSync(copiesIn(data)[1] ?? '')
    const { changes: left } = await restored(data)
    expect(left).toBeLessThan(made.copied)
    const at = await testDesk({ folder: data })
    await actAs(at, 'manager')
    await givenResident(at.api, { name: 'Wagimin', nik: '3324101708910003' })
    const { changes: head } = value(await at.api.backups.make({}))
    await at.close()
    const ahead = without()
    const before = await testDesk({ folder: ahead })
    await actAs(before, 'manager')
    await givenResident(before.api, { name: 'Tukijan', nik: '3324101708910004' })
    const { changes: given } = value(await before.api.backups.make({}))
    await before.close()
    expect(given).toBeGreaterThan(head)
    await stickFrom(ahead)
    for (const journal of ['journal', 'none'] as const) {
      const again = folderOf('again')
      cpSync(data, again, { recursive: true })
      rmSync(join(again, 'desk.db'))
      if (journal === 'none') rmSync(join(again, 'journal'), { recursive: true })
      expect(await restored(again)).toMatchObject({ source: 'backup', changes: head })
    }
  })
})
