import { beforeEach, describe, expect, it } from 'vitest'
import type { SearchFilter } from '#shared/search/search.contract'
import { givenResident } from '#test/support/given'
import { givenRegistry, registryPerson } from '#test/support/given-registry'
import { type TestDesk, testDesk, value } from '#test/support/test-desk'

/** Villages of Patebon and Weleri in Kendal. */
const KEBONHARJO = '33.24.14.2006'
const WELERI = '33.24.12.2010'
const addressIn = (villageCode: string) => ({ villageCode, line: 'Dusun Krajan', rt: '001', rw: '002', postcode: null })

let at: TestDesk
let serial = 0
const inRegistry = (name: string, code: string, birthDate: string | null = null) =>
  registryPerson({
    name,
    nik: `332410570890${++serial + 1000}`,
    kk: `332414120315${serial + 2000}`,
    village: { codeSet: 'kemendagri', code },
    birthDate
  })
const here = (name: string, villageCode: string, birthDate: string | null = null) =>
  givenResident(at.api, { name, nik: `33241057089${10_001 + ++serial * 37}`, birthDate, address: addressIn(villageCode) })
const find = async (text: string, filter?: SearchFilter) => value(await at.api.search.find({ text, purpose: 'look-up', filter }))
const people = async (text: string, filter?: SearchFilter) =>
  (await find(text, filter)).flatMap(hit =>
    hit.kind === 'resident' || hit.kind === 'registry' ? [[hit.name, hit.areaLine.split(',')[0], hit.alsoFits]] : []
  )

beforeEach(async () => {
  at = await testDesk({ officer: 'front-office' })
})

describe('words beside the name', () => {
  it('that are a village bring those of that village, residents and others, before those who lack a word', async () => {
    await givenRegistry(at.desk, [inRegistry('SITI AMINAH', WELERI), inRegistry('SITI AMINAH SARI', KEBONHARJO)])
    await here('Siti Aminah', WELERI)
    await here('Siti Aminah', KEBONHARJO)
    const found = await people('siti aminah kebonharjo')
    expect(found.slice(0, 2)).toEqual([
      ['Siti Aminah', 'Desa Kebonharjo', ['village']],
      ['SITI AMINAH SARI', 'Desa Kebonharjo', ['village']]
    ])
    expect(found.slice(2).every(([, , alsoFits]) => (alsoFits as string[]).length === 0)).toBe(true)
  })

  it.each(['kebonhar', 'kebon harjo', 'desa kebonharjo', 'KEBONHARJO', 'patebon', 'kec. patebon'])(
    'may be typed so: siti aminah %s',
    async place => {
      for (let n = 0; n < 12; n++) await here(`Siti Aminah ${'ABCDEFGHIJKL'[n]}ari`, WELERI)
      await here('Siti Aminah', KEBONHARJO)
      expect((await people(`siti aminah ${place}`))[0]).toEqual(['Siti Aminah', 'Desa Kebonharjo', ['village']])
    }
  )

  it('that are a person’s name as well bring that person first', async () => {
    await here('Siti Weleri', KEBONHARJO)
    await here('Siti Aminah', WELERI)
    expect(await people('siti weleri')).toEqual([
      ['Siti Weleri', 'Desa Kebonharjo', []],
      ['Siti Aminah', expect.any(String), ['village']]
    ])
  })

  it('that are a year of birth or an age leave out who is known to be of another', async () => {
    await givenRegistry(at.desk, [inRegistry('SITI AMINAH', WELERI, '1990-08-17'), inRegistry('SITI AMINAH', WELERI, '1961-01-02')])
    await here('Siti Aminah', KEBONHARJO)
    await here('Siti Aminah', WELERI, '1975-05-05')
    const born = async (text: string) =>
      (await find(text)).map(hit => (hit.kind === 'resident' || hit.kind === 'registry' ? [hit.birthDate, hit.alsoFits] : []))
    expect(await born('siti aminah 1990')).toEqual([
      [null, []],
      ['1990-08-17', ['birth']]
    ])
    expect((await born('siti aminah 1975 weleri'))[0]).toEqual(['1975-05-05', ['birth', 'village']])
    const age = Number(at.desk.today().slice(0, 4)) - 1975
    expect(await born(`siti aminah ${age} th`)).toContainEqual(['1975-05-05', ['birth']])
  })

  it('go together with the fields that narrow, which win', async () => {
    await here('Siti Aminah', KEBONHARJO, '1990-08-17')
    await here('Siti Aminah', WELERI, '1990-01-01')
    await here('Siti Aminah', WELERI, '1975-05-05')
    const filter = { villageCode: WELERI, birthYear: null, age: null, headName: null }
    expect(await people('siti aminah 1990', filter)).toEqual([['Siti Aminah', expect.any(String), ['birth']]])
    expect(await find('siti aminah 1990', { ...filter, birthYear: 1975 })).toMatchObject([{ birthDate: '1975-05-05', alsoFits: [] }])
  })
})

describe('the fields that narrow', () => {
  it('look among all who are called so, not among the first twenty', async () => {
    for (let n = 0; n < 60; n++)
      await here(
        `Siti Ba${'rltmnwgdkc'[n % 10]}i${'rltmnw'[n % 6]}a`,
        WELERI,
        `1975-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 25) + 1).padStart(2, '0')}`
      )
    const wanted = await here('Siti Zulaikhah', KEBONHARJO, '1990-08-17')
    value(await at.api.residents.joinFamily({ residentId: wanted.id, family: { kind: 'new', kk: '3324140101100007' }, relation: 'head' }))
    const none = { villageCode: null, birthYear: null, age: null, headName: null }
    const found = async (filter: Partial<SearchFilter>) => (await people('siti', { ...none, ...filter })).map(([name]) => name)
    expect(await found({ villageCode: KEBONHARJO })).toEqual(['Siti Zulaikhah'])
    expect(await found({ birthYear: 1990 })).toEqual(['Siti Zulaikhah'])
    expect(await found({ age: Number(at.desk.today().slice(0, 4)) - 1990 })).toEqual(['Siti Zulaikhah'])
    expect(await found({ headName: 'zul' })).toEqual(['Siti Zulaikhah'])
    expect(await found({ headName: '%' })).toEqual([])
  })
})
