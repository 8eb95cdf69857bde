import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openCopy } from '#main/database/open'
import { folderOf, keyOf } from '#test/support/folders'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'

afterEach(() => vi.unstubAllEnvs())

async function busyDesk() {
  const at = await testDesk({ officer: 'manager' })
  const found = await givenCase(at.api)
  value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))
  return { ...at, folder: join(at.data, 'backups') }
}
const flip = (file: string, at: number) => {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 4
  writeFileSync(file, bytes)
}

describe('a backup', () => {
  it('opens with the key, holds what the desk holds, and is encrypted', async () => {
    const { api, desk, data, folder } = await busyDesk()
    const card = value(await api.backups.make({}))
    expect(value(await api.backups.state({}))).toMatchObject({ backups: [card], problem: null })
    const file = join(folder, card.name)
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    const copy = openCopy(file, await keyOf(data))
    const count = (db: { prepare: typeof copy.prepare }) => db.prepare('select count(*) from letter').pluck().get()
    expect(count(copy)).toBe(count(desk.raw))
    expect(count(copy)).toBe(1)
    copy.close()
  })

  it('[F15] stays for days and weeks on a PC whose clock begins anew with each start', async () => {
    const at = await busyDesk()
    const began = at.clock.ms
    for (let start = 0; start < 7; start++) {
      at.clock.ms = began
      value(await at.api.backups.make({}))
      at.clock.ms = began + 3_600_000
      await givenResident(at.api, {
        name: `Sumarni ${['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh'][start]}`,
        nik: null,
        noNikReason: 'forgotten'
      })
    }
    expect(value(await at.api.backups.state({})).backups).toHaveLength(7)
  })

  it('does not count when it was cut off, and what is left of it is swept away by the next one', async () => {
    const { api, folder } = await busyDesk()
    mkdirSync(folder)
    writeFileSync(join(folder, '000000000009-20261123T013000Z.backup.new'), 'half')
    writeFileSync(join(folder, '000000000009-20261123T013000Z.backup'), 'a copy without its note')
    expect(value(await api.backups.state({})).backups).toEqual([])
    const card = value(await api.backups.make({}))
    expect(value(await api.backups.state({})).backups).toEqual([card])
    expect(readdirSync(folder).filter(name => name.endsWith('.new'))).toEqual([])
  })

  it('that is not whole leaves nothing of itself on the disk', async () => {
    const at = await busyDesk()
    vi.spyOn(at.desk.backupWork, 'check').mockResolvedValueOnce({ isWhole: false })
    expect(problem(await at.api.backups.make({}))).toEqual({ kind: 'not-whole' })
    expect(readdirSync(join(at.data, 'backups'))).toEqual([])
  })

  it('does not count when its note is not the one this desk signed', async () => {
    const { api, folder } = await busyDesk()
    const { name } = value(await api.backups.make({}))
    const note = join(folder, `${name}.json`)
    writeFileSync(note, readFileSync(note, 'utf8').replace('\\"v\\":1', '\\"v\\":1 '))
    expect(value(await api.backups.state({})).backups).toEqual([])
  })

  it('may be made by whoever works here, and tried by a manager', async () => {
    const at = await busyDesk()
    await actAs(at, 'front-office')
    value(await at.api.backups.make({}))
    expect(problem(await at.api.backups.test({}))).toEqual({ kind: 'not-allowed' })
  })
})

describe('a restore that is tried', () => {
  it('says so when there is nothing to try', async () => {
    const { api } = await testDesk({ officer: 'manager' })
    expect(problem(await api.backups.test({}))).toEqual({ kind: 'no-backup' })
  })

  it('brings the backup and the journal to where the desk is, and leaves nothing behind', async () => {
    const { api, desk, folder } = await busyDesk()
    const { changes } = value(await api.backups.make({}))
    await givenResident(api, { name: 'Sumarni', nik: '3324105708910002' })
    const head = desk.raw.prepare('select max(n) from "change"').pluck().get()
    const tested = value(await api.backups.test({}))
    expect(tested).toMatchObject({ isGood: true, changes: head, replayed: Number(head) - changes, differences: [] })
    expect(readdirSync(folder).filter(name => name.startsWith('test-'))).toEqual([])
    expect(value(await api.backups.state({})).lastTest).toEqual(tested)
  })

  it('[F4] waits for room like every copy, and is no failed one', async () => {
    const at = await busyDesk()
    await actAs(at, 'manager')
    value(await at.api.backups.make({}))
    at.disk.free = 150 * 1024 * 1024
    expect(problem(await at.api.backups.test({}))).toEqual({ kind: 'disk-full' })
    expect(problem(await at.api.backups.make({}))).toEqual({ kind: 'disk-full' })
    expect(value(await at.api.backups.state({})).lastTest).toBeNull()
  })

  it('fails when a bit of the backup has flipped', async () => {
    const { api, folder } = await busyDesk()
    const { name, bytes } = value(await api.backups.make({}))
    flip(join(folder, name), Math.floor(bytes / 2))
    expect(value(await api.backups.test({}))).toMatchObject({ isGood: false })
  })
})

describe('a stick', () => {
  it('is remembered, read back, and gets each new backup while it is in', async () => {
    const at = await busyDesk()
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    const first = value(await at.api.backups.copyToStick({ drive: stick }))
    await givenResident(at.api, { name: 'Sumarni', nik: '3324105708910002' })
    const second = value(await at.api.backups.make({}))
    const onStick = (readdirSync(stick, { recursive: true }) as string[]).map(name => name.split('/').at(-1))
    expect(onStick).toEqual(expect.arrayContaining([first.name, `${first.name}.json`, second.name, `${second.name}.json`, 'stick.txt']))
    expect(value(await at.api.backups.state({})).stick).toMatchObject({ copiedAt: at.clock.ms })
  })

  it('gets what was written since the newest copy, too, and what there is when none can be made', async () => {
    const at = await busyDesk()
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    const older = value(await at.api.backups.make({}))
    await givenResident(at.api, { name: 'Sumarni', nik: '3324105708910002' })
    const copied = value(await at.api.backups.copyToStick({ drive: stick }))
    expect(copied.changes).toBeGreaterThan(older.changes)
    expect(value(await at.api.backups.copyToStick({ drive: stick })).name).toBe(copied.name)
    await givenResident(at.api, { name: 'Wagiyem', nik: '3324105708920003' })
    at.disk.free = 200 * 1_048_576 + 1
    expect(value(await at.api.backups.copyToStick({ drive: stick })).name).toBe(copied.name)
    expect(value(await at.api.backups.state({})).problem).toEqual({ kind: 'disk-full' })
  })

  it('that nobody chose is left alone', async () => {
    const { api } = await busyDesk()
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    value(await api.backups.make({}))
    expect(readdirSync(stick)).toEqual([])
    expect(problem(await api.backups.copyToStick({ drive: folderOf('other') }))).toEqual({ kind: 'no-drive' })
    expect(existsSync(join(stick, 'loket-slrt-cadangan'))).toBe(false)
  })
})
