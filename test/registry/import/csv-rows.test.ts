import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvRows, OpenQuoteError } from '#registry/import/csv-rows'

/** The rows of a text that comes in pieces of so many bytes. */
function rowsOf(text: string, { pieceBytes = 7, delimiter = ',' } = {}): string[][] {
  const rows = new CsvRows(delimiter, 'utf8')
  const bytes = Buffer.from(text)
  const found: string[][] = []
  for (let at = 0; at < bytes.length; at += pieceBytes) found.push(...rows.push(bytes.subarray(at, at + pieceBytes)))
  return [...found, ...rows.end()]
}

const aCell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '0'), maxLength: 8 })
const aTable = fc.array(fc.array(aCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })

describe('rows are cut from the bytes of a list', () => {
  it('as they were written, in pieces of any length and with either line end', () => {
    fc.assert(
      fc.property(
        aTable,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(',', ';'),
        fc.constantFrom('\n', '\r\n'),
        (table, pieceBytes, delimiter, lineEnd) => {
          const text = stringify(table, { delimiter, record_delimiter: lineEnd, quoted_string: true })
          expect(rowsOf(text, { pieceBytes, delimiter })).toEqual(table)
        }
      )
    )
  })

  it.each([
    ['a quote within a word', 'a"b,c\n', [['a"b', 'c']]],
    ['a quote behind a space', ' "a,b"\n', [[' "a', 'b"']]],
    ['text behind a closing quote', '"a" b,c\n', [['"a" b', 'c']]],
    ['an empty quoted cell', '"",a\n', [['', 'a']]],
    ['a delimiter at the end', 'a,\n', [['a', '']]],
    ['a line without anything', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['no line end at the end', 'a,b\nc,d', [['a', 'b'], ['c', 'd']]], // biome-ignore format: a row a line
    ['both line ends in one list', 'a\r\nb\nc\r\n', [['a'], ['b'], ['c']]],
    ['carriage returns alone', 'a,b\rc,d\r', [['a', 'b'], ['c', 'd']]], // biome-ignore format: a row a line
    ['a line end in a quoted cell', '"a\r\nb",c\r\n', [['a\nb', 'c']]],
    ['nothing at all', '', []]
  ])('with %s', (_, text, rows) => {
    for (const pieceBytes of [1, 2, 3, 100]) expect(rowsOf(text, { pieceBytes })).toEqual(rows)
  })

  it('but not when a quote is never closed, or a row goes on for a megabyte', () => {
    expect(() => rowsOf('a,"b\nc,d\n')).toThrow(OpenQuoteError)
    expect(() => rowsOf(`a,"${'b\n'.repeat(600_000)}`, { pieceBytes: 65_536 })).toThrow(OpenQuoteError)
    expect(() => rowsOf('b'.repeat(1_200_000), { pieceBytes: 65_536 })).toThrow(OpenQuoteError)
  })
})
