import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairSearchOf } from '#main/residents/pair-search'
import { comparable, matchOf } from '#shared/residents/match'
import { linksAmong } from '#shared/residents/pairs'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenResident, personInput } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

const address = { ...personInput().address, villageCode: '33.24.10.2001' }
const SITI = { name: 'Siti Aminah', nik: '3324105708900001', address }
/** The same woman as a second desk would have typed her: one digit of the NIK is wrong. */
const SITTI = { name: 'Sitti Aminah', nik: '3324105708900002', address }

type At = Pick<TestDesk, 'api'>
const counts = async ({ api }: At) => value(await api.pairs.counts({}))
const listed = async ({ api }: At, list: 'open' | 'unsure' | 'wanted') =>
  value(await api.pairs.list({ list, from: 0 })).lines.map(line => [line.residentId, line.otherId].sort())

/** Two records of one person, the second registered as somebody else or left open. */
async function givenTwo(at: At, answer: 'differentFrom' | 'unsureOf' = 'differentFrom') {
  const one = await givenResident(at.api, SITI)
  const resident = personInput(SITTI)
  const other = value(await at.api.residents.register({ resident, family: null, differentFrom: [], [answer]: [one.id] }))
  return { one, other, pair: [one.id, other.id].sort() as [string, string] }
}

/** The desk has looked through everybody. */
async function searched(at: TestDesk) {
  await counts(at)
  await pairSearchOf(at.desk)
}

describe('two people who look alike', () => {
  it('are not asked about again once an officer said that they differ', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { other } = await givenTwo(at)
    const resident = personInput({ ...SITTI, phone: '081290001111' })
    value(await at.api.residents.correct({ residentId: other.id, resident, differentFrom: [] }))
    await searched(at)
    expect(await counts(at)).toEqual({ open: 0, unsure: 0, wanted: 0, isSearching: false })
  })

  it('stand on a list while nobody is sure, until somebody knows', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { one, other, pair } = await givenTwo(at, 'unsureOf')
    expect(await listed(at, 'unsure')).toEqual([pair])
    expect(value(await at.api.pairs.compare({ residentId: other.id, otherId: one.id }))).toMatchObject({
      match: { evidence: expect.arrayContaining(['nik-one-off-same-name']) },
      judgements: [{ verdict: 'unsure', officerName: expect.any(String) }]
    })
    value(await at.api.pairs.judge({ residentId: one.id, otherId: other.id, verdict: 'different' }))
    expect(await listed(at, 'unsure')).toEqual([])
    expect(value(await at.api.pairs.compare({ residentId: one.id, otherId: other.id })).judgements).toHaveLength(1)
  })

  it('who are one person wait for a manager, are merged, and wait for nobody who merges when that is taken back: it is to be found out', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { one, other, pair } = await givenTwo(at, 'unsureOf')
    expect(problem(await at.api.residents.merge({ residentId: other.id, into: one.id }))).toEqual({ kind: 'not-allowed' })
    value(await at.api.pairs.judge({ residentId: one.id, otherId: other.id, verdict: 'same' }))
    expect(await listed(at, 'wanted')).toEqual([pair])
    await actAs(at, 'manager')
    value(await at.api.residents.merge({ residentId: other.id, into: one.id }))
    expect(await listed(at, 'wanted')).toEqual([])
    expect(problem(await at.api.pairs.judge({ residentId: one.id, otherId: other.id, verdict: 'different' }))).toEqual({
      kind: 'already-merged'
    })
    value(await at.api.residents.unmerge({ residentId: other.id }, await confirmedBy(at, 'administrator')))
    expect(await listed(at, 'wanted')).toEqual([])
    expect(await listed(at, 'unsure')).toEqual([pair])
    value(await at.api.pairs.judge({ residentId: one.id, otherId: other.id, verdict: 'different' }))
    expect(await listed(at, 'unsure')).toEqual([])
  })

  it('that a manager merged unasked and separated again are to be found out too', async () => {
    const at = await testDesk({ officer: 'manager' })
    const one = await givenResident(at.api, SITI)
    const other = await givenResident(at.api, { ...SITTI, name: 'Rukmini', nik: '3324104505850009', birthDate: '1985-05-05' })
    value(await at.api.residents.merge({ residentId: other.id, into: one.id }))
    value(await at.api.residents.unmerge({ residentId: other.id }, await confirmedBy(at, 'administrator')))
    expect(await listed(at, 'unsure')).toEqual([[one.id, other.id].sort()])
  })

  it('found only when a record is corrected are answered there, as one person too', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const one = await givenResident(at.api, SITI)
    const other = await givenResident(at.api, { ...SITTI, name: 'Rukmini', nik: '3324104505850009', birthDate: '1985-05-05' })
    const input = { residentId: other.id, resident: personInput(SITTI), differentFrom: [] }
    expect(problem(await at.api.residents.correct(input))).toMatchObject({
      kind: 'possible-duplicates',
      candidates: [{ residentId: one.id }]
    })
    value(await at.api.residents.correct({ ...input, sameAs: [one.id] }))
    expect(await listed(at, 'wanted')).toEqual([[one.id, other.id].sort()])
  })

  it('are found among everybody, and no more when one of them was corrected', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const one = await givenResident(at.api, SITI)
    const other = await givenResident(at.api, { ...SITTI, name: 'Rukmini', nik: '3324104505850009', birthDate: '1985-05-05' })
    await searched(at)
    expect(await listed(at, 'open')).toEqual([])
    // as it comes from another desk: nobody was asked
    const resident = personInput(SITTI)
    at.desk.raw
      .prepare('update resident set name = ?, nik = ?, birth_date = ? where id = ?')
      .run(resident.name, resident.nik, resident.birthDate, other.id)
    at.desk.raw.prepare('delete from pair_search').run()
    await searched(at)
    expect(await listed(at, 'open')).toEqual([[one.id, other.id].sort()])
    expect((await at.api.quality.counts({})).ok && value(await at.api.quality.counts({})).counts).toContainEqual({
      kind: 'possible-duplicate',
      villageCode: address.villageCode,
      n: 1,
      checked: 0
    })
    value(
      await at.api.residents.correct({
        residentId: other.id,
        resident: personInput({ ...SITTI, name: 'Rukmini', nik: '3324104505850009', birthDate: '1985-05-05' }),
        differentFrom: []
      })
    )
    expect(await counts(at)).toMatchObject({ open: 0, isSearching: false })
  })

  it('about whom two desks said different things are on the list of what nobody is sure of', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { one, other, pair } = await givenTwo(at)
    at.desk.raw.exec(
      `insert into pair_judgement select '0192f0c0-0000-7000-8000-000000000009', other_id, resident_id, 'same', evidence, judged_at, officer_id, stamps, rest from pair_judgement`
    )
    expect(await listed(at, 'unsure')).toEqual([pair])
    value(await at.api.pairs.judge({ residentId: one.id, otherId: other.id, verdict: 'different' }))
    expect(await listed(at, 'unsure')).toEqual([])
  })

  it('are refused when one of them is nobody, or both are one record', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await givenResident(at.api, SITI)
    const unknown = '0192f0c0-0000-7000-8000-000000000009'
    for (const otherId of [unknown, id])
      expect(problem(await at.api.pairs.judge({ residentId: id, otherId, verdict: 'same' }))).toEqual({ kind: 'not-found' })
    expect(problem(await at.api.pairs.compare({ residentId: id, otherId: unknown }))).toEqual({ kind: 'not-found' })
  })
})

const digits = (n: number) => String(n).padStart(4, '0')
const anyPerson = fc.record({
  name: fc.constantFrom('Siti Aminah', 'Sitti Aminah', 'Siti Aminatun', 'Budi', 'Boedi', 'Rukmini'),
  nik: fc.option(
    fc
      .tuple(fc.constantFrom('332410570890', '332410570809', '332410170890', '323410570890'), fc.integer({ min: 1, max: 21 }))
      .map(([head, n]) => head + digits(n))
  ),
  family: fc.option(fc.constantFrom('a', 'b')),
  birthDate: fc.option(fc.constantFrom('1990-08-17', '1990-08-07', '1990-01-01')),
  sex: fc.constantFrom('male' as const, 'female' as const),
  villageCode: fc.option(fc.constantFrom('33.24.10.2001', '33.24.10.2002')),
  motherName: fc.option(fc.constantFrom('Sutinah', 'Soetinah', 'Marni'))
})

it('finds among many people every pair that comparing each with each finds, once', () => {
  fc.assert(
    fc.property(fc.array(anyPerson, { maxLength: 25 }), people => {
      const known = people.map(comparable)
      const all = known.flatMap((one, a) =>
        known.flatMap((other, b) => {
          const match = a < b ? matchOf(one, other) : undefined
          return match ? [`${a} ${b} ${match.score}`] : []
        })
      )
      const found = [...linksAmong(known)].flatMap(link => (link ? [`${link.a} ${link.b} ${link.score}`] : []))
      expect(found.sort()).toEqual(all.sort())
    })
  )
})

it('lets others work between every few hundred people it sorts and pairs it compares', () => {
  const people = Array.from({ length: 1000 }, (_, n) =>
    comparable({
      name: `Orang ${digits(n)}`,
      nik: null,
      family: n < 300 ? 'a' : null,
      birthDate: null,
      sex: 'male',
      villageCode: null,
      motherName: null
    })
  )
  const pairs = (300 * 299) / 2
  expect([...linksAmong(people)].filter(link => link === undefined).length).toBeGreaterThanOrEqual(Math.floor((10 * 1000 + pairs) / 500))
})
