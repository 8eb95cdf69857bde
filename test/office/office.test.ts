import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import { sampleSettings } from '#main/office/sample-office'
import type { OfficeSettings } from '#shared/office/office'
import { actAs, problem, sharedDesk, type TestDesk, testDesk, value } from '#test/support/test-desk'

type SetUp = Parameters<TestDesk['api']['office']['setUp']>[0]

const officer = { name: 'Contoh Arif Nugroho', roles: ['administrator' as const], position: null, decreeNumber: null, pin: '123456' }
const signer = {
  name: 'Contoh Sri Handayani',
  nip: null,
  rank: null,
  position: 'KEPALA DINAS SOSIAL',
  capacity: '' as const,
  onBehalfOf: null
}
const setUp = (settings: Partial<OfficeSettings> = {}, more: Partial<SetUp> = {}): SetUp => ({
  settings: { ...sampleSettings, ...settings },
  deskCode: 'B',
  officers: [officer],
  signers: [signer],
  firstNumber: 1,
  ...more
})

describe('setting up', () => {
  it('begins with a desk that knows nothing but the day and who keeps its keys', async () => {
    const { api } = await testDesk()
    expect(value(await api.office.state({}))).toEqual({
      kind: 'new',
      today: '2026-11-23',
      clock: 'well',
      keyProtection: { name: 'test', isProtected: true },
      offered: null
    })
  })

  it('makes office, device, officers, signers, agencies and book in one change, and only once', async () => {
    const { api, desk } = await testDesk()
    const office = value(await api.office.setUp(setUp({}, { firstNumber: 37 })))
    expect(office).toMatchObject({ deskCode: 'B', districtCode: '33.24' })
    expect(headOf(desk.raw).seq).toBe(1)
    expect(value(await api.office.state({}))).toMatchObject({
      kind: 'open',
      office,
      districtName: 'Kabupaten Kendal',
      journalBehind: 0,
      recoveredChanges: 0
    })
    await actAs({ desk, api }, 'administrator')
    expect(value(await api.letters.books({}))).toMatchObject([{ unitCode: 'SLRT-A', year: 2026, startAt: 37, nextSequence: 37 }])
    expect(value(await api.organizations.list({})).length).toBeGreaterThan(20)
    expect(problem(await api.office.setUp(setUp()))).toEqual({ kind: 'already-set-up' })
    expect(problem(await api.office.setUpSample({}))).toEqual({ kind: 'already-set-up' })
    expect(headOf(desk.raw).seq).toBe(1)
  })

  it('happens once even when it is asked for twice at the same time', async () => {
    const { api, desk } = await testDesk()
    const answers = await Promise.all([api.office.setUpSample({}), api.office.setUpSample({})])
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(headOf(desk.raw).seq).toBe(1)
  })

  describe('is refused and changes nothing', async () => {
    const { api, desk } = await sharedDesk()
    it.each<[string, SetUp, object]>([
      ['for a district that does not exist', setUp({ districtCode: '33.99' }), { kind: 'unknown-district' }],
      ['for a province', setUp({ districtCode: '33' as never }), { kind: 'invalid-input', fields: ['settings.districtCode'] }],
      [
        'for a number pattern without a place for the number',
        setUp({ numberPattern: '{kode_unit}/{tahun}' }),
        { kind: 'bad-number-pattern' }
      ],
      [
        'for a pattern with a token nobody knows',
        setUp({ numberPattern: '{urut}/{kode_unit}/{tahun}/{hari}' }),
        { kind: 'bad-number-pattern' }
      ],
      [
        'for a pattern whose numbers no letter code holds',
        setUp({ unitCode: 'SLRT-KABUPATEN-KENDL', numberPattern: '{urut}/{kode_unit}/{kode_unit}/{kode_unit}/{kode_unit}/{tahun}' }),
        { kind: 'bad-number-pattern' }
      ],
      ['without an administrator', setUp({}, { officers: [{ ...officer, roles: ['manager'] }] }), { kind: 'no-administrator' }],
      [
        'with two officers of one name',
        setUp({}, { officers: [officer, { ...officer, name: 'CONTOH ARIF NUGROHO' }] }),
        { kind: 'invalid-input', fields: ['officers'] }
      ],
      ['without officers', setUp({}, { officers: [] }), { kind: 'invalid-input', fields: ['officers'] }],
      ['without a signer', setUp({}, { signers: [] }), { kind: 'invalid-input', fields: ['signers'] }],
      [
        'with a NIP that is too short',
        setUp({}, { signers: [{ ...signer, nip: '1970' }] }),
        { kind: 'invalid-input', fields: ['signers.0.nip'] }
      ],
      ['with a desk code of three letters', setUp({}, { deskCode: 'ABC' }), { kind: 'invalid-input', fields: ['deskCode'] }],
      ['with a first number of zero', setUp({}, { firstNumber: 0 }), { kind: 'invalid-input', fields: ['firstNumber'] }],
      [
        'with a logo that is a page',
        setUp({ letterhead: { ...sampleSettings.letterhead, logo: 'data:text/html;base64,PHA+' } }),
        { kind: 'invalid-input', fields: ['settings.letterhead.logo'] }
      ],
      ['with a name of a megabyte', setUp({ name: 'x'.repeat(1_000_000) }), { kind: 'invalid-input', fields: ['settings.name'] }]
    ])('%s', async (_, input, refusal) => {
      expect(problem(await api.office.setUp(input))).toEqual(refusal)
      expect(headOf(desk.raw).seq).toBe(0)
    })
  })

  const districts = ['11.01', '12.71', '18.10', '31.01', '34.71', '36.74', '53.12', '64.72', '71.05', '94.08']
  it.each(districts)('works for any district of the country: %s', async districtCode => {
    const { api, desk, reported } = await testDesk()
    const answer = await api.office.setUp(setUp({ districtCode, timeZone: districtCode > '81' ? 'WIT' : 'WIB' }))
    expect(reported).toEqual([])
    if (!answer.ok) return expect(answer.problem.kind).toBe('unknown-district')
    await actAs({ desk, api }, 'administrator')
    const kinds = new Set(value(await api.organizations.list({})).map(organization => organization.kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['rsud', 'dukcapil', 'baznas']))
  })

  it('knows all 514 districts', async () => {
    const { desk } = await testDesk()
    const found = await desk.reference.selectFrom('area').select('code').where('level', '=', 'district').execute()
    expect(found).toHaveLength(514)
    expect(districts.filter(code => found.some(area => area.code === code)).length).toBeGreaterThanOrEqual(8)
  })
})

describe('settings', async () => {
  const { api, desk } = await sharedDesk({ officer: 'administrator' })

  it('change one by one and leave the others as they are', async () => {
    expect(value(await api.office.change({ place: 'Weleri' }))).toMatchObject({ place: 'Weleri', unitCode: 'SLRT-A' })
    expect(value(await api.office.change({}))).toMatchObject({ place: 'Weleri' })
  })

  it('never take a district, a pattern or a unit that would stop the work', async () => {
    const before = headOf(desk.raw)
    expect(problem(await api.office.change({ districtCode: '33.99' }))).toEqual({ kind: 'unknown-district' })
    expect(problem(await api.office.change({ numberPattern: '{urut}' }))).toEqual({ kind: 'bad-number-pattern' })
    expect(headOf(desk.raw)).toEqual(before)
    const pattern = '{klasifikasi}/{urut:6}/{kode_unit}/{kode_unit}/{kode_unit}/{tahun}'
    value(await api.office.change({ numberPattern: pattern }))
    expect(problem(await api.office.change({ unitCode: 'SLRT-KABUPATEN-KENDL' }))).toEqual({ kind: 'bad-number-pattern' })
  })

  it('keep signers that have left, for the letters they signed', async () => {
    const added = value(await api.office.addSigner({ ...signer, name: 'Contoh Plt Baru', capacity: 'Plt.' }))
    value(await api.office.correctSigner({ ...added, isActive: false }))
    expect(value(await api.office.signers({})).at(-1)).toEqual({ ...added, isActive: false })
    expect(problem(await api.office.correctSigner({ ...added, id: randomUUID() }))).toEqual({ kind: 'not-found' })
  })
})

describe('the calendar', async () => {
  const { api } = await sharedDesk({ officer: 'administrator' })

  it('is the published one, less and plus what the office marks', async () => {
    const days = async () => new Map(value(await api.office.holidays({ year: 2026 })).map(holiday => [holiday.day, holiday.isWorkingDay]))
    expect((await days()).get('2026-12-25')).toBe(false)
    expect((await days()).has('2026-11-24')).toBe(false)
    value(await api.office.setHoliday({ day: '2026-11-24', name: 'HUT Kabupaten', isWorkingDay: false }))
    value(await api.office.setHoliday({ day: '2026-12-25', name: 'Piket', isWorkingDay: true }))
    expect((await days()).get('2026-11-24')).toBe(false)
    expect((await days()).get('2026-12-25')).toBe(true)
    value(await api.office.setHoliday({ day: '2026-11-24', name: 'HUT Kabupaten', isWorkingDay: true }))
    expect((await days()).get('2026-11-24')).toBe(true)
  })

  it('has no year 0', async () => {
    expect(problem(await api.office.setHoliday({ day: '0000-01-01', name: 'x', isWorkingDay: false }))).toMatchObject({
      kind: 'invalid-input'
    })
  })
})
