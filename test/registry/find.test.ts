import { expect, it } from 'vitest'
import type { Registry } from '#registry/registry'
import type { RegistryQuery } from '#shared/registry/find'
import { nobody, person, registryOf } from './registry-file'

const hits = (registry: Registry, query: RegistryQuery | string, limit = 20) =>
  registry.find(typeof query === 'string' ? { text: query } : query, limit).families.flatMap(family => family.hits)
const names = (registry: Registry, query: RegistryQuery | string, limit = 20) => hits(registry, query, limit).map(hit => hit.person.name)

it.each([
  ['soeharto', 'SUHARTO'],
  ['Djoko Widodo', 'JOKO WIDODO'],
  ['Moh. Rizky', 'MUHAMMAD RIZKI'],
  ['M Rizki', 'MUHAMMAD RIZKI'],
  ['st fatima', 'SITI FATIMAH'],
  ['tjipto', 'CIPTO'],
  ['Achmad Yusup', 'AHMAD YUSUF']
])('finds old and Arabic spellings: %s is %s', async (typed, name) => {
  const registry = await registryOf([person('SUKARNI'), person(name), person('PARYONO')])
  expect(hits(registry, typed)[0]).toMatchObject({ person: { name }, why: 'name-spelling' })
})

it.each([
  ['a letter too many', 'SITI AMINNAHH', 'SITI AMINAH'],
  ['a letter missing', 'SLMET RIYADI', 'SLAMET RIYADI'],
  ['a wrong letter', 'SUTRIDNO', 'SUTRISNO'],
  ['two letters swapped', 'PURNOOM', 'PURNOMO'],
  ['another order', 'RIYADI SLAMET', 'SLAMET RIYADI'],
  ['a word too many', 'SLAMET RIYADI SANTOSO', 'SLAMET RIYADI'],
  ['a word missing', 'NURHALIZA', 'SITI NURHALIZA PUTRI'],
  ['two words as one', 'NURHAYATI', 'NUR HAYATI'],
  ['one word as two', 'NUR HAYATI', 'NURHAYATI'],
  ['a title', 'H. SLAMET RIYADI, S.Pd', 'SLAMET RIYADI'],
  ["the father's name", 'ABDULLAH BIN UMAR', 'ABDULLAH BIN UMAR'],
  ['a single name', 'kasmi', 'KASMI'],
  ['what people say before it', 'Ibu Hj. Siti Nurhaliza', 'SITI NURHALIZA'],
  ["a degree behind the father's name", 'RUBIAH HASAN', 'HJ. RUBIAH BINTI H. HASAN, S.KEP.'],
  ['its twin words in one', 'KAROKARO', 'TARIGAN KARO-KARO'],
  ['two slips in a short word', 'KADMU', 'KASMI'],
  ['two wrong letters in a long word', 'SULIDTYOQATI', 'SULISTYOWATI'],
  ['two words as one with a slip', 'KONTORHUTAPEA', 'JONTOR HUTAPEA'],
  ['a degree that stands in no list', 'Kasmi, S.Pd.SD', 'KASMI'],
  ['a name still being typed', 'siti nurha', 'SITI NURHALIZA PUTRI']
])('finds a name with %s', async (_, typed, name) => {
  const registry = await registryOf(
    ['ABDULLAH BIN SALIM', 'SITI AMINATUN', 'BUDI', name, 'WAGIMAN', 'SRI LESTARI'].map(each => person(each))
  )
  expect(names(registry, typed)[0]).toBe(name)
})

it.each([
  ['a letter alone for its first word', 'd tampubolon', 'DAUD TAMPUBOLON', 'PARLINDUNGAN TAMPUBOLON'],
  ['a short word without its first letter', 'li shomad', 'ALI SHOMAD', 'UMAR SHOMAD'],
  ['two words as one, which could be cut into commoner ones', 'isakkambuaya', 'ISAK KAMBUAYA', 'ISA'],
  ["the father's name, which the list leaves out", 'rahimu bin sugeng', 'RAHIMU', 'SUGENG'],
  ['a letter alone beside a word that begins so too', 'm. laurensius mau', 'MARIA LAURENSIUS MAU', 'LAURENSIUS MAU'],
  ['a letter alone behind its first word', 'yulianto h.', 'YULIANTO HENDRI', 'YULIANTO'],
  ['the article in one with its word', 'mukhsin aljufri', 'MUKHSIN AL-JUFRI', 'LULU ALJUFRI'],
  ['the first word cut short to a name of its own', 'frans kleden', 'FRANSISKUS KLEDEN', 'FRANS KAUNANG'],
  ['a word in the middle cut short', 'maria theres keraf', 'MARIA THERESIA KERAF', 'MARIA KERAF'],
  ['words without their vowels', 'i gst nym rai', 'I GUSTI NYOMAN RAI', 'I GEDE RAI'],
  ['a word that the list has without its vowels', 'sangkala daeng puji', 'SANGKALA DG. PUJI', 'SANGKALA DAENG NGONA']
])('finds one name before a common one by %s', async (_, typed, name, common) => {
  const registry = await registryOf([...Array.from({ length: 40 }, () => person(common)), person(name)])
  expect(names(registry, typed)[0]).toBe(name)
})

it('finds who has two of four or five typed words only when nobody has three', async () => {
  const registry = await registryOf(['SITI AMINAH', 'BUDI', 'KASNO', 'SRI LESTARI'].map(each => person(each)))
  expect(names(registry, 'siti aminah istri kasno')[0]).toBe('SITI AMINAH')
  expect(names(registry, 'siti aminah istri mulyo wates')[0]).toBe('SITI AMINAH')
  expect(names(registry, 'mulyati aminah istri pasar')).toEqual([])
  const wider = await registryOf(['SITI AMINAH', 'SITI AMINAH KASNO'].map(each => person(each)))
  expect(names(wider, 'siti aminah istri kasno')).toEqual(['SITI AMINAH KASNO'])
})

it("holds neither a degree nor a title for a part of the father's name", async () => {
  const registry = await registryOf(['SITI', 'RUBIAH BINTI H. HASAN, S.KEP.'].map(each => person(each)))
  expect(names(registry, 's')).toEqual(['SITI'])
  expect(hits(registry, 'rubiah binti hasan')).toMatchObject([{ why: 'name', distance: 0 }])
})

it('puts the very name first, then its spellings, then names that begin so, then near ones', async () => {
  const registry = await registryOf(['SUHARTI', 'SOEHARTO', 'SUHARTONO', 'SUHARTO'].map(each => person(each)))
  expect(hits(registry, 'suharto').map(hit => [hit.person.name, hit.why])).toEqual([
    ['SUHARTO', 'name'],
    ['SOEHARTO', 'name-spelling'],
    ['SUHARTONO', 'name-start'],
    ['SUHARTI', 'name-near']
  ])
})

it('finds who is written just as typed before many who count as the same: with the word before a father’s name, or without a degree', async () => {
  const many = Array.from({ length: 40 }, () => ['YOSEPINA BIN USMAN', 'HASAN'].map(each => person(each))).flat()
  const registry = await registryOf([...many, person('YOSEPINA USMAN'), person('HASAN, SE')])
  expect(names(registry, 'yosepina usman')[0]).toBe('YOSEPINA USMAN')
  expect(names(registry, 'Yosepina bin Usman')[0]).toBe('YOSEPINA BIN USMAN')
  expect(names(registry, 'hasan, se')[0]).toBe('HASAN, SE')
})

it('finds everybody of a common name up to the limit, and says when there are more', async () => {
  const registry = await registryOf(Array.from({ length: 30 }, () => person('SITI AMINAH')))
  expect(hits(registry, 'siti aminah', 30)).toHaveLength(30)
  expect(registry.find({ text: 'siti aminah' }, 30).isCut).toBe(false)
  expect(registry.find({ text: 'siti aminah' }, 20)).toMatchObject({ isCut: true })
})

it('finds one among many of a name by village, by year of birth with slack, and by the head of the family', async () => {
  const village = { codeSet: 'kemendagri', code: '33.24.01.2001' } as const
  const kk = '3324010101109999'
  const many = Array.from({ length: 400 }, () => person('SITI AMINAH', { village: { codeSet: 'kemendagri', code: '33.24.02.2002' } }))
  const registry = await registryOf([
    ...many,
    person('SUGENG RIYADI', { kk, village, birthDate: '1960-01-01' }),
    person('SITI AMINAH', { kk, village, birthDate: '1963-07-01', relation: 'wife' })
  ])
  const wanted = { name: 'SITI AMINAH', kk }
  expect(hits(registry, { text: 'siti aminah', villages: [village.code] })).toMatchObject([{ person: wanted }])
  expect(hits(registry, { text: 'siti amina', birthYear: 1963 })).toMatchObject([{ person: wanted }])
  expect(hits(registry, { text: 'siti aminah', birthYear: 1964, birthYearSlack: 1 })).toMatchObject([{ person: wanted }])
  expect(hits(registry, { text: 'siti aminah', headName: 'soegeng riadi' })).toMatchObject([{ person: wanted }])
  expect(hits(registry, { text: 'siti aminah', villages: ['33.24.99.2001'] })).toEqual([])
})

it('keeps people without a day of birth when a year is asked for', async () => {
  const registry = await registryOf([person('KASMI', { birthDate: null }), person('KASMI', { birthDate: '1990-01-01' })])
  expect(hits(registry, { text: 'kasmi', birthYear: 1950 })).toMatchObject([{ person: { birthDate: null } }])
})

const NIK = '9471015708900012'

it.each([
  ['itself', NIK, 'nik'],
  ['with one wrong digit', '9471015708900013', 'nik-near'],
  ['with a wrong first digit', '8471015708900012', 'nik-near'],
  ['with two digits swapped', '9471015780900012', 'nik-near'],
  ['with a digit left out', '947101578900012', 'nik-near'],
  ['with a digit too many', '94710157089000122', 'nik-near'],
  ['as far as it is typed', '94710157', 'nik-start'],
  ['with dots and spaces', '9471.0157 0890-0012', 'nik']
])('finds a NIK %s, also one past the numbers a double holds', async (_, typed, why) => {
  const registry = await registryOf([person('SOMEBODY ELSE'), person('MARIA', { nik: NIK }), person('YOHANES')])
  expect(hits(registry, typed)).toMatchObject([{ person: { name: 'MARIA', nik: NIK }, why }])
})

it('finds a family by its card and puts its people under one head', async () => {
  const kk = '3324010101100077'
  const registry = await registryOf([
    person('ANI', { kk, relation: 'child' }),
    person('BUDI', { kk, relation: 'head' }),
    person('CITRA', { kk: null, headName: 'DARTO', relation: 'wife' })
  ])
  expect(registry.find({ text: kk }, 20).families).toMatchObject([{ kk, headName: 'BUDI', hits: [{ why: 'kk' }, { why: 'kk' }] }])
  expect(registry.family(kk).map(each => each.name)).toEqual(['BUDI', 'ANI'])
  expect(registry.find({ text: 'citra' }, 20).families).toMatchObject([{ kk: null, headName: 'DARTO' }])
  expect(registry.byKk(kk)).toHaveLength(2)
})

it('finds the head of a family whose rows lie far apart', async () => {
  const kk = '3324010101100078'
  const between = Array.from({ length: 200 }, () => person('WAGIMAN'))
  const registry = await registryOf([person('BUDI', { kk }), ...between, person('ANI', { kk, relation: 'child' })])
  expect(registry.find({ text: 'ani' }, 20).families[0]).toMatchObject({ headName: 'BUDI' })
})

it.each(['', '12345', '.,-', 'XQZWV', '99999999999999999999'])('finds nobody for %j', async text => {
  const registry = await registryOf([person('SITI AMINAH'), nobody])
  expect(hits(registry, text)).toEqual([])
})

it('finds nobody in an empty registry, and names of other letters where they stand', async () => {
  expect(hits(await registryOf([]), 'siti')).toEqual([])
  const registry = await registryOf([person('王小明'), person('ÉLODIE'), person('I GUSTI NGURAH')])
  expect(names(registry, '王小明')).toEqual(['王小明'])
  expect(names(registry, 'elodie')).toEqual(['ÉLODIE'])
  expect(names(registry, 'gusti')).toEqual(['I GUSTI NGURAH'])
})
