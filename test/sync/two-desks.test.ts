import { describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenCase, givenLetterOrder, givenResident, personInput } from '#test/support/given'
import { actAs, value } from '#test/support/test-desk'
import { districtNow, firstDesk, furtherDesk, openDistrict, sync } from './support/district'

describe('two desks and their district', () => {
  it('[L4] hold the same rows once both have spoken with it', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const b = await furtherDesk(district)
    const found = await givenCase(a.api)
    value(await a.api.letters.issue(await givenLetterOrder(a.api, found.id)))
    await givenResident(b.api, { nik: '3324105708910002', name: 'Sumarni' })
    await sync(a)
    await sync(b)
    await sync(a)
    expect(snapshot(b.desk.raw)).toEqual(snapshot(a.desk.raw))
    expect(value(await a.api.office.checkLog({})).differences).toEqual([])
    expect(value(await b.api.office.checkLog({})).differences).toEqual([])
    expect(value(await a.api.sync.status({}))).toMatchObject({ unsent: 0, waiting: 0, refused: 0, problem: null })
    expect(value(await b.api.sync.receipt({ entity: 'case', id: found.id }))).toMatchObject({ kind: 'fed' })
  })

  it('[C2] ask a person when both corrected one name, and hold the answer everywhere', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const resident = await givenResident(a.api)
    await sync(a)
    const b = await furtherDesk(district)
    const correct = (at: typeof a, name: string) =>
      at.api.residents.correct({ residentId: resident.id, resident: personInput({ name }), differentFrom: [] })
    value(await correct(a, 'Siti Aminah Sekali'))
    value(await correct(b, 'Siti Aminah Lain'))
    await sync(a)
    await sync(b)
    await sync(a)
    const [card] = value(await a.api.sync.clashes({}))
    expect(card).toMatchObject({
      entity: 'resident',
      fields: [{ field: 'name', standing: 'Siti Aminah Sekali', wished: 'Siti Aminah Lain' }]
    })
    if (!card) throw new Error('no card')
    value(await a.api.sync.resolve({ ...card, choices: { name: 'wished' } }))
    await sync(a)
    await sync(b)
    expect(value(await b.api.sync.clashes({}))).toEqual([])
    expect(value(await b.api.residents.get({ residentId: resident.id })).resident.name).toBe('Siti Aminah Lain')
    expect(snapshot(b.desk.raw)).toEqual(snapshot(a.desk.raw))
  })

  it('[V5] say by how much their clock is wrong, and no more once it was set', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    a.clock.jumped += districtNow() - a.clock.now() - 2 * 3_600_000
    await sync(a)
    const ahead = value(await a.api.sync.status({})).clockAhead ?? 0
    expect(Math.round(ahead / 600_000)).toBe(-12)
    a.clock.jumped -= ahead
    expect(value(await a.api.sync.status({})).clockAhead).toBeNull()
  })

  it('[C2] [C11] tell by their names into whom each merged a person, and let somebody choose', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const twice = await givenResident(a.api)
    const one = await givenResident(a.api, { nik: '3324105708910002', name: 'Sumarni' })
    const other = await givenResident(a.api, { nik: '3324105708910003', name: 'Sumarti' })
    await sync(a)
    const b = await furtherDesk(district)
    value(await a.api.residents.merge({ residentId: twice.id, into: one.id }))
    value(await b.api.residents.merge({ residentId: twice.id, into: other.id }))
    for (const desk of [a, b, a]) await sync(desk)
    const [card] = value(await a.api.sync.clashes({}))
    expect(card?.fields).toEqual([{ field: 'mergedInto', standing: 'Sumarni', wished: 'Sumarti' }])
  })

  it('[C2] see one calendar when both marked a day, and what one of them corrects holds at both', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const b = await furtherDesk(district)
    const day = '2026-12-28'
    const marked = async ({ api }: typeof a) => value(await api.office.holidays({ year: 2026 })).filter(holiday => holiday.day === day)
    for (const desk of [a, b]) await actAs(desk, 'administrator')
    a.clock.ms += 1_000
    value(await a.api.office.setHoliday({ day, name: 'Piket', isWorkingDay: true }))
    value(await b.api.office.setHoliday({ day, name: 'Cuti bersama', isWorkingDay: false }))
    for (const desk of [a, b, a]) await sync(desk)
    expect(await marked(a)).toEqual(await marked(b))
    expect(await marked(a)).toMatchObject([{ name: 'Piket', isWorkingDay: true }])
    value(await b.api.office.setHoliday({ day, name: 'Kantor tutup', isWorkingDay: false }))
    for (const desk of [b, a]) await sync(desk)
    for (const desk of [a, b]) expect(await marked(desk)).toMatchObject([{ name: 'Kantor tutup', isWorkingDay: false }])
  })

  it('[F19] [D2] lose nothing while the line is cut, and send it when it is back', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await district.close()
    await givenResident(a.api)
    const status = value(await a.api.sync.sendNow({}))
    expect(status).toMatchObject({ unsent: 1, problem: { kind: 'no-line' } })
    await district.open()
    await sync(a)
    expect(value(await a.api.sync.status({}))).toMatchObject({ unsent: 0, problem: null })
  })

  it('[C11] show what hangs on a merged resident at the one that stays, on both, and take it back', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const found = await givenCase(a.api)
    const other = await givenResident(a.api, { nik: '3324105708910002', name: 'Sumarni' })
    await sync(a)
    const b = await furtherDesk(district)
    value(await b.api.residents.merge({ residentId: found.residentId, into: other.id }))
    await sync(b)
    await sync(a)
    const casesOf = async (at: typeof a, residentId: string) => value(await at.api.cases.ofResident({ residentId })).map(({ id }) => id)
    expect(await casesOf(a, other.id)).toEqual([found.id])
    expect(await casesOf(a, found.residentId)).toEqual([])
    value(await a.api.residents.unmerge({ residentId: found.residentId }, await confirmedBy(a, 'administrator')))
    await sync(a)
    await sync(b)
    expect(await casesOf(b, found.residentId)).toEqual([found.id])
    expect(await casesOf(b, other.id)).toEqual([])
    expect(snapshot(b.desk.raw)).toEqual(snapshot(a.desk.raw))
    expect(value(await b.api.office.checkLog({})).differences).toEqual([])
  })
})

describe('a new PC', () => {
  it('[D6] finds on paper how it takes the place of the old one, with the address and the letter of the desk', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const sheet = value(await a.api.letters.showPaper({ paper: { kind: 'checklist' } }))
    expect(sheet).toMatchObject({ kind: 'checklist', title: 'Mengganti PC loket A' })
    expect(JSON.stringify(sheet)).toContain(district.address)
    expect(value(await a.api.letters.printPaper({ paper: { kind: 'checklist' }, printer: 'Kantor' })).kind).toBe('checklist')
  })
})
