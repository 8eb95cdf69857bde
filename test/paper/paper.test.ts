import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { initials } from '#shared/paper/initials'
import { pageOf, pointsOf } from '#shared/paper/paper-size'
import { printable } from '#shared/paper/printable'
import { Sheet } from '#shared/paper/sheet'
import { KENDAL_LETTERHEAD } from '#test/support/letter-facts'
import { qrOutline } from '../../src/renderer/paper/qr-outline'
import { SheetView } from '../../src/renderer/paper/SheetView'

const html = (sheet: Sheet) => renderToStaticMarkup(createElement(SheetView, { sheet: Sheet.parse(sheet) }))

describe('paper sizes', () => {
  it('F4 is 215 x 330 mm, which is 609 x 935 points', () => {
    expect(pageOf('F4')).toEqual({ widthMm: 215, heightMm: 330 })
    expect(Math.floor(pointsOf('F4').widthPt)).toBe(609)
    expect(Math.floor(pointsOf('F4').heightPt)).toBe(935)
  })
})

describe('printable text', () => {
  it.each([
    ['a\nb\r\nc\td', 'a b c d'],
    ['a\u0000b', 'a\uFFFDb'],
    ['\u202Eabc', '\uFFFDabc'],
    ['a\u200Bb', 'a\uFFFDb'],
    ['\uD800x', '\uFFFDx'],
    ["Ni'mah Ş 👩", "Ni'mah Ş 👩"]
  ])('%j becomes %j', (from, to) => {
    expect(printable(from)).toBe(to)
  })

  it('is settled after one pass and well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const once = printable(text)
        expect(printable(once)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
      })
    )
  })
})

it.each([
  ['Siti Aminah Contoh', 'S. A. C.'],
  ["  muhammad 'ali  ", 'M. A.'],
  ['123', ''],
  ['', '']
])('the register calls %j %j', (name, short) => {
  expect(initials(name)).toBe(short)
})

it('a code keeps its quiet zone and grows with its text', () => {
  const [short, long] = [qrOutline('7K3MQ9XD'), qrOutline('A'.repeat(190))]
  expect(short.side).toBe((21 + 8) * 2)
  expect(long.side).toBeGreaterThan(short.side)
  expect(short.path).toMatch(/^M[\dMLz ]+z$/)
})

describe('the papers of the desk', () => {
  it('a receipt says what came, what is missing and when to return', () => {
    const shown = html({
      kind: 'receipt',
      paper: 'F4',
      letterhead: KENDAL_LETTERHEAD,
      ticket: 'R-003',
      caseNumber: 'A-2026-000041',
      receivedOn: '2026-11-23',
      receivedBy: 'Rina Petugas',
      residentName: 'Siti Aminah Contoh',
      service: 'Reaktivasi PBI-JK',
      received: [{ name: 'KTP', note: null }],
      missing: [{ name: 'SKTM', note: 'dari desa' }],
      nextStep: 'Lengkapi berkas.',
      comeBackOn: '2026-11-25',
      contact: '(0294) 000000',
      code: 'A-2026-000041'
    })
    for (const part of ['A-2026-000041', 'KTP', 'SKTM', 'dari desa', 'Lengkapi berkas.', '25 November 2026', '<svg'])
      expect(shown).toContain(part)
  })

  it('a complete receipt says that nothing is missing', () => {
    const shown = html({
      kind: 'receipt',
      paper: 'A4',
      letterhead: KENDAL_LETTERHEAD,
      ticket: 'U-001',
      caseNumber: 'A-2026-000042',
      receivedOn: '2026-11-23',
      receivedBy: 'Rina Petugas',
      residentName: 'Slamet Contoh',
      service: 'Keterangan DTSEN',
      received: [{ name: 'KTP', note: null }],
      missing: [],
      nextStep: 'Tunggu panggilan.',
      comeBackOn: null,
      contact: '(0294) 000000',
      code: 'A-2026-000042'
    })
    expect(shown).toContain('Berkas sudah lengkap')
    expect(shown).not.toContain('Mohon datang kembali')
  })

  it.each([
    [0, 'Bapak/Ibu berikutnya'],
    [2, '2 orang']
  ])('a ticket with %i waiting before says "%s"', (waitingBefore, part) => {
    const shown = html({
      kind: 'ticket',
      paper: 'ticket-80',
      office: 'Rumah SLRT Kabupaten Kendal',
      ticket: 'R-003',
      lane: 'vulnerable',
      takenOn: '2026-11-23',
      takenAt: '08.15 WIB',
      waitingBefore,
      purpose: null
    })
    expect(shown).toContain(part)
    expect(shown).toContain('LAYANAN PRIORITAS')
  })

  it('the register explains every void and every gap', () => {
    const row = { issuedOn: '2026-11-23', type: 'Surat pengantar', about: 'S. A. C.', addressee: 'BAZNAS', reason: null } as const
    const shown = html({
      kind: 'register',
      paper: 'F4',
      letterhead: KENDAL_LETTERHEAD,
      book: 'SLRT-A 2026',
      fromOn: '2026-11-01',
      untilOn: '2026-11-30',
      printedOn: '2026-11-30',
      printedBy: 'Rina Petugas',
      rows: [
        { ...row, number: '1', status: 'issued' },
        { ...row, number: '2', status: 'void', reason: 'salah nama' },
        { ...row, number: '3', issuedOn: null, status: 'gap', reason: 'dipakai di buku kertas' }
      ]
    })
    for (const part of ['Terbit', 'Batal: salah nama', 'Tidak tercatat: dipakai di buku kertas', 'Jumlah surat: 2, di antaranya batal: 1'])
      expect(shown.replace(/<!-- -->/g, '')).toContain(part)
  })

  it('the list of requirements tells what is optional', () => {
    const shown = html({
      kind: 'information',
      paper: 'A4',
      letterhead: KENDAL_LETTERHEAD,
      service: 'Reaktivasi PBI-JK',
      summary: null,
      requirements: [
        { name: 'KTP', note: null, isMandatory: true },
        { name: 'SKTM', note: null, isMandatory: false }
      ],
      steps: [],
      duration: '1 hari kerja',
      place: 'Rumah SLRT',
      hours: null,
      contact: '(0294) 000000',
      printedOn: '2026-11-23'
    })
    expect(shown).toContain('SKTM (bila ada)')
    expect(shown).not.toContain('KTP (bila ada)')
  })
})

it('a report stands on paper as tables with their sums, and says where nothing was counted', () => {
  const page = html({
    kind: 'report',
    paper: 'F4',
    letterhead: KENDAL_LETTERHEAD,
    month: 'November 2026',
    soFarOn: '2026-11-24',
    desks: ['A', 'B'],
    sections: [
      {
        title: 'Kasus menurut layanan',
        columns: ['Layanan', 'Dibuka'],
        rows: [
          ['PIP', '2'],
          ['Bedah rumah', '1']
        ],
        total: ['Jumlah', '3']
      },
      { title: 'Rujukan menurut instansi', columns: ['Instansi', 'Dikirim'], rows: [], total: null }
    ],
    notes: ['Satu.', 'Dua.'],
    place: 'Kendal',
    printedOn: '2026-11-24',
    printedBy: 'Contoh Endang'
  })
  expect(page).toMatch(/November 2026 \(sampai 24 November 2026\) · Loket A, B/)
  expect(page).toMatch(/class="report-total"><td>Jumlah<\/td><td>3<\/td>/)
  expect(page).toMatch(/Rujukan menurut instansi<\/h2><p class="desk-empty">Tidak ada\./)
  expect(page).toContain('Satu. Dua.')
})
