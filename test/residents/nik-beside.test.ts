import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskNik } from '#shared/residents/nik'
import { maskNikBeside } from '#shared/residents/nik-beside'
import { isOneOff } from '#shared/residents/one-off'

const nik = fc.stringMatching(/^[0-9]{16}$/)

it('shows both digits that were swapped', () => {
  expect(maskNikBeside('3324105708900123', '3324105078900123')).toBe('332410*70***0123')
})

it('shows nothing more of a NIK that is further away, of one that lacks a digit, or beside none', () => {
  for (const other of ['3324106612850007', '332410570890012', null]) {
    expect(maskNikBeside('3324105708900123', other)).toBe('332410******0123')
  }
})

it('shows at most two digits more than a list does, and only where the two differ', () => {
  fc.assert(
    fc.property(nik, fc.nat(15), fc.nat(9), (one, at, digit) => {
      const other = `${one.slice(0, at)}${digit}${one.slice(at + 1)}`
      const [plain, beside] = [maskNik(one), maskNikBeside(one, other)]
      const shown = [...beside].flatMap((sign, place) => (sign === plain[place] ? [] : [place]))
      expect(shown).toEqual(isOneOff(one, other) && at >= 6 && at < 12 ? [at] : [])
    })
  )
})
