import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { HEADER, importing, line, listOf } from './importing'

const someone = {
  nik: '3324145708900011',
  kk: '3324140101100002',
  name: 'SITI AMINAH',
  birthDate: '1990-08-17',
  sex: 'female',
  village: { codeSet: 'kemendagri', code: '33.24.14.2006' },
  decile: 3,
  programmes: { 'pbi-jk': 'inactive' }
}

describe('a list is taken over', () => {
  it.each([
    ['commas', listOf(line(1))],
    ['semicolons and Windows lines', listOf(line(1)).replaceAll(',', ';').replaceAll('\n', '\r\n')],
    ['tabs', listOf(line(1)).replaceAll(',', '\t')],
    ['a byte order mark', `\ufeff${listOf(line(1))}`],
    ['a line that names the delimiter', `sep=;\n${listOf(line(1)).replaceAll(',', ';')}`],
    ['no end of line at its end', listOf(line(1)).trimEnd()],
    ['each row in quotes as a whole', listOf(line(1)).replace(/^.+$/gm, row => `"${row}"`)],
    ['titles and an empty line above', `DATA DTSEN KABUPATEN KENDAL,,,,,,,,,\n,,,,,,,,,\n${listOf(line(1))}`],
    ['cells kept as text by a spreadsheet', listOf(line(1).replace('3324145708900011', '"=""3324145708900011"""'))],
    ['a NIK written in groups', listOf(line(1).replace('3324145708900011', '332414 570890 0011'))]
  ])('with %s', async (_, content) => {
    const at = importing()
    const report = await at.run(content)
    expect(report).toMatchObject({ outcome: 'imported', read: 1, kept: 1, setAside: 0, setAsideFile: null })
    expect(at.people()).toMatchObject([someone])
  })

  it.each([
    ['UTF-8', Buffer.from(listOf(line(1, 'José Ma’ruf')))],
    ['Windows-1252', Buffer.from(listOf(line(1, 'Jos\xe9 Ma\x92ruf')), 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${listOf(line(1, 'José Ma’ruf'))}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(listOf(line(1, 'José Ma’ruf')), 'utf16le')]
  ])('in %s', async (_, content) => {
    const at = importing()
    await at.run(content)
    expect(at.people()).toMatchObject([{ ...someone, name: 'José Ma’ruf' }])
  })

  it('from a workbook, with numbers and days as they are', async () => {
    const at = importing()
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Keterangan'], ['Dibuat oleh kantor']]), 'Sampul')
    const sheet = utils.aoa_to_sheet(
      [
        HEADER.split(','),
        [
          3324145708900011,
          '3324140101100002',
          'SITI AMINAH',
          new Date(Date.UTC(1990, 7, 17)),
          'P',
          'KEBONHARJO',
          'PATEBON',
          'KENDAL',
          3,
          'NONAKTIF'
        ]
      ],
      { UTC: true }
    )
    utils.book_append_sheet(book, sheet, 'Data')
    const report = await at.run(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
    expect(report).toMatchObject({ read: 1, kept: 1 })
    expect(at.people()).toMatchObject([someone])
  })

  it('from an old workbook and from a web page that calls itself one', async () => {
    const rows = [HEADER.split(','), line(1).split(',')]
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Data')
    const html = `<html><table>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`
    const flat = write(book, { type: 'buffer', bookType: 'fods' }) as Uint8Array
    for (const content of [write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array, flat, html, `\ufeff${html}`]) {
      const at = importing()
      await at.run(content)
      expect(at.people()).toMatchObject([someone])
    }
  })

  it('in the layout of 2015: parts of BPS codes in columns of their own, percentiles, survey codes', async () => {
    const at = importing()
    const header = 'IDBDT;KDPROP;KDKAB;KDKEC;KDDESA;Nama_ART;NIK;NoKK;Hub_KRT;JnsKel;TglLahir;Percentile;PKH'
    const row = '33240100001;33;24;140;006;SITI;3324145708900011;3324140101100002;2;2;17081990;21;1'
    await at.run(`${header}\n${row}\n`, { source: 'BDT' })
    expect(at.people()).toMatchObject([
      {
        familyId: '33240100001',
        relation: 'wife',
        birthDate: '1990-08-17',
        decile: 3,
        village: { codeSet: 'bps', code: '3324140006' },
        codeSet: 'bdt-2015',
        programmes: { pkh: 'active' }
      }
    ])
  })

  it('by Kemendagri codes with and without dots, and by names where a BPS code stands beside them', async () => {
    const at = importing()
    const header = 'NIK,NAMA,KODE DESA,DESA,KECAMATAN,KABUPATEN'
    const rows = [
      '33.24.14.2006,,,',
      '3324142006,,,',
      '3324140006,Desa Kebonharjo,Kec. Patebon,Kab. Kendal',
      '3324140006,,,',
      '9999999999,X,Y,Z'
    ]
    await at.run(`${header}\n${rows.map((cells, n) => `33241457089${10011 + n},SITI,${cells}`).join('\n')}\n`)
    expect(at.people().map(one => one.village?.code ?? null)).toEqual([
      '33.24.14.2006',
      '33.24.14.2006',
      '33.24.14.2006',
      '3324140006',
      null
    ])
  })

  it('by the names of village and subdistrict alone where the country has the two together once, under a header with spread letters', async () => {
    const at = importing()
    const rows = ['KEBONHARJO;PATEBON', 'Ds. Kebonharjo;Kec. Patebon', 'KEBONHARJO;TAK ADA', 'Gondang;Gondang']
    await at.run(`N I K;NAMA;DESA;KECAMATAN\n${rows.map((cells, n) => `33241457089${10011 + n};SITI;${cells}`).join('\n')}\n`)
    const village = { codeSet: 'kemendagri', code: '33.24.14.2006' }
    expect(at.people().map(one => one.village)).toEqual([village, village, null, null])
  })

  it('as the officer says, who is remembered for the next list with this header', async () => {
    const at = importing()
    const header = 'ANGKA 1,ANGKA 2,ORANG,UMUR'
    const rows = `${header}\n3324145708900011,3324140101100002,SITI,36\n`
    expect(await at.refusal(rows)).toMatchObject({ kind: 'no-header' })
    const map = { columns: { nik: 'ANGKA 1', kk: 'angka 2', name: 'ORANG' } }
    await at.run(rows, { map })
    expect(at.people()).toMatchObject([{ nik: '3324145708900011', kk: '3324140101100002', name: 'SITI' }])
    await at.run(rows.replace('SITI', 'BUDI'))
    expect(at.people()).toMatchObject([{ name: 'BUDI' }])
  })

  it('by the column that was pointed at where two have the same heading', async () => {
    const at = importing()
    const list = (n: number): string =>
      `NO;NAMA;NIK;NAMA;NIK\n1;KEPALA;${line(n).slice(0, 16)};ANGGOTA;${line(n + 1).slice(0, 16)}\n;NAMA;NIK;NAMA;NIK\n`
    const map = { columns: { 'head-name': 'NAMA', name: 'NAMA (2)', nik: 'NIK (2)' } }
    const report = await at.run(list(1), { map })
    expect(report.reasons).toEqual({ 'header-again': 1 })
    expect(at.people()).toMatchObject([{ name: 'ANGGOTA', nik: '3324145708900021', headName: 'KEPALA' }])
    await at.run(list(3))
    expect(at.people()).toMatchObject([{ name: 'ANGGOTA', nik: '3324145708900041', headName: 'KEPALA' }])
  })

  it('without the column that the officer does not trust, the next time too', async () => {
    const at = importing()
    await at.run(listOf(line(1)), { map: { columns: { decile: '' } } })
    expect(at.people()).toMatchObject([{ decile: null }])
    await at.run(listOf(line(2)))
    expect(at.people()).toMatchObject([{ decile: null }])
    // a screen that shows what is remembered says nothing of the columns that are not used
    await at.run(listOf(line(3)), { map: { columns: { name: 'NAMA', nik: 'NIK' } } })
    expect(at.people()).toMatchObject([{ decile: null }])
    await at.run(listOf(line(4)), { map: { columns: { decile: 'DESIL' } } })
    await at.run(listOf(line(5)))
    expect(at.people()).toMatchObject([{ decile: 3 }])
  })

  it('and nothing changes when the same file comes again', async () => {
    const at = importing()
    const first = await at.run(listOf(line(1)))
    const bytes = readFileSync(at.path)
    const again = await at.run(listOf(line(1)), { now: 2 })
    expect(again).toMatchObject({ outcome: 'unchanged', edition: first.edition })
    expect(readFileSync(at.path).equals(bytes)).toBe(true)
  })

  it('anew when the same file comes again with another day, or with another word of its columns', async () => {
    const at = importing()
    await at.run(listOf(line(1)))
    expect(await at.run(listOf(line(1)), { takenOn: '2026-10-18' })).toMatchObject({
      outcome: 'imported',
      edition: { takenOn: '2026-10-18' }
    })
    expect(await at.run(listOf(line(1)))).toMatchObject({ outcome: 'unchanged', edition: { takenOn: '2026-10-18' } })
    const withoutDecile = { map: { columns: { decile: '' } } }
    expect(await at.run(listOf(line(1)), withoutDecile)).toMatchObject({ outcome: 'imported' })
    expect(at.people()).toMatchObject([{ decile: null }])
    expect(await at.run(listOf(line(1)), withoutDecile)).toMatchObject({ outcome: 'unchanged' })
  })
})

describe('what cannot be trusted is set aside and said', () => {
  it('row by row, with the reason, and the counts add up', async () => {
    const at = importing()
    const broken = [
      line(2).replace('3324145708900021', '"3,32414E+15"'),
      line(3).replace('3324145708900031', '3324145708900031 / 3324145708900032'),
      line(4).replace('SITI AMINAH', '=CMD()'),
      line(5).replace('SITI AMINAH', ''),
      line(6).replace(',3,NONAKTIF', ',11,NONAKTIF'),
      '3324145708900071,3324',
      `${line(8)},more`,
      HEADER,
      line(9).replace('SITI AMINAH', '"a\nb\nc\nd\ne\nf"')
    ]
    const report = await at.run(listOf(line(1), ...broken, ',,,,,,,,,', line(10)))
    expect(report).toMatchObject({
      read: 11,
      kept: 2,
      setAside: 9,
      reasons: {
        'number-scientific': 1,
        'two-niks': 1,
        formula: 1,
        'no-name': 1,
        'decile-unreadable': 1,
        'too-few-cells': 1,
        'too-many-cells': 1,
        'header-again': 1,
        'cell-with-many-lines': 1
      }
    })
    expect(at.people()).toHaveLength(2)
    const list = readFileSync(at.setAsideFile, 'utf8')
    expect(list).toContain(";'=CMD();")
    expect(list).toContain(';Dua NIK dalam satu sel;')
    expect(list).toMatch(/\r\n7;Desil bukan angka 1 sampai 10;'3324145708900061;/)
  })

  it('without the whole list for a row with a cell too many or a short row of totals, though the last row has no end of line', async () => {
    const at = importing()
    const report = await at.run(listOf(`${line(1)},more`, line(2)).trimEnd())
    expect(report).toMatchObject({ kept: 1, reasons: { 'too-many-cells': 1 } })
    expect(await at.run(`${listOf(line(1), line(2))}Jumlah,2`)).toMatchObject({ kept: 2, reasons: { total: 1 } })
  })

  it('and the list of it does not take the place of those who were taken over, unless that is what is wanted', async () => {
    const at = importing()
    await at.run(listOf(line(1), line(2).replace(',3,NONAKTIF', ',11,NONAKTIF')))
    const corrected = readFileSync(at.setAsideFile, 'utf8').replace(';11;', ';1;')
    expect(await at.refusal(corrected)).toEqual({ kind: 'only-set-aside' })
    expect(at.people()).toMatchObject([{ nik: '3324145708900011' }])
    await at.run(corrected, { isForced: true })
    expect(at.people()).toMatchObject([{ nik: '3324145708900021', decile: 1 }])
  })

  it('when a spreadsheet has turned the last digits of NIKs into 0, but not for the few that end so by nature', async () => {
    const at = importing()
    const rounded = Array.from({ length: 20 }, (_, n) => line(n).replace(/1,3324140101100002/, '0,3324140101100002'))
    const report = await at.run(listOf(...rounded.slice(0, 12), ...Array.from({ length: 12 }, (_, n) => line(50 + n))))
    expect(report).toMatchObject({ kept: 12, setAside: 12, reasons: { 'nik-rounded': 12 } })
    const natural = await at.run(listOf(...rounded.slice(0, 2), ...Array.from({ length: 30 }, (_, n) => line(50 + n))))
    expect(natural).toMatchObject({ kept: 32, setAside: 0 })
  })

  it.each(['6-10', '6 – 10', 'Desil 6-10', '6 s/d 10', '>5', '6 ke atas', '6+'])(
    'but not a person of whom the list says no more than a range of deciles: %s',
    async said => {
      const at = importing()
      const report = await at.run(listOf(line(1).replace(',3,NONAKTIF', `,${said},NONAKTIF`)))
      expect(report).toMatchObject({ kept: 1, setAside: 0, remarks: { 'decile-range': 1 } })
      expect(at.people()).toMatchObject([{ decile: null }])
    }
  )

  it.each(['10-6', '0-5', '6-11', '3,5', '-3', '2026-10-06'])('though what is no range either is set aside: %s', async said => {
    const at = importing()
    const report = await at.run(listOf(line(1).replace(',3,NONAKTIF', `,"${said}",NONAKTIF`), line(2)))
    expect(report).toMatchObject({ kept: 1, reasons: { 'decile-unreadable': 1 } })
  })

  it('while a row keeps what it lacks: a wrong NIK as text, an impossible day, an unknown village', async () => {
    const at = importing()
    const odd = '332414570890,33241,JOKO,31/02/1990,X,ENTAH,PATEBON,KENDAL,-,?'
    const report = await at.run(listOf(odd, line(1).replace('3324145708900011', '9999999999999995')))
    expect(report).toMatchObject({
      kept: 2,
      remarks: {
        'nik-unreadable': 1,
        'nik-missing': 1,
        'kk-unreadable': 1,
        'birth-date-unreadable': 1,
        'sex-unreadable': 1,
        'village-unknown': 1,
        'programme-unreadable': 1
      }
    })
    expect(at.people()).toMatchObject([
      {
        nik: null,
        nikText: '332414570890',
        kk: null,
        birthDate: null,
        birthText: '31/02/1990',
        sex: null,
        village: null,
        decile: null,
        programmes: {}
      },
      { nik: null, nikText: null }
    ])
  })
})

it('writes where the map of columns is kept nothing of the people', async () => {
  const at = importing()
  writeFileSync(join(at.folder, 'x'), '')
  await at.run(listOf(line(1)))
  expect(readFileSync(join(at.folder, 'registry', 'column-maps.json'), 'utf8')).not.toContain('AMINAH')
})
