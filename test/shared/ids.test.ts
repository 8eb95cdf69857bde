import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { isUuid, uuidv7 } from '#shared/ids'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const moment = fc.integer({ min: 0, max: 0xffff_ffff_ffff })

it('writes the example of RFC 9562 A.6', () => {
  const random = () => Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

it('is always a UUID of version 7', () => {
  fc.assert(
    fc.property(moment, bytes, (ms, random) => {
      const id = uuidv7(ms, () => random)
      expect(isUuid(id)).toBe(true)
      expect(z.uuidv7().safeParse(id).success).toBe(true)
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(ms)
    })
  )
})

it('sorts by the moment it was made', () => {
  fc.assert(
    fc.property(moment, moment, bytes, bytes, (a, b, randomA, randomB) => {
      fc.pre(a < b)
      expect(uuidv7(a, () => randomA) < uuidv7(b, () => randomB)).toBe(true)
    })
  )
})

it.each([-1, 0.5, Number.NaN, 2 ** 48])('is not made at the moment %d', ms => {
  expect(() => uuidv7(ms, n => new Uint8Array(n))).toThrow(RangeError)
})

it('is not made of too little randomness', () => {
  expect(() => uuidv7(0, () => new Uint8Array(9))).toThrow(RangeError)
})

it.each([
  '',
  'abc',
  '017f22e279b07cc398c4dc0c0c07398f',
  '017f22e2-79b0-7cc3-98c4-dc0c0c07398',
  '017f22e2-79b0-7cc3-98c4-dc0c0c07398g',
  '017f22e2-79b0-0cc3-98c4-dc0c0c07398f',
  '017f22e2-79b0-7cc3-78c4-dc0c0c07398f',
  '{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}',
  ' 017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  '017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n'
])('does not take %j for a UUID', text => {
  expect(isUuid(text)).toBe(false)
})
