import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenCase, givenLetterOrder, givenResident, personInput } from '#test/support/given'
import { problem, sharedDesk, testDesk, value } from '#test/support/test-desk'

const { api, desk } = await sharedDesk({ officer: 'front-office' })
const find = async (text: string) => value(await api.search.find({ text, purpose: 'look-up' }))
const named = async (text: string) => (await find(text)).map(hit => (hit.kind === 'resident' ? hit.name : hit.kind))

const nikOf = (n: number): string => `33241057089${String(10_001 + n * 37)}`
const people = [
  'Djoko Soesilo',
  'Joko Widagdo',
  'Siti Fatimah',
  'Sitti Fatima binti Kasan',
  'H. Moch. Rizqi, S.Pd.',
  'Nur Hayati',
  'Sjarifuddin',
  'Ni Wayan Sari',
  'I Gusti Ngurah Rai',
  'Sumarni',
  'Nurhadi Sumarno',
  '<b>Tuminah</b>'
]
for (const [n, name] of people.entries()) await givenResident(api, { name, nik: nikOf(n), phone: null, birthDate: null })
const guest = await givenResident(api, { name: 'Paijo', nik: '3374011708800001', sex: 'male', phone: '0813-9876-5432' })
value(await api.residents.joinFamily({ residentId: guest.id, family: { kind: 'new', kk: '3374010101100007' }, relation: 'head' }))
const nobody = await givenResident(api, { name: 'Mbah Kasno', nik: null, noNikReason: 'homeless', birthDate: null, phone: '(024) 381234' })
const found = await givenCase(api, { residentId: guest.id })
value(await api.visits.addParticipant({ visitId: found.visitId, residentId: guest.id, role: 'applicant', relation: null }))
const letter = value(await api.letters.issue(await givenLetterOrder(api, found.id)))

describe('a name', () => {
  it.each([
    ['djoko', ['Djoko Soesilo', 'Joko Widagdo']],
    ['joko susilo', ['Djoko Soesilo']],
    ['joka susila', ['Djoko Soesilo']],
    ['soesilo', ['Djoko Soesilo']],
    ['SUSILO djoko', ['Djoko Soesilo']],
    ['siti fatimah', ['Siti Fatimah', 'Sitti Fatima binti Kasan']],
    ['fatima', ['Sitti Fatima binti Kasan', 'Siti Fatimah']],
    ['muhammad rizki', ['H. Moch. Rizqi, S.Pd.']],
    ['moh rizky', ['H. Moch. Rizqi, S.Pd.']],
    ['rizki', ['H. Moch. Rizqi, S.Pd.']],
    ['syarif', ['Sjarifuddin']],
    ['nurhayati', ['Nur Hayati']],
    ['nur hadi', ['Nurhadi Sumarno']],
    ['sjarif uddin', ['Sjarifuddin']],
    ['wayan', ['Ni Wayan Sari']],
    ['i gst ngr rai', ['I Gusti Ngurah Rai']],
    ['tuminah', ['<b>Tuminah</b>']],
    ['<b>tuminah</b>', ['<b>Tuminah</b>']],
    ['kasno', ['Mbah Kasno']]
  ])('%s is found in any spelling of its time', async (typed, names) => {
    expect(await named(typed)).toEqual(names)
  })

  it.each(['s', 'su', 'sum', 'suma', 'sumar', 'sumarn', 'sumarni'])('is found while it is being typed: %s', async typed => {
    expect(await named(typed)).toContain('Sumarni')
  })

  it('that begins as it was typed stands before one that only has the word', async () => {
    expect(await named('sumarn')).toEqual(['Sumarni', 'Nurhadi Sumarno'])
    expect((await named('nur'))[0]).toMatch(/^Nur/)
  })

  it('is found exactly among thousands that begin alike', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { raw } = at.desk
    const input = personInput({ name: 'Siti', nik: null, noNikReason: 'other', birthDate: null })
    for (let n = 0; n < 700; n++) {
      const { lastInsertRowid } = raw
        .prepare('insert into resident_search (id, name_key) values (?, ?)')
        .run(`x${n}`, `SITI AMINAH ${'ABCDEFGHIJ'[n % 10]}${n}`)
      raw.prepare('insert into resident_fts (rowid, name_key) values (?, ?)').run(lastInsertRowid, `SITI AMINAH ${n}`)
    }
    value(await at.api.residents.register({ resident: { ...input, name: 'Siti Aminah' }, family: null, differentFrom: [] }))
    expect(value(await at.api.search.find({ text: 'siti aminah', purpose: 'visit' }))[0]).toMatchObject({ name: 'Siti Aminah' })
  })

  it('finds at most twenty', async () => {
    const at = await testDesk({ officer: 'front-office' })
    for (let n = 0; n < 25; n++)
      await givenResident(at.api, { name: `Karto ${'ABCDEFGHIJKLMNOPQRSTUVWXY'[n]}`, nik: nikOf(n), birthDate: null })
    expect(value(await at.api.search.find({ text: 'karto', purpose: 'visit' }))).toHaveLength(20)
  })

  it('is found with a word too many: a place, a nickname', async () => {
    expect(await find('djoko soesilo kebonharjo')).toMatchObject([{ name: 'Djoko Soesilo', why: 'name-words' }])
    expect(await named('wayan sari zzz')).toEqual(['Ni Wayan Sari'])
  })

  it('is not offered for the one common word of a name that nobody here has', async () => {
    const at = await testDesk({ officer: 'front-office' })
    for (let n = 0; n < 12; n++) await givenResident(at.api, { name: `Siti Warga${'abcdefghijkl'[n]}`, nik: nikOf(100 + n), phone: null })
    const found = async (text: string) => value(await at.api.search.find({ text, purpose: 'visit' }))
    expect(await found('siti qomariyah')).toEqual([])
    expect(await found('siti wargac')).toHaveLength(1)
  })

  it('follows a correction', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await givenResident(at.api, { name: 'Kartini' })
    value(await at.api.residents.correct({ residentId: id, resident: personInput({ name: 'Kartono' }), differentFrom: [] }))
    expect(value(await at.api.search.find({ text: 'kartini', purpose: 'visit' }))).toEqual([])
    expect(value(await at.api.search.find({ text: 'kartono', purpose: 'visit' }))).toHaveLength(1)
  })
})

describe('a number', () => {
  const why = async (text: string) => (await find(text)).map(hit => hit.why)

  it.each([
    ['3374011708800001', 'nik'],
    ['337401170880', 'nik-start'],
    ['3374.0117-0880 0001', 'nik'],
    ['3374010101100007', 'kk'],
    ['33740101011', 'kk-start'],
    ['081398765432', 'phone'],
    ['0813 9876', 'phone'],
    ['62813987', 'phone'],
    ['+62 813-9876-5432', 'phone'],
    ['024381234', 'phone'],
    ['SLRT-3324-2611-A-00001', 'case-number'],
    ['slrt-3324', 'case-number'],
    ['3374011708800002', 'nik-near'],
    ['3374017108800001', 'nik-near'],
    ['337401170880001', 'nik-near'],
    ['33740117088000011', 'nik-near'],
    ['3374010101100008', 'kk-near'],
    ['337401010110007', 'kk-near'],
    ['TNIK-3324-26-1', 'provisional-id'],
    ['tnik-', 'provisional-id'],
    ['U-001', 'ticket'],
    ['u1', 'ticket'],
    ['u001', 'ticket'],
    ['400.7/001/SLRT-A/XI/2026', 'letter-number'],
    ['400.7/001', 'letter-number'],
    ['1', 'letter-number'],
    ['001', 'letter-number']
  ])('%s is read as a %s', async (typed, kind) => {
    expect((await why(typed)).filter(one => one !== 'case-of' && one !== 'letter-of')).toEqual([kind])
  })

  it('finds one person once, though NIK and KK begin alike', async () => {
    expect(await find('337401')).toMatchObject([
      { kind: 'resident', residentId: guest.id, why: 'nik-start', openCases: 1 },
      { kind: 'case', caseId: found.id, why: 'case-of' },
      { kind: 'letter', letterId: letter.id, why: 'letter-of' }
    ])
  })

  it('finds the case, the visit and the letter with what the officer needs to know of them', async () => {
    expect(await find(found.number)).toMatchObject([
      { kind: 'case', caseId: found.id, visitId: found.visitId, residentName: 'Paijo', status: 'registered' }
    ])
    expect(await find('U-001')).toMatchObject([
      { kind: 'visit', visitId: found.visitId, day: '2026-11-23', status: 'serving', names: ['Paijo'] }
    ])
    expect(await find(letter.number)).toMatchObject([
      { kind: 'letter', letterId: letter.id, caseId: found.id, residentName: 'Paijo', status: 'issued' }
    ])
    expect(await find(nobody.provisionalId ?? '')).toMatchObject([{ residentId: nobody.id, nikMasked: null }])
  })

  it('that is somebody’s is never taken for a slip in another one', async () => {
    expect(await why(nikOf(0))).toEqual(['nik'])
  })

  it.each(['33240', '08', '99999', '3374011708800022', '33740117088001', 'U-9999', '400.8/001', 'SLRT-9', '3374011708800001999'])(
    '%s finds nothing',
    async typed => {
      expect(await find(typed)).toEqual([])
    }
  )

  it('is never shown whole when it is a NIK', async () => {
    expect(JSON.stringify(await find('3374011708800001'))).not.toContain('3374011708800001')
  })
})

describe('whatever is typed', () => {
  it.each([
    '',
    ' ',
    '\n',
    '-',
    '"',
    '*',
    '/',
    "'",
    '%',
    '()',
    'AND',
    'NOT',
    'NEAR(',
    'a" OR "b',
    '____',
    '\u0000',
    '🧕',
    '日本',
    'ܐ',
    'ᦰA'
  ])('%j is answered', async typed => {
    expect(Array.isArray(await find(typed))).toBe(true)
  })

  it('gets an answer, and nothing changes', async () => {
    const before = desk.raw.prepare('select count(*) as n from "change"').get()
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 60 })),
        async text => {
          fc.pre(text.length <= 200)
          expect(Array.isArray(await find(text))).toBe(true)
        }
      ),
      { numRuns: 400 }
    )
    expect(desk.raw.prepare('select count(*) as n from "change"').get()).toEqual(before)
  })

  it('is refused when it is a megabyte', async () => {
    expect(problem(await api.search.find({ text: 'x'.repeat(1_000_000), purpose: 'visit' }))).toEqual({
      kind: 'invalid-input',
      fields: ['text']
    })
  })
})

it('looks people up by an index, not by reading everybody', () => {
  const plan = (sql: string) =>
    (desk.raw.prepare(`explain query plan ${sql}`).all() as { detail: string }[]).map(row => row.detail).join('\n')
  for (const sql of [
    "select * from resident where nik >= '33' and nik < '33:'",
    "select * from resident where phone >= '+62' and phone < '+62:'",
    "select * from resident where provisional_id >= 'T' and provisional_id < 'T:'",
    "select * from family join membership on membership.family_id = family.id where kk >= '33' and kk < '33:'",
    "select * from family join membership on membership.family_id = family.id where kk in ('1', '2')",
    "select * from resident where nik in ('1', '2')",
    "select id from resident_search where name_key >= 'A' and name_key < 'B' order by name_key",
    "select * from visit where ticket = 'U-001' order by day desc",
    "select * from visit where day < '2026-11-23' and status in ('waiting', 'called', 'serving') order by day, id",
    'select * from letter where sequence = 1',
    "select * from letter where number >= '400' and number < '401'",
    "select * from \"case\" where number >= 'S' and number < 'T'"
  ]) {
    expect(plan(sql), sql).toMatch(/SEARCH/)
    expect(plan(sql), sql).not.toMatch(/^SCAN/m)
  }
})
