import { CFB, type Range, utils, type WorkSheet, write } from '@e965/xlsx'
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

it.each([
  ['at the far end of the sheet', '1048576', 'XFD1048576'],
  ['past any column, as a damaged workbook has it', '3', 'ZZZZZZ3'],
  ['past any row', '999999999', 'A999999999']
])('is not made a list of a million rows or columns by a cell %s', async (_, rowNumber, cell) => {
  const at = importing()
  const zip = CFB.read(bookOf({ DATA: sheetOf([header, row(1)]) }), { type: 'buffer' })
  const sheet = CFB.find(zip, '/xl/worksheets/sheet1.xml')
  if (!sheet) throw new Error('the workbook has no sheet')
  const touched = `<row r="${rowNumber}"><c r="${cell}" t="str"><v>x</v></c></row></sheetData>`
  CFB.utils.cfb_add(zip, '/xl/worksheets/sheet1.xml', Buffer.from(String(Buffer.from(sheet.content)).replace('</sheetData>', touched)))
  const report = await at.run(Buffer.from(CFB.write(zip, { type: 'buffer', fileType: 'zip' }) as Uint8Array))
  expect(report).toMatchObject({ kept: 1 })
})

it('reads a column without a heading again when the next list of its kind comes', async () => {
  const at = importing()
  const list = (n: number): string =>
    `NIK;;NAMA\n${Array.from({ length: 4 }, (_, m) => `${row(n + m)[0]};17/08/199${m};SITI`).join('\n')}\n`
  await at.run(list(1))
  await at.run(list(11))
  expect(at.people().map(one => one.birthDate)).toEqual(['1990-08-17', '1991-08-17', '1992-08-17', '1993-08-17'])
})

it('[F26] reads what a formula came to, and sets the row aside where it came to nothing or to an error', async () => {
  const at = importing()
  const sheet = sheetOf([header, row(1), row(2), row(3), row(4), row(5)])
  sheet.A2 = { t: 's', v: row(1)[0] ?? '', f: `"${row(1)[0]}"` }
  sheet.D2 = { t: 'n', v: 33102, z: 'dd/mm/yyyy', f: 'DATE(1990,8,17)' }
  sheet.I2 = { t: 'n', v: 4, f: 'VLOOKUP(A2,Desil!A:B,2,0)' }
  sheet.I3 = { t: 'n', f: 'A9' }
  sheet.I4 = { t: 'e', v: 7, f: '1/0' }
  sheet.I5 = { t: 'e', v: 7 }
  sheet.J6 = { t: 'e', v: 42, f: 'VLOOKUP(A6,PBI!A:B,2,0)' }
  const report = await at.run(bookOf({ DATA: sheet }))
  expect(report).toMatchObject({ kept: 2, setAside: 3, reasons: { formula: 1, 'decile-unreadable': 2 } })
  expect(at.people()).toMatchObject([
    { nik: row(1)[0], birthDate: '1990-08-17', decile: 4 },
    { nik: row(5)[0], programmes: {} }
  ])
})

it('takes the sheet of the people, not the instructions and code lists before it', async () => {
  const at = importing()
  const guide = sheetOf([['PETUNJUK'], ['Isi NIK dan NAMA'], ['Simpan sebagai Excel']])
  const codes = sheetOf([
    ['KODE', 'NAMA'],
    ['1', 'Kepala keluarga']
  ])
  const report = await at.run(bookOf({ PETUNJUK: guide, KODE: codes, DATA: sheetOf([header, row(1), row(2)]) }))
  expect(report).toMatchObject({ kept: 2, sheetsLeftOut: [] })
})

it('reads place and day of birth under one heading over both', async () => {
  const at = importing()
  const above = 'NO;NIK;NAMA;TEMPAT, TANGGAL LAHIR;;ALAMAT;;;'
  const below = ';;;TEMPAT;TANGGAL;RT;RW;DESA;KECAMATAN'
  await at.run(`${above}\n${below}\n1;${row(1)[0]};SITI AMINAH;KENDAL;17-08-1990;3;5;KEBONHARJO;PATEBON\n`)
  expect(at.people()).toMatchObject([{ birthPlace: 'KENDAL', birthDate: '1990-08-17', rt: '003', rw: '005' }])
})
