import { describe, expect, it } from 'vitest'
import { pcClock, readableMoment } from '#shared/office/pc-clock'
import { closedRun } from '#test/support/closed-run'
import { folderOf } from '#test/support/folders'
import { givenResident, personInput } from '#test/support/given'
import { problem, testDesk, value } from '#test/support/test-desk'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 23, 2)

describe('[F15] a PC that has lost its time', () => {
  it.each([
    ['stands at its first day', '1970-01-01', 0, undefined, 'behind'],
    ['stands where its battery was new', '2009-01-06', Date.UTC(2009, 0, 6), NOW, 'behind'],
    ['stands weeks before its last work', '2026-11-23', NOW, NOW + 30 * DAY, 'behind'],
    ['was hours ahead yesterday', '2026-11-23', NOW, NOW + 5 * 3_600_000, 'well'],
    ['was a hundred years ahead yesterday', '2026-11-23', NOW, NOW + 36_500 * DAY, 'well'],
    ['was used last week', '2026-11-23', NOW, NOW - 7 * DAY, 'well'],
    ['was never used', '2026-11-23', NOW, undefined, 'well']
  ] as const)('is told from one that %s', (_, today, now, lastAt, said) => {
    expect(pcClock(today, now, lastAt)).toBe(said)
  })

  it.each([
    ['before 1970', -1, 90_000],
    ['in the year 1601', Date.UTC(1601, 0, 1), 90_000],
    ['in the year 12000', Date.UTC(12_000, 0, 1), 90_000],
    ['now', NOW, NOW],
    ['in the year 2099', Date.UTC(2099, 11, 31), Date.UTC(2099, 11, 31)]
  ])('counts as one whose clock began anew with the program where its clock stands at no day of a calendar: %s', (_, shown, read) => {
    expect(readableMoment(shown, 90_000.4)).toBe(read)
  })

  it('says so before anybody signs in, and turns nobody away as not born yet', async () => {
    const first = await testDesk({ officer: 'front-office' })
    expect(value(await first.api.office.state({}))).toMatchObject({ clock: 'well' })
    first.clock.jumped = -first.clock.ms
    expect(value(await first.api.office.state({}))).toMatchObject({ today: '1970-01-01', clock: 'behind' })
    const child = personInput({ name: 'Anak Contoh', nik: '3324105708190001', birthDate: '2019-08-17' })
    expect(value(await first.api.residents.register({ resident: child, family: null, differentFrom: [] })).birthDate).toBe('2019-08-17')
    const { name, nik, sex, birthDate } = child
    const person = { name, nik, sex, birthDate, phone: null, address: 'Dusun Krajan', lane: 'general', need: 'Bantuan' }
    const run = closedRun({ reason: 'damaged', data: folderOf('closed'), now: () => 0 })
    expect(await run('recovery.takeIn', { officer: 'Contoh', person })).toMatchObject({ ok: true })
  })

  it('says so at the next start too, and still knows a birth that lies ahead of a right clock', async () => {
    const first = await testDesk({ officer: 'front-office' })
    await givenResident(first.api)
    const early = { folder: first.data, now: first.clock.ms - 20 * DAY }
    await first.close()
    const again = await testDesk(early)
    expect(value(await again.api.office.state({}))).toMatchObject({ clock: 'behind' })
    await again.close()
    const right = await testDesk({ officer: 'front-office' })
    const unborn = personInput({ name: 'Anak Contoh', nik: null, noNikReason: 'never-recorded', birthDate: '2027-08-17' })
    expect(problem(await right.api.residents.register({ resident: unborn, family: null, differentFrom: [] }))).toEqual({
      kind: 'birth-date-in-future'
    })
  })
})
