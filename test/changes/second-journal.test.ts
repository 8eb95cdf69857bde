import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { folderOf } from '#test/support/folders'
import { givenResident, givenVisit } from '#test/support/given'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'

afterEach(() => vi.unstubAllEnvs())

const TODAY = '2026-11-23.journal'

/** A desk whose journal is also on another disk, with somebody in its data. */
async function withSecond() {
  const [data, disk] = [folderOf('data'), folderOf('disk')]
  vi.stubEnv('LOKET_DRIVES', disk)
  const at = await testDesk({ folder: data, officer: 'administrator' })
  const placed = value(await at.api.backups.placeJournal({ drive: disk }))
  await actAs(at, 'front-office')
  await givenResident(at.api)
  const folder = join(disk, 'loket-slrt-jurnal', at.desk.author.device.slice(0, 8))
  return { ...at, data, disk, folder, placed }
}
const residents = (desk: { raw: { prepare(sql: string): { pluck(): { get(): unknown } } } }) =>
  desk.raw.prepare('select count(*) from resident').pluck().get()
const second = async ({ api }: Pick<Awaited<ReturnType<typeof testDesk>>, 'api'>) => value(await api.backups.state({})).secondJournal
const lines = (path: string): number => readFileSync(path, 'latin1').trim().split('\n').length

describe('the journal on a second disk', () => {
  it('has every change from the first one on, sealed like the journal beside the data', async () => {
    const { api, data, disk, folder, placed } = await withSecond()
    expect(placed.secondJournal).toEqual({ path: disk, state: 'well', behind: 0 })
    expect(await second({ api })).toEqual({ path: disk, state: 'well', behind: 0 })
    expect(lines(join(folder, 'journal', TODAY))).toBe(lines(join(data, 'journal', TODAY)))
    expect(readFileSync(join(folder, 'journal', TODAY), 'latin1')).not.toContain('Siti')
  })

  it('[F8] gives back what the database and the journal beside it have both lost', async () => {
    const at = await withSecond()
    await at.close()
    const before = folderOf('before')
    cpSync(at.data, before, { recursive: true })
    const later = await testDesk({ folder: at.data })
    await actAs(later, 'front-office')
    await givenVisit(later.api)
    await givenResident(later.api, { name: 'Sumarni', nik: '3324105708910002' })
    await later.close()
    // the disk of the data goes back to yesterday, with its journal
    rmSync(at.data, { recursive: true })
    cpSync(before, at.data, { recursive: true })
    const { desk, api } = await testDesk({ folder: at.data })
    expect(residents(desk)).toBe(2)
    expect(desk.recoveredChanges).toBe(3)
    await actAs({ desk, api }, 'manager')
    expect(value(await api.office.checkLog({}))).toMatchObject({ differences: [] })
    expect(await second({ api })).toMatchObject({ state: 'well', behind: 0 })
  })

  it('[F7] is believed where the journal beside the data has rotted', async () => {
    const at = await withSecond()
    await at.close()
    const before = readFileSync(join(at.data, 'desk.db'))
    const later = await testDesk({ folder: at.data })
    await actAs(later, 'front-office')
    await givenResident(later.api, { name: 'Sumarni', nik: '3324105708910002' })
    await later.close()
    writeFileSync(join(at.data, 'desk.db'), before)
    const path = join(at.data, 'journal', TODAY)
    const lines = readFileSync(path, 'latin1').trim().split('\n')
    lines[lines.length - 1] = `AAAA${lines.at(-1)?.slice(4)}`
    writeFileSync(path, `${lines.join('\n')}\n`)
    const { desk } = await testDesk({ folder: at.data })
    expect(residents(desk)).toBe(2)
  })

  it('is missed in plain words when its disk is pulled out, and catches up when it is back; work goes on', async () => {
    const at = await withSecond()
    const away = `${at.disk}-away`
    renameSync(at.disk, away)
    await givenResident(at.api, { name: 'Sumarni', nik: '3324105708910002' })
    expect(value(await at.api.office.state({}))).toMatchObject({ secondJournal: 'missing', journalBehind: 0 })
    // the empty folder at which it was mounted is not the disk
    mkdirSync(at.disk)
    await givenVisit(at.api)
    expect(await second(at)).toMatchObject({ state: 'missing' })
    expect(readdirSync(at.disk)).toEqual([])
    rmSync(at.disk, { recursive: true })
    renameSync(away, at.disk)
    expect(value(await at.api.office.state({}))).toMatchObject({ secondJournal: 'well' })
    await givenVisit(at.api)
    expect(await second(at)).toMatchObject({ state: 'well', behind: 0 })
    expect(lines(join(at.folder, 'journal', TODAY))).toBe(lines(join(at.data, 'journal', TODAY)))
  })

  it('has no hole when an older copy of its disk takes its place between two saves', async () => {
    const at = await withSecond()
    const copy = folderOf('copy')
    cpSync(at.disk, copy, { recursive: true })
    await givenResident(at.api, { name: 'Sumarni', nik: '3324105708910002' })
    renameSync(at.disk, `${at.disk}-away`)
    renameSync(copy, at.disk)
    await givenVisit(at.api)
    expect(lines(join(at.folder, 'journal', TODAY))).toBe(lines(join(at.data, 'journal', TODAY)))
    expect(await second(at)).toMatchObject({ state: 'well', behind: 0 })
  })

  it('has everything again as soon as it is said to be well, not only with the next save', async () => {
    const at = await withSecond()
    renameSync(at.disk, `${at.disk}-away`)
    await givenResident(at.api, { name: 'Sumarni', nik: '3324105708910002' })
    renameSync(`${at.disk}-away`, at.disk)
    expect(await second(at)).toMatchObject({ state: 'well', behind: 0 })
    expect(lines(join(at.folder, 'journal', TODAY))).toBe(lines(join(at.data, 'journal', TODAY)))
  })

  it('that tells another story is set aside whole, and begun anew', async () => {
    const at = await withSecond()
    const other = await testDesk({ officer: 'front-office' })
    await at.close()
    await other.close()
    cpSync(join(other.data, 'journal'), join(at.folder, 'journal'), { recursive: true, force: true })
    const { api, desk } = await testDesk({ folder: at.data })
    await actAs({ api, desk }, 'front-office')
    await givenVisit(api)
    expect(residents(desk)).toBe(1)
    expect(await second({ api })).toMatchObject({ state: 'well', behind: 0 })
    expect(existsSync(join(at.folder, 'journal', TODAY))).toBe(true)
  })

  it('is given only to a drive that is in, and can be given up', async () => {
    const at = await withSecond()
    await actAs(at, 'administrator')
    expect(problem(await at.api.backups.placeJournal({ drive: folderOf('other') }))).toEqual({ kind: 'no-drive' })
    expect(value(await at.api.backups.placeJournal({ drive: null })).secondJournal).toBeNull()
    expect(value(await at.api.office.state({}))).toMatchObject({ secondJournal: 'none' })
    expect(existsSync(join(at.folder, 'journal', TODAY))).toBe(true)
  })
})
