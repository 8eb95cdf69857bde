import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import type { ResidentInput } from '#shared/residents/residents.contract'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenResident, personInput } from '#test/support/given'
import { actAs, problem, sharedDesk, testDesk, value } from '#test/support/test-desk'

/** A NIK of Patebon for any day, as typed. */
const nikOf = (dd: string, serial: string, head = '332410') => `${head}${dd}0890${serial}`
const { api, desk } = await sharedDesk({ officer: 'front-office' })

const register = (fields: Partial<ResidentInput>) =>
  api.residents.register({ resident: personInput(fields), family: null, differentFrom: [] })

describe('registering by NIK', () => {
  it.each<[string, Partial<ResidentInput>, string[]]>([
    ['15 digits', { nik: '332410570890001' }, ['not-16-digits']],
    ['17 digits', { nik: '33241057089000011' }, ['not-16-digits']],
    ['a letter O for a zero', { nik: '3324105708900O01' }, ['not-16-digits']],
    ['the scientific notation of a spreadsheet', { nik: '3,32401E+15' }, ['not-16-digits']],
    ['one digit sixteen times', { nik: '3333333333333333' }, ['all-same-digit']],
    ['one digit after the other', { nik: '1234567890123456' }, ['sequence']],
    ['serial 0000', { nik: nikOf('57', '0000') }, ['serial-zero']],
    ['day 00', { nik: nikOf('00', '0001') }, ['day-out-of-range']],
    ['day 35', { nik: nikOf('35', '0001') }, ['day-out-of-range']],
    ['day 72', { nik: nikOf('72', '0001') }, ['day-out-of-range']],
    ['month 13', { nik: '3324105713900001' }, ['month-out-of-range']],
    ['serial 0000 even with a reason', { nik: nikOf('57', '0000'), nikOverrideReason: 'Tertulis begitu' }, ['serial-zero']],
    [
      'an unusual day and serial 0000 with a reason',
      { nik: nikOf('35', '0000'), nikOverrideReason: 'Tertulis begitu' },
      ['day-out-of-range', 'serial-zero']
    ]
  ])('refuses %s and changes nothing', async (_, fields, blocks) => {
    const before = headOf(desk.raw)
    expect(problem(await register(fields))).toEqual({ kind: 'nik-blocked', blocks })
    expect(headOf(desk.raw)).toEqual(before)
  })

  it('keeps an unusual day or month when a manager gives the reason, and nobody else', async () => {
    const odd = { name: 'Paini', nik: nikOf('35', '0001'), nikOverrideReason: 'Sesuai KTP-el' }
    expect(problem(await register(odd))).toMatchObject({ kind: 'nik-blocked' })
    await actAs({ desk, api }, 'manager')
    const { id } = value(await register(odd))
    await actAs({ desk, api }, 'front-office')
    const corrected = value(
      await api.residents.correct({ residentId: id, resident: personInput({ ...odd, note: 'Alamat benar' }), differentFrom: [] })
    )
    expect(corrected).toMatchObject({ nik: nikOf('35', '0001'), nikOverrideReason: 'Sesuai KTP-el', note: 'Alamat benar' })
  })

  it('answers with the record just as it reads afterwards', async () => {
    const answer = value(await register({ name: 'Painah', nik: nikOf('57', '0019') }))
    expect(value(await api.residents.get({ residentId: answer.id })).resident).toStrictEqual(answer)
  })

  it('keeps no reason that was not needed', async () => {
    expect(
      value(await register({ name: 'Painem', nik: nikOf('57', '0002'), nikOverrideReason: 'Tidak perlu' })).nikOverrideReason
    ).toBeNull()
  })

  it.each<[string, Partial<ResidentInput>]>([
    ['a province that is none today', { nik: nikOf('57', '0003', '953410') }],
    ['a district before a split', { nik: nikOf('57', '0004', '650010') }],
    ['a day no calendar has', { nik: '3324107102900005', birthDate: '1990-03-02' }],
    ['another sex than the person', { nik: nikOf('17', '0006') }],
    ['another birth date than the person, which may have been corrected', { nik: nikOf('57', '0007'), birthDate: '1991-01-31' }]
  ])('only warns of %s', async (what, fields) => {
    expect(value(await register({ name: `Warga ${what.replace(/[^a-z ]/g, '')}`, ...fields })).nik).toBe(fields.nik)
  })

  it('takes the grouping away that people type', async () => {
    expect(value(await register({ name: 'Parmi', nik: '3324.1057-0890 0009' })).nik).toBe('3324105708900009')
  })

  it.each([
    ['9999999999999994', 'refused'],
    ['9999999999999995', 'never-recorded'],
    ['9999999999999996', 'never-recorded'],
    ['9999999999999999', 'foreigner']
  ])('reads the placeholder %s as no NIK', async (nik, noNikReason) => {
    const resident = value(await register({ name: `Tanpa ${nik.at(-1)}`, nik, birthDate: null }))
    expect(resident).toMatchObject({ nik: null, noNikReason, birthDate: null })
    expect(resident.provisionalId).toMatch(/^TNIK-3324-26-\d+$/)
  })

  it('numbers people without a NIK one after the other and makes up no birth date', async () => {
    const first = value(await register({ name: 'Orang Satu', nik: null, noNikReason: 'homeless', birthDate: null }))
    const second = value(await register({ name: 'Orang Dua', nik: null, noNikReason: 'mental-illness', birthDate: null }))
    const n = (id: string | null) => Number(id?.split('-').at(-1))
    expect(n(second.provisionalId)).toBe(n(first.provisionalId) + 1)
    expect([first.birthDate, second.birthDate]).toEqual([null, null])
  })

  it('makes up no birth date from a NIK either', async () => {
    expect(value(await register({ name: 'Parni', nik: nikOf('57', '0010'), birthDate: null })).birthDate).toBeNull()
  })

  it('asks for a NIK or a reason', async () => {
    expect(problem(await register({ nik: null, noNikReason: null }))).toEqual({ kind: 'nik-or-reason' })
    expect(problem(await register({ nik: '   ', noNikReason: null }))).toEqual({ kind: 'nik-or-reason' })
  })

  it('shows the person who has that NIK instead of making a second one', async () => {
    const known = value(await register({ name: 'Suparti', nik: nikOf('58', '0011') }))
    const before = headOf(desk.raw)
    expect(problem(await register({ name: 'Orang Lain Sama Sekali', nik: '33.2410.580890.0011' }))).toEqual({
      kind: 'nik-taken',
      residentId: known.id,
      name: 'Suparti'
    })
    expect(headOf(desk.raw)).toEqual(before)
  })
})

describe('registering', () => {
  it.each<[string, Partial<ResidentInput>, object]>([
    ['a telephone number of letters', { phone: 'nol delapan' }, { kind: 'phone-invalid' }],
    ['a telephone number that is too short', { phone: '0812' }, { kind: 'phone-invalid' }],
    ['a birth date that is still to come', { birthDate: '2026-11-24' }, { kind: 'birth-date-in-future' }],
    ['a day that no calendar has', { birthDate: '1990-02-30' }, { kind: 'invalid-input', fields: ['resident.birthDate'] }],
    ['a day of the year 0', { birthDate: '0000-01-01' }, { kind: 'invalid-input', fields: ['resident.birthDate'] }],
    ['a village nobody knows', { address: { ...personInput().address, villageCode: '33.24.99.2001' } }, { kind: 'unknown-village' }],
    ['a domicile nobody knows', { domicile: { ...personInput().address, villageCode: '99.24.10.2001' } }, { kind: 'unknown-village' }],
    ['a name of a megabyte', { name: 'a'.repeat(1_000_000) }, { kind: 'invalid-input', fields: ['resident.name'] }],
    ['a name past 100 characters', { name: 'a'.repeat(101) }, { kind: 'invalid-input', fields: ['resident.name'] }],
    ['a name of spaces', { name: '   ' }, { kind: 'invalid-input', fields: ['resident.name'] }],
    ['a name with a line break', { name: 'Siti\nAminah' }, { kind: 'invalid-input', fields: ['resident.name'] }],
    ['a name that turns the letters after it round', { name: 'Siti \u202Ehanima' }, { kind: 'invalid-input', fields: ['resident.name'] }],
    [
      'an RT of two digits',
      { address: { ...personInput().address, rt: '03' } },
      { kind: 'invalid-input', fields: ['resident.address.rt'] }
    ],
    ['a NIK of a megabyte', { nik: '3'.repeat(1_000_000) }, { kind: 'invalid-input', fields: ['resident.nik'] }]
  ])('refuses %s', async (_, fields, refusal) => {
    const before = headOf(desk.raw)
    expect(problem(await register(fields))).toEqual(refusal)
    expect(headOf(desk.raw)).toEqual(before)
  })

  it('keeps markup as the text it is', async () => {
    const { id } = value(
      await register({ name: '<b>Parti</b>', nik: nikOf('58', '0012'), note: '<img src=x onerror=alert(1)>\nbaris dua' })
    )
    const { resident } = value(await api.residents.get({ residentId: id }))
    expect(resident).toMatchObject({ name: '<b>Parti</b>', note: '<img src=x onerror=alert(1)>\nbaris dua' })
  })

  it('keeps a telephone number in one form, and its owner only with it', async () => {
    expect(value(await register({ name: 'Partini', nik: nikOf('58', '0013'), phone: '+62 812-3456-7890' })).phone).toBe('+6281234567890')
    expect(
      value(await register({ name: 'Partono', nik: nikOf('18', '0014'), sex: 'male', phone: null, phoneOwner: 'self' }))
    ).toMatchObject({ phone: null, phoneOwner: null })
  })

  it('says where a person lives, and when that is outside the district', async () => {
    const [village] = value(await api.areas.searchVillages({ text: 'kebonharjo', within: '33.24' }))
    const [elsewhere] = value(await api.areas.searchVillages({ text: 'bulusan', within: '33.74' }))
    const address = { ...personInput().address, villageCode: village?.code ?? null }
    const here = value(await register({ name: 'Kasmi', nik: nikOf('58', '0015'), address }))
    const away = value(
      await register({ name: 'Kasmo', nik: nikOf('18', '0016'), address, domicile: { ...address, villageCode: elsewhere?.code ?? null } })
    )
    expect(value(await api.residents.get({ residentId: here.id }))).toMatchObject({
      isOutsideDistrict: false,
      areaLine: expect.stringContaining('Kebonharjo')
    })
    expect(value(await api.residents.get({ residentId: away.id })).isOutsideDistrict).toBe(true)
  })
})

describe('correcting', () => {
  it('changes the person and keeps the provisional id beside a NIK that came later', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const born = await givenResident(at.api, { name: 'Bayi Contoh', nik: null, noNikReason: 'newborn', birthDate: '2026-11-20' })
    const corrected = value(
      await at.api.residents.correct({
        residentId: born.id,
        resident: personInput({ name: 'Bayi Contoh', nik: '3324106011260001', birthDate: '2026-11-20' }),
        differentFrom: []
      })
    )
    expect(corrected).toMatchObject({ nik: '3324106011260001', noNikReason: null, provisionalId: born.provisionalId })
    expect(value(await at.api.residents.get({ residentId: born.id })).resident).toEqual(corrected)
  })

  it('is no more of a record that turned out to be another one, which is listed there, also by way of a third', async () => {
    const { api } = await testDesk({ officer: 'manager' })
    const [one, two, three] = [
      await givenResident(api),
      await givenResident(api, { nik: '3324105708910002', name: 'Sumarni' }),
      await givenResident(api, { nik: '3324105708910003', name: 'Kasmirah' })
    ]
    value(await api.residents.merge({ residentId: one.id, into: two.id }))
    value(await api.residents.merge({ residentId: two.id, into: three.id }))
    const { id: residentId } = one
    const merged = { kind: 'already-merged' }
    expect(problem(await api.residents.correct({ residentId, resident: personInput({ phone: null }), differentFrom: [] }))).toEqual(merged)
    const family = { kind: 'new' as const, kk: null }
    expect(problem(await api.residents.joinFamily({ residentId, family, relation: 'child' }))).toEqual(merged)
    const shownAt = async (id: string) => value(await api.residents.mergedInto({ residentId: id })).map(record => record.residentId)
    expect(await shownAt(three.id)).toEqual([one.id, two.id].sort())
    expect(await shownAt(two.id)).toEqual([one.id])
  })

  it('takes over what the record that stays lacks, and gives it back when they are separated, but not what was written since', async () => {
    const at = await testDesk({ officer: 'manager' })
    const { api } = at
    const goes = await givenResident(api, {
      phone: '081234567890',
      phoneOwner: 'family',
      motherName: 'Sumarni',
      occupation: 'Petani',
      note: 'Rumah biru'
    })
    const bare = {
      nik: '3324105708910002',
      name: 'Sumarti',
      phone: null,
      phoneOwner: null,
      motherName: null,
      occupation: 'Pedagang',
      note: null
    }
    const stays = await givenResident(api, bare)
    const takeOver = ['phone', 'motherName', 'occupation'] as const
    value(await api.residents.merge({ residentId: goes.id, into: stays.id, takeOver: [...takeOver] }))
    const now = async () => value(await api.residents.get({ residentId: stays.id })).resident
    expect(await now()).toMatchObject({
      phone: '+6281234567890',
      phoneOwner: 'family',
      motherName: 'Sumarni',
      occupation: 'Pedagang',
      note: null
    })
    value(
      await api.residents.correct({
        residentId: stays.id,
        resident: { ...personInput(), ...bare, phone: '081234567890', phoneOwner: 'family', motherName: 'Suminah' },
        differentFrom: []
      })
    )
    value(await api.residents.unmerge({ residentId: goes.id }, await confirmedBy(at, 'administrator')))
    expect(await now()).toMatchObject({ phone: null, phoneOwner: null, motherName: 'Suminah', occupation: 'Pedagang' })
    expect(value(await api.residents.get({ residentId: goes.id })).resident).toMatchObject({
      phone: '+6281234567890',
      motherName: 'Sumarni'
    })
  })

  it('leaves a merged record’s name and numbers a way to the person: found by them, and asked about when they come again', async () => {
    const { api } = await testDesk({ officer: 'manager' })
    const stays = await givenResident(api, { nik: null, noNikReason: 'homeless', name: 'Mbah Narti', birthDate: null })
    const goes = await givenResident(api, { name: 'Sunarti', nik: '3324105708910002', phone: '0812 9999 0001' })
    value(await api.residents.merge({ residentId: goes.id, into: stays.id }))
    for (const text of ['Sunarti', 'narti', '3324105708910002', '33241057', '081299990001'])
      expect(value(await api.search.find({ text, purpose: 'visit' }))).toMatchObject([{ kind: 'resident', residentId: stays.id }])
    const resident = personInput({ name: 'Sunarti', nik: '3324105708910002' })
    const register = (differentFrom: string[]) => api.residents.register({ resident, family: null, differentFrom })
    expect(problem(await register([]))).toMatchObject({
      kind: 'possible-duplicates',
      candidates: [{ residentId: stays.id, name: 'Mbah Narti', evidence: ['same-nik'] }]
    })
    // the number may have been mistyped in the record that went: whose it is registers all the same
    value(await register([stays.id]))
    // and the one that stays may be given what was known of it
    const second = await givenResident(api, { name: 'Kasmirah', nik: '3324105708910003' })
    const known = await givenResident(api, { name: 'Bu Kas', nik: null, noNikReason: 'forgotten', birthDate: null })
    value(await api.residents.merge({ residentId: second.id, into: known.id }))
    const corrected = personInput({ name: 'Kasmirah', nik: '3324105708910003' })
    expect(value(await api.residents.correct({ residentId: known.id, resident: corrected, differentFrom: [] })).nik).toBe(
      '3324105708910003'
    )
  })

  it('follows the same rules as registering', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const [one, two] = [await givenResident(at.api), await givenResident(at.api, { name: 'Sumarni', nik: '3324105708910002' })]
    const correct = (fields: Partial<ResidentInput>) =>
      at.api.residents.correct({ residentId: two.id, resident: personInput({ name: 'Sumarni', ...fields }), differentFrom: [] })
    expect(problem(await correct({ nik: one.nik }))).toEqual({ kind: 'nik-taken', residentId: one.id, name: one.name })
    expect(problem(await correct({ nik: '123' }))).toMatchObject({ kind: 'nik-blocked' })
    expect(problem(await correct({ nik: two.nik, phone: '1' }))).toEqual({ kind: 'phone-invalid' })
    expect(problem(await at.api.residents.correct({ residentId: randomUUID(), resident: personInput(), differentFrom: [] }))).toEqual({
      kind: 'not-found'
    })
    value(await correct({ nik: two.nik, occupation: 'Nelayan' }))
  })
})
