import fc from 'fast-check'
import { expect, it } from 'vitest'
import { areSpokenAlike, spokenLike } from '#shared/registry/spoken-alike'
import { nameKey } from '#shared/residents/name-key'

it.each([
  ['NUGROHO', 'NUGRAHA'],
  ['PURWODARMINTO', 'PURWADARMINTA'],
  ['TAUFIQ', 'TOPIK'],
  ['HIDAYATULLOH', 'HIDAYATULLAH'],
  ['ROUDHOTUL', 'RAUDHATUL'],
  ['JUNAIDI', 'JUNEDI'],
  ['ZAENAB', 'ZAINAB'],
  ['SETYO', 'SETYA']
])('%s is spoken like %s, and the other way round', (a, b) => {
  const [one, other] = [nameKey(a), nameKey(b)]
  expect([areSpokenAlike(one, other), areSpokenAlike(other, one)]).toEqual([true, true])
  expect([spokenLike(one), spokenLike(other)]).toEqual([expect.arrayContaining([other]), expect.arrayContaining([one])])
})

it.each([
  ['SITI', 'SATI'],
  ['SURATMI', 'SURATNI'],
  ['AMINAH', 'MINAH'],
  ['RAHMAT', 'RAHMAT'],
  ['HADI', 'HUDA']
])('%s is not spoken like %s', (a, b) => {
  expect(areSpokenAlike(nameKey(a), nameKey(b))).toBe(false)
})

it('gives keys that are spoken alike, none twice, and no more than are looked up', () => {
  const key = fc.string({ unit: fc.constantFrom(...'AEIOUKLMNRST'), minLength: 1, maxLength: 24 })
  fc.assert(
    fc.property(key, typed => {
      const alike = spokenLike(typed)
      expect(alike.length).toBeLessThanOrEqual(48)
      expect(new Set(alike).size).toBe(alike.length)
      expect(alike).not.toContain(typed)
    })
  )
})
