import { read, utils } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { tableFiles } from '#wire/table-files'

it('writes numbers as numbers, with the comma of an Indonesian Excel, beside text that is never calculated', async () => {
  const [csv, xlsx] = await tableFiles({
    name: 'a',
    columns: ['=uraian', 'nilai'],
    rows: [
      ['+1', -2.5],
      ['0012', 3]
    ]
  })
  expect(
    Buffer.from(csv?.bytes ?? [])
      .toString('utf8')
      .replace('\uFEFF', '')
  ).toBe("'=uraian;nilai\r\n'+1;-2,5\r\n0012;3\r\n")
  const book = read(xlsx?.bytes)
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  expect(sheet && utils.sheet_to_json(sheet, { header: 1 })).toEqual([
    ["'=uraian", 'nilai'],
    ["'+1", -2.5],
    ['0012', 3]
  ])
})
