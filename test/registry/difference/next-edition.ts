import fc from 'fast-check'
import type { RegistryPerson } from '#shared/registry/person'
import { anyPerson } from '../snapshot/any-person'

const villages = ['2001', '2002', '2003', '2004'].map(last => ({ codeSet: 'kemendagri' as const, code: `33.24.14.${last}` }))
const kks = ['3324100101100002', '3324100101100003', '3324140203110004', '3324140203110005']

/** Somebody of a few villages and families, as extracts have them. */
const neighbour: fc.Arbitrary<RegistryPerson> = fc
  .tuple(anyPerson, fc.constantFrom(null, ...villages), fc.constantFrom(null, ...kks), fc.integer({ min: 1, max: 60 }))
  .map(([one, village, kk, n]) => ({ ...one, village, kk, nik: n > 50 ? null : `33241057089000${String(n).padStart(2, '0')}` }))

/** What may become of a person between two editions. */
const fate = fc.oneof(
  { weight: 6, arbitrary: fc.constant((one: RegistryPerson) => [one]) },
  { weight: 1, arbitrary: fc.constant(() => [] as RegistryPerson[]) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 10 }).map(decile => (one: RegistryPerson) => [{ ...one, decile }]) },
  { weight: 1, arbitrary: fc.constantFrom(...villages).map(village => (one: RegistryPerson) => [{ ...one, village }]) },
  { weight: 1, arbitrary: fc.constantFrom(null, ...kks).map(kk => (one: RegistryPerson) => [{ ...one, kk, relation: 'child' as const }]) },
  {
    weight: 1,
    arbitrary: anyPerson.map(other => ({ nik, kk }: RegistryPerson) => [{ ...other, nik, kk }])
  },
  { weight: 1, arbitrary: fc.constant((one: RegistryPerson) => [one, one]) }
)

/** Two editions of one list: people changed, left, were born, moved, were doubled, and came in another order. */
export const twoEditions: fc.Arbitrary<{ before: RegistryPerson[]; after: RegistryPerson[] }> = fc
  .tuple(
    fc.array(neighbour, { maxLength: 60 }),
    fc.array(fate, { minLength: 60, maxLength: 60 }),
    fc.array(neighbour, { maxLength: 6 }),
    fc.nat()
  )
  .map(([before, fates, born, turn]) => {
    const lived = before.flatMap((one, at) => fates[at]?.(one) ?? [])
    const after = [...born, ...lived]
    return { before, after: [...after.slice(turn % (after.length + 1)), ...after.slice(0, turn % (after.length + 1))] }
  })
