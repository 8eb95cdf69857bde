import fc from 'fast-check'
import { ANSWER_CODE_SETS, EXCLUSIONS, LIFE_STATUSES, PROGRAMME_STATES, PROGRAMMES, type RegistryPerson } from '#shared/registry/person'
import { RELATIONS } from '#shared/residents/resident'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const words = fc
  .array(fc.constantFrom('SITI', 'Nur', 'Aminah', 'R.A.', 'Ma’ruf', 'é', '0'), { minLength: 1, maxLength: 4 })
  .map(list => list.join(' '))
const sixteen = fc.oneof(digits(16), fc.constantFrom('3324105708900001', '3324101708900002'))
const day = fc.constantFrom('1990-08-17', '1931-12-31', '2024-02-29', '1850-01-01')

/** Somebody, with anything that a row can say. */
export const anyPerson: fc.Arbitrary<RegistryPerson> = fc.record({
  nik: fc.option(sixteen),
  nikText: fc.option(words),
  kk: fc.option(fc.oneof(digits(16), fc.constantFrom('3324100101100002', '3324100101100003'))),
  familyId: fc.option(words),
  name: words,
  birthDate: fc.option(day),
  birthText: fc.option(words),
  birthPlace: fc.option(words),
  sex: fc.constantFrom(null, 'male' as const, 'female' as const),
  relation: fc.option(fc.constantFrom(...RELATIONS)),
  motherName: fc.option(words),
  headName: fc.option(words),
  addressLine: fc.option(words),
  rt: fc.option(digits(3)),
  rw: fc.option(digits(3)),
  village: fc.option(
    fc.constantFrom({ codeSet: 'kemendagri' as const, code: '33.24.14.2001' }, { codeSet: 'bps' as const, code: '3324140001' })
  ),
  decile: fc.option(fc.integer({ min: 1, max: 10 })),
  programmes: fc.dictionary(fc.constantFrom(...PROGRAMMES), fc.constantFrom(...PROGRAMME_STATES)).map(one => ({ ...one })),
  exclusions: fc.option(fc.subarray([...EXCLUSIONS])),
  exclusionText: fc.option(words),
  lifeStatus: fc.option(fc.constantFrom(...LIFE_STATUSES)),
  codeSet: fc.constantFrom(...ANSWER_CODE_SETS)
})
