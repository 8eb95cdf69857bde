import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '#shared/utf8'

const platformDecode = (bytes: Uint8Array) => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

it('writes the bytes that the platform writes, also for lone surrogates', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.nat(0xffff)).map(units => String.fromCharCode(...units))
  )
  fc.assert(
    fc.property(text, value => {
      expect([...encodeUtf8(value)]).toEqual([...new TextEncoder().encode(value)])
    })
  )
})

it('reads the bytes that the platform reads and refuses what it refuses', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), value => {
      expect(decodeUtf8(encodeUtf8(value))).toBe(value)
    })
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), bytes => {
      expect(decodeUtf8(bytes)).toBe(platformDecode(bytes))
    }),
    { numRuns: 2000 }
  )
})

it('reads long texts whole', () => {
  const text = `${'a'.repeat(9_000)}é${'b'.repeat(4_096)}–c`
  expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text)
})

it.each([
  ['an overlong slash', [0xc0, 0xaf]],
  ['an overlong slash in three bytes', [0xe0, 0x80, 0xaf]],
  ['an overlong letter in four bytes', [0xf0, 0x80, 0x80, 0x41]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['a point past U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
  ['a tail without a head', [0x80]],
  ['a cut end', [0xe2, 0x82]],
  ['a broken tail', [0xe2, 0x28, 0xa1]],
  ['a byte that never occurs', [0xff]]
])('refuses %s', (_, bytes) => {
  expect(decodeUtf8(Uint8Array.from(bytes))).toBeUndefined()
})
