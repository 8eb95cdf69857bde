import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersApart } from '#shared/registry/letters-apart'

/** The textbook's table of optimal string alignment, every cell of it. */
function wholeTable(a: string, b: string): number {
  const cells = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)))
  const cell = (i: number, j: number): number => cells[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY
      const least = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped)
      cells[i]?.splice(j, 1, least)
    }
  return cell(a.length, b.length)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })

test('two words are as many slips apart as the whole table says, up to the most that are asked for', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, most) => {
      expect(lettersApart(a, b, most)).toBe(Math.min(wholeTable(a, b), most + 1))
    }),
    { numRuns: 2000 }
  )
})

test('swapped neighbours are one slip, also between what both words begin and end with', () => {
  expect(lettersApart('SUPRATMAN', 'SUPARTMAN', 2)).toBe(1)
  expect(lettersApart('ABA', 'BAA', 2)).toBe(1)
})
