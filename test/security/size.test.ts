import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin } from '#main/security/size'

describe('the size of an input', () => {
  it('is never less than the letters in it, nor more than a few times its JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), texts => {
        const value = { texts, deeper: texts.map(text => ({ [text]: text })) }
        expect(isWithin(value, 3 * texts.join('').length - 1)).toBe(false)
        expect(isWithin(value, 4 * JSON.stringify(value).length)).toBe(true)
      })
    )
  })

  it('counts text, bytes, lists, maps and sets', () => {
    const long = 'x'.repeat(1000)
    for (const value of [long, { name: long }, [long], new Map([['a', long]]), new Set([long]), new Uint8Array(1000), { [long]: 1 }]) {
      expect(isWithin(value, 999)).toBe(false)
      expect(isWithin(value, 1100)).toBe(true)
    }
  })

  it('refuses what holds itself or is nested without end', () => {
    const loop: { self?: unknown } = {}
    loop.self = loop
    expect(isWithin(loop, 1e9)).toBe(false)
  })

  it('takes nothing for small', () => {
    expect(isWithin(undefined, 100)).toBe(true)
  })
})
