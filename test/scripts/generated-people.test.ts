import { describe, expect, it } from 'vitest'
import { checkKk } from '#shared/residents/kk'
import { checkNik } from '#shared/residents/nik'
import { ResidentInput } from '#shared/residents/residents.contract'
import { kkFrom, peopleFrom } from '../../scripts/generated-people'
import { between, randomFrom } from '../../scripts/seeded'

const TODAY = '2026-11-23'
const some = (seed: number, count: number) => {
  const next = peopleFrom(randomFrom(seed))
  return Array.from({ length: count }, next)
}

describe('generated people', () => {
  it('are the same for the same seed and others for another', () => {
    expect(some(7, 20)).toEqual(some(7, 20))
    expect(some(7, 20)).not.toEqual(some(8, 20))
  })

  it('could be registered: their NIK fits their birth date and sex, and no two share one', () => {
    const people = some(1, 2000)
    for (const person of people) {
      ResidentInput.parse(person)
      const known = { today: TODAY, sex: person.sex, birthDate: person.birthDate ?? '' }
      expect(checkNik(person.nik ?? '', known)).toMatchObject({ blocks: [], warnings: [] })
    }
    expect(new Set(people.map(person => person.nik)).size).toBe(people.length)
  })

  it('have family cards of the right form', () => {
    const random = randomFrom(3)
    for (let n = 0; n < 500; n++) expect(checkKk(kkFrom(random, n))).toMatchObject({ blocks: [], warnings: [] })
  })
})

describe('seeded randomness', () => {
  it('reaches both ends of a range and never leaves it', () => {
    const random = randomFrom(5)
    const drawn = new Set(Array.from({ length: 500 }, () => between(random, 2, 5)))
    expect([...drawn].sort()).toEqual([2, 3, 4, 5])
  })
})
