import { type Range, utils, type WorkSheet, write } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { HEADER, importing, line, listOf } from './importing'

type Cells = (string | number)[][]

const sheetOf = (rows: Cells, ...merged: string[]): WorkSheet => {
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = merged.map((range): Range => utils.decode_range(range))
  return sheet
}

const bookOf = (sheets: Record<string, WorkSheet>): Uint8Array => {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array
}

const header = HEADER.split(',')
const row = (n: number): string[] => line(n).split(',')

it('reads all sheets of a workbook that has a sheet for each village, each with titles of its own', async () => {
  const at = importing()
  const report = await at.run(
    bookOf({
      KEBONHARJO: sheetOf([['DAFTAR WARGA KEBONHARJO'], header, row(1), row(2)]),
      LANJI: sheetOf([['DAFTAR WARGA LANJI'], [], header, row(3)]),
      PURWOKERTO: sheetOf([header, row(4)])
    })
  )
  expect(report).toMatchObject({ read: 4, kept: 4 })
  expect(at.people()).toHaveLength(4)
})

it('takes a row only once that another sheet repeats under another running number', async () => {
  const at = importing()
  const numbered = (...rows: string[][]): Cells => [['NO', ...header], ...rows.map((cells, n) => [n + 1, ...cells])]
  const report = await at.run(
    bookOf({
      SEMUA: sheetOf(numbered(row(1), row(2), row(3))),
      SALINAN: sheetOf(numbered(row(1), row(2), row(3))),
      PILIHAN: sheetOf(numbered(row(3), row(4)))
    })
  )
  expect(report).toMatchObject({ read: 4, kept: 4 })
})

it('finds the list behind a summary that speaks of villages but of nobody', async () => {
  const at = importing()
  const summary = sheetOf([
    ['NO', 'KECAMATAN', 'DESA', 'JUMLAH'],
    [1, 'PATEBON', 'LANJI', 100]
  ])
  await at.run(bookOf({ REKAP: summary, DATA: sheetOf([header, row(1)]) }))
  expect(at.people()).toHaveLength(1)
})

it('says which lists of other columns it left out', async () => {
  const at = importing()
  const other = sheetOf([
    ['NAMA', 'NIK', 'KETERANGAN'],
    ['BUDI', row(9)[0] ?? '', 'usulan']
  ])
  const report = await at.run(bookOf({ DATA: sheetOf([header, row(1)]), USULAN: other, REKAP: sheetOf([['DESA', 'KECAMATAN']]) }))
  expect(report).toMatchObject({ kept: 1, sheetsLeftOut: ['USULAN'] })
  expect((await at.run(listOf(line(1), line(2)))).sheetsLeftOut).toEqual([])
})

it('gives each person of a family the card number that is merged over all of them', async () => {
  const at = importing()
  const [first, second, third] = [row(1), row(2), row(3)]
  const kk = '3324140101100077'
  first[1] = kk
  second[1] = ''
  third[1] = '3324140101100078'
  await at.run(bookOf({ DATA: sheetOf([header, first, second, third], 'B2:B3') }))
  expect(at.people().map(one => one.kk)).toEqual([kk, kk, '3324140101100078'])
})

const above = ['NO', 'NIK', 'NAMA', 'ALAMAT', '', '', '', 'BANSOS', '', '']
const below = ['', '', '', 'RT', 'RW', 'DESA', 'KECAMATAN', 'PKH', 'BPNT', 'PBI']
const someone = [1, '3324145708900011', 'SITI AMINAH', '1', '2', 'KEBONHARJO', 'PATEBON', 'YA', 'TIDAK', 'NON AKTIF']
const read = {
  nik: '3324145708900011',
  name: 'SITI AMINAH',
  rt: '001',
  rw: '002',
  village: { code: '33.24.14.2006' },
  programmes: { pkh: 'active', sembako: 'none', 'pbi-jk': 'inactive' }
}

it.each([
  ['merged as a form has it', bookOf({ DATA: sheetOf([above, below, someone], 'A1:A2', 'B1:B2', 'C1:C2', 'D1:G1', 'H1:J1') })],
  ['in a workbook without merged cells', bookOf({ DATA: sheetOf([['DATA DESA'], [], above, below, someone]) })],
  ['in a CSV', [above, below, someone].map(cells => cells.join(';')).join('\n')]
])('reads a heading of two rows, %s', async (_, content) => {
  const at = importing()
  const report = await at.run(content)
  expect(at.people()).toMatchObject([read])
  expect(report).toMatchObject({ read: 1, kept: 1 })
})

it('keeps a row above the header, and a first person below it, out of the header', async () => {
  const at = importing()
  await at.run(`DESA LANJI;;;\n;NIK;NAMA;DESIL\n1;${row(1)[0]};SITI;\n2;${row(2)[0]};BUDI;3\n`)
  expect(at.people().map(({ name, village }) => [name, village])).toEqual([
    ['SITI', null],
    ['BUDI', null]
  ])
})

it('takes over who has a note beside the table, in a workbook and in the CSV made of it', async () => {
  const [noted, plain] = [[...row(1), '', 'sudah pindah'], row(2)]
  const csv = [[...header, '', ''], noted, [...plain, '', '']].map(cells => cells.join(';')).join('\n')
  for (const content of [bookOf({ DATA: sheetOf([header, noted, plain]) }), csv]) {
    const at = importing()
    expect(await at.run(content)).toMatchObject({ kept: 2, setAside: 0 })
  }
})

it('reads a column without a heading again when the next list of its kind comes', async () => {
  const at = importing()
  const list = (n: number): string =>
    `NIK;;NAMA\n${Array.from({ length: 4 }, (_, m) => `${row(n + m)[0]};17/08/199${m};SITI`).join('\n')}\n`
  await at.run(list(1))
  await at.run(list(11))
  expect(at.people().map(one => one.birthDate)).toEqual(['1990-08-17', '1991-08-17', '1992-08-17', '1993-08-17'])
})
