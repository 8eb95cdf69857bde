import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { retiredUpTo, withMark } from '#shared/backups/retention'
import { folderOf } from '#test/support/folders'
import { givenVisit } from '#test/support/given'
import { actAs, testDesk, value } from '#test/support/test-desk'
import { shred } from '#wire/shred'

afterEach(() => vi.unstubAllEnvs())

const DAY = 86_400_000

describe('what the journal may forget', () => {
  it.each([
    ['nothing without a word of the district', [], [90, 80], 0],
    ['nothing that it has had for less than thirty days', [{ at: 31 * DAY, upTo: 50 }], [90, 80], 0],
    ['what it has had for thirty days', [{ at: 30 * DAY, upTo: 50 }], [90, 80], 50],
    ['no more than a second copy holds', [{ at: 0, upTo: 85 }], [90, 80], 80],
    ['nothing with one copy alone', [{ at: 0, upTo: 50 }], [90], 0]
  ])('is %s', (_, marks, copies, upTo) => {
    expect(retiredUpTo(marks, copies, 60 * DAY)).toBe(upTo)
  })

  it('is marked once a day; a clock or a district that goes back takes marks away', () => {
    const marks = withMark([], { at: DAY, upTo: 5 })
    expect(withMark(marks, { at: DAY + 1, upTo: 7 })).toEqual(marks)
    expect(withMark(marks, { at: 2 * DAY, upTo: 7 })).toEqual([...marks, { at: 2 * DAY, upTo: 7 }])
    expect(withMark(marks, { at: 0, upTo: 7 })).toEqual([{ at: 0, upTo: 7 }])
    expect(withMark(marks, { at: 2 * DAY, upTo: 4 })).toEqual([{ at: 2 * DAY, upTo: 4 }])
  })
})

/** A desk of a district with a second journal, on its first of several days; `work` is one visit and a copy. */
async function inDistrict() {
  const disk = folderOf('disk')
  vi.stubEnv('LOKET_DRIVES', disk)
  const at = await testDesk({ officer: 'administrator' })
  value(await at.api.backups.placeJournal({ drive: disk }))
  await actAs(at, 'front-office')
  const taken = () => {
    at.desk.raw.prepare("update here set district = '3324'").run()
    at.desk.raw.prepare(`update "change" set state = 'fed', feed = n`).run()
  }
  const work = async () => {
    await givenVisit(at.api)
    value(await at.api.backups.make({}))
  }
  const own = join(at.data, 'journal')
  const second = join(disk, 'loket-slrt-jurnal', at.desk.author.device.slice(0, 8), 'journal')
  return { ...at, taken, work, own, second }
}

describe('the days of the journal', () => {
  it('go, in both places, when the district has had them for a month and two copies hold them; nothing is missing then', async () => {
    const at = await inDistrict()
    await at.work()
    at.clock.ms += DAY
    await at.work()
    at.taken()
    value(await at.api.backups.make({}))
    expect(readdirSync(at.own)).toHaveLength(2)
    at.clock.ms += 30 * DAY
    await at.work()
    expect(readdirSync(at.own)).toEqual(['2026-12-24.journal'])
    expect(readdirSync(at.second)).toEqual(['2026-12-24.journal'])
    await actAs(at, 'manager')
    expect(value(await at.api.backups.test({}))).toMatchObject({ isGood: true })
    const head = at.desk.raw.prepare('select max(n) from "change"').pluck().get()
    await at.close()
    const again = await testDesk({ folder: at.data })
    expect(again.desk.raw.prepare('select max(n) from "change"').pluck().get()).toBe(head)
    expect(again.desk.recoveredChanges).toBe(0)
  })

  it.each([
    ['the desk has no district', (raw: { exec(sql: string): unknown }) => raw.exec('update here set district = null')],
    [
      'one of their changes waits',
      (raw: { exec(sql: string): unknown }) => raw.exec(`update "change" set state = 'new', feed = null where n = 1`)
    ]
  ])('stay when %s', async (_, spoil) => {
    const at = await inDistrict()
    await at.work()
    at.taken()
    spoil(at.desk.raw)
    value(await at.api.backups.make({}))
    at.clock.ms += 31 * DAY
    await at.work()
    await at.work()
    expect(readdirSync(at.own)).toHaveLength(2)
  })

  it('stay until a second copy holds them', async () => {
    const at = await inDistrict()
    await at.work()
    at.taken()
    value(await at.api.backups.make({}))
    for (const name of readdirSync(join(at.data, 'backups')).filter(one => one.includes('.backup'))) rmSync(join(at.data, 'backups', name))
    at.clock.ms += 31 * DAY
    await at.work()
    expect(readdirSync(at.own)).toHaveLength(2)
    await at.work()
    expect(readdirSync(at.own)).toHaveLength(1)
  })

  it('are written over before they are removed, and what a power cut left of that is finished by the next', async () => {
    const folder = folderOf('shred')
    const [file, half] = [join(folder, 'a.journal'), join(folder, 'b.journal.shredded')]
    writeFileSync(file, 'x'.repeat(200_000))
    writeFileSync(half, 'half')
    shred(file)
    shred(half)
    expect(readdirSync(folder)).toEqual([])

    const at = await inDistrict()
    writeFileSync(join(at.own, '2026-11-20.journal.shredded'), readFileSync(join(at.own, readdirSync(at.own)[0] ?? '')))
    at.taken()
    await at.work()
    expect(existsSync(join(at.own, '2026-11-20.journal.shredded'))).toBe(false)
  })
})
