import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DistinctNames } from '#registry/names/distinct-names'

it('puts names in the order of their bytes, however many begin alike', () => {
  const name = fc
    .array(fc.constantFrom('SITI', 'SITI ', 'S', ' ', 'AMINAH BINTI ', 'é', '\u0001'), { maxLength: 6 })
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.array(name, { maxLength: 200 }), names => {
      const distinct = new DistinctNames()
      for (const one of names) distinct.numberOf(one)
      const found = Array.from(distinct.inOrder(), number => distinct.bytesOf(number).toString())
      expect(found).toEqual([...new Set(names)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
    })
  )
})
