import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeBase45, encodeBase45 } from '#shared/letters/base45'

it.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
  ['', '']
])('writes and reads %j as RFC 9285 does', (text, code) => {
  expect(encodeBase45(new TextEncoder().encode(text))).toBe(code)
  expect(decodeBase45(code)).toEqual(new TextEncoder().encode(text))
})

it.each([
  ['a value past two bytes (RFC 9285 4.3)', 'GGW'],
  ['three times the last sign', ':::'],
  ['a value past one byte', '::'],
  ['one sign left over', 'BB8A'],
  ['a small letter', 'bb8'],
  ['a sign outside the alphabet', 'BB,'],
  ['a newline', 'BB\n'],
  ['an emoji', '👍B']
])('refuses %s', (_, code) => {
  expect(decodeBase45(code)).toBeUndefined()
})

it('returns every row of bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes)
    })
  )
})

it('has one text for each row of bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZ $%*+-./:') }), text => {
      const bytes = decodeBase45(text)
      if (bytes) expect(encodeBase45(bytes)).toBe(text)
    })
  )
})

it('never ends in a space, so trimming loses nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 2 }), bytes => {
      expect(encodeBase45(bytes).trimEnd()).toBe(encodeBase45(bytes))
    }),
    { numRuns: 5000 }
  )
})
