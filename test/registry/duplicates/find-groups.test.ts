import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBetween, findGroups } from '#registry/duplicates/find-groups'
import { type Comparable, comparable, matchOf, type Person } from '#shared/residents/match'

const nobody: Person = { name: '', nik: null, family: null, birthDate: null, sex: null, villageCode: null, motherName: null }
const people = (...list: Partial<Person>[]): Comparable[] => list.map(one => comparable({ ...nobody, ...one }))

const digit = fc.constantFrom(...'0123456789')
const nik = fc.constantFrom(
  '3324145708900011',
  '3324145708900012',
  '3324145780900011',
  '3324415708900011',
  '3324141708900011',
  '3301015708900077'
)
const anyPerson = fc.record({
  name: fc.constantFrom('Siti Aminah', 'St. Aminah', 'Siti Nurhayati', 'Nurhayati', 'Djoko', 'Joko', ''),
  nik: fc.option(
    fc.oneof(
      nik,
      fc.tuple(nik, fc.nat({ max: 15 }), digit).map(([one, at, to]) => one.slice(0, at) + to + one.slice(at + 1))
    )
  ),
  family: fc.constantFrom(null, 'a', 'b'),
  birthDate: fc.constantFrom(null, '1990-08-17', '1990-08-18', '1990-03-08', '1990-08-03'),
  sex: fc.constantFrom(null, 'male' as const, 'female' as const),
  villageCode: fc.constantFrom(null, 'x', 'y'),
  motherName: fc.constantFrom(null, 'Sumiati', 'Soemiati')
})

describe('groups of records that may be one person', () => {
  it('miss no pair that the ladder would name, whatever the list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPerson, { maxLength: 25 }), async list => {
        const all = people(...list)
        const expected = all.flatMap((one, a) => all.flatMap((other, b) => (a < b && matchOf(one, other) ? [`${a} ${b}`] : [])))
        const found = (await findGroups(all)).flatMap(group => group.links.map(({ a, b }) => `${a} ${b}`))
        expect(found.sort()).toEqual(expected.sort())
      }),
      { numRuns: 300 }
    )
  })

  it('hold together what hangs together, the surest first', async () => {
    const groups = await findGroups(
      people(
        { name: 'Djoko', birthDate: '1975-05-12', sex: 'male', villageCode: 'x' },
        { name: 'Siti Aminah', nik: '3324145708900011' },
        { name: 'St. Aminah', nik: '3324145708900012' },
        { name: 'Siti Aminah', nik: '3324145708900112' },
        { name: 'Joko', birthDate: '1975-05-12', sex: 'male', villageCode: 'x' },
        { name: 'Wahyu', nik: '3324145708930099' }
      )
    )
    expect(groups.map(({ members, score }) => ({ members, score }))).toEqual([
      { members: [1, 2, 3], score: 0.95 },
      { members: [0, 4], score: 0.8 }
    ])
    expect(await findGroups(people({ name: 'A' }, { name: 'A' }))).toEqual([])
  })

  it('do not put people of two birth dates together because a third of their name has none', async () => {
    const trio = [{ birthDate: null }, { birthDate: '1971-02-03' as const }, { birthDate: '1990-08-17' as const }]
    const named = (list: Partial<Person>[]) => people(...list.map(one => ({ name: 'Siti Aminah', villageCode: 'x', ...one })))
    const membersOf = async (list: Partial<Person>[]) => (await findGroups(named(list))).map(({ members }) => members)
    expect(await membersOf(trio)).toEqual([
      [0, 1],
      [0, 2]
    ])
    expect(await membersOf(trio.toReversed())).toEqual([
      [0, 2],
      [1, 2]
    ])
    // what hangs together by more than name and village stays together, and those without anything with each other
    expect(await membersOf([...trio, { birthDate: '1990-08-17' }, {}])).toEqual([
      [2, 3],
      [0, 1, 4],
      [0, 2, 3, 4],
      [0, 4]
    ])
    expect(await membersOf([{}, { birthDate: '1971-02-03' }, { nik: '3324145708900011' }])).toEqual([[0, 1, 2]])
    expect(await membersOf([{}, {}, { birthDate: '1971-02-03' }])).toEqual([[0, 1, 2]])
  })

  it('between two lists name only pairs across', async () => {
    const list = people({ name: 'Siti Aminah', nik: '3324145708900011' }, { name: 'Siti Aminah', nik: '3324145708900011' })
    const known = people({ name: 'Budi', nik: '3324141708900011' }, { name: 'St. Aminah', nik: '3324145708900012' })
    expect((await findBetween(list, known)).map(({ a, b, score }) => [a, b, score])).toEqual([
      [0, 1, 0.95],
      [1, 1, 0.95]
    ])
    expect(await findBetween(list, known, 0.96)).toEqual([])
  })

  it('are found in a list where thousands share a family number and a birthday that mean "unknown"', async () => {
    const crowd = Array.from({ length: 5000 }, (_, n) => ({
      name: `Orang ${String.fromCharCode(65 + (n % 26), 65 + ((n / 26) % 26), 65 + n / 676)}`,
      family: '0',
      birthDate: '1950-07-01',
      sex: 'male' as const,
      villageCode: 'x'
    }))
    const twice = { name: 'Slamet Riyadi', family: '0', birthDate: '1950-07-01', sex: 'male' as const, villageCode: 'x' }
    const groups = await findGroups(people(twice, ...crowd, twice))
    expect(groups.some(({ members }) => members.includes(0) && members.includes(5001))).toBe(true)
  })
})
