import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LETTER_TYPES } from '#shared/directory/directory'
import { LetterFacts } from '#shared/letters/letter'
import { letterSheet } from '#shared/letters/letter-body'
import { type FactCode, letterTypes, missingFacts } from '#shared/letters/letter-types'
import { addressText, birthText, capacityLines, lampiranText, periodText } from '#shared/letters/letter-words'
import { LetterSheet } from '#shared/paper/sheet'
import { sampleFacts } from '#test/support/letter-facts'

const textOf = (value: unknown): string => JSON.stringify(value)

describe.each(LETTER_TYPES)('a letter of type %s', type => {
  const facts = sampleFacts(type)
  const sheet = letterSheet(type, facts)

  it('is complete and fits the sheet', () => {
    expect(LetterFacts.parse(facts)).toEqual(facts)
    expect(missingFacts(type, facts)).toEqual([])
    expect(LetterSheet.parse(sheet)).toEqual(sheet)
  })

  it('names the person, the day and the official, and nothing is left undefined', () => {
    const text = textOf(sheet)
    for (const part of [facts.resident.name, 'Kendal, 23 November 2026', facts.signer.name, 'NIP. 19700101 199503 1 001'])
      expect(text).toContain(part)
    expect(text).not.toMatch(/undefined|\[object/)
  })

  it('shows the whole NIK only where the target works with it', () => {
    expect(textOf(sheet).includes('3324105708900001')).toBe(letterTypes[type].showsNik)
  })

  it('is a draft without number, code and slip until it has both number and code', () => {
    for (const draft of [letterSheet(type, { ...facts, number: null }), letterSheet(type, { ...facts, verification: null })]) {
      expect(draft).toMatchObject({ number: null, verification: null, returnSlip: null })
      expect(textOf(draft)).not.toContain('017/SLRT-A')
    }
  })

  it('says that no NIK was written down, which the resident may have all the same, instead of printing an empty number', () => {
    const nobody = { ...facts.resident, nik: null, nikMasked: null, provisionalId: 'S-A-000007' }
    expect(textOf(letterSheet(type, { ...facts, resident: nobody }))).toContain('S-A-000007 (NIK belum tercatat)')
  })
})

it.each([
  ['Kendal', '1990-08-17', 'Kendal, 17 Agustus 1990'],
  [null, '1990-08-17', '-, 17 Agustus 1990'],
  ['Kendal', null, 'Kendal, -'],
  [null, null, '-']
])('writes a birth at %s on %s as %s', (birthPlace, birthDate, text) => {
  expect(birthText({ ...sampleFacts('pengantar-dukcapil').resident, birthPlace, birthDate })).toBe(text)
})

it.each<[FactCode, Partial<LetterFacts>, (typeof LETTER_TYPES)[number]]>([
  ['addressee', { addressee: null }, 'rujukan-kesehatan'],
  ['return-slip', { returnSlip: null }, 'pengantar-baznas'],
  ['registry', { registry: null }, 'keterangan-dtsen'],
  ['registry.is-listed', { registry: { ...registry(), isListed: false } }, 'keterangan-dtsen'],
  ['registry.decile', { registry: { ...registry(), decile: null } }, 'keterangan-dtsen'],
  ['valid-until', { validUntil: null }, 'keterangan-dtsen'],
  ['purpose', { purpose: '' }, 'pengantar-dukcapil'],
  ['school', { school: null }, 'rekomendasi-pip'],
  ['bpjs', { bpjs: null }, 'rekomendasi-pbi-jk'],
  [
    'bpjs.facility-letter',
    { bpjs: { cardNumber: '1', deactivatedOn: null, reason: null, facility: null, facilityLetter: null } },
    'rekomendasi-pbi-jk'
  ],
  ['resident.nik', { resident: { ...sampleFacts('keterangan-dtsen').resident, nik: null } }, 'keterangan-dtsen'],
  ['signer.on-behalf-of', { signer: { ...sampleFacts('rujukan-kesehatan').signer, onBehalfOf: null } }, 'rujukan-kesehatan']
])('asks for %s when it is missing', (code, change, type) => {
  expect(missingFacts(type, sampleFacts(type, change))).toEqual([code])
})

function registry() {
  const { registry: found } = sampleFacts('keterangan-dtsen')
  if (!found) throw new Error('the sample has a registry answer')
  return found
}

it('never says that a family that was not found has no right', () => {
  const text = textOf(letterSheet('rujukan-kesehatan', sampleFacts('rujukan-kesehatan', { registry: { ...registry(), isListed: false } })))
  expect(text).toContain('belum ditemukan')
  expect(text).toContain('tidak menghilangkan hak')
})

it('puts the decile into a box, in digits and words', () => {
  const { blocks } = letterSheet('keterangan-dtsen', sampleFacts('keterangan-dtsen'))
  expect(blocks).toContainEqual({ kind: 'box', text: 'DESIL 3 (TIGA)' })
})

it.each([
  ['', null, ['KEPALA DINAS SOSIAL,']],
  ['a.n.', 'BUPATI KENDAL', ['a.n. BUPATI KENDAL', 'KEPALA DINAS SOSIAL,']],
  ['u.b.', 'KEPALA DINAS SOSIAL', ['a.n. KEPALA DINAS SOSIAL', 'u.b.', 'KEPALA DINAS SOSIAL,']],
  ['Plt.', null, ['Plt. KEPALA DINAS SOSIAL,']],
  ['Plh.', null, ['Plh. KEPALA DINAS SOSIAL,']],
  ['Pj.', null, ['Pj. KEPALA DINAS SOSIAL,']]
] as const)('signs with capacity "%s"', (capacity, onBehalfOf, lines) => {
  const signer = { ...sampleFacts('pengantar-baznas').signer, capacity, onBehalfOf, position: 'KEPALA DINAS SOSIAL' }
  expect(capacityLines(signer)).toEqual(lines)
})

it.each([
  ['2026-T4', 'Triwulan IV Tahun 2026'],
  ['2026-07', 'Juli 2026'],
  ['2026-13', '2026-13'],
  ['lama', 'lama']
])('writes the period %s as %s', (period, text) => {
  expect(periodText(period)).toBe(text)
})

it('counts enclosures in digits and words', () => {
  expect([0, 1, 12].map(lampiranText)).toEqual(['-', '1 (satu) berkas', '12 (dua belas) berkas'])
})

it('leaves out what an address does not have', () => {
  const none = { rt: null, rw: null, village: null, subdistrict: null, district: null }
  expect(addressText({ ...none, line: 'Jl. Mawar' })).toBe('Jl. Mawar')
  expect(addressText({ ...none, line: 'Jl. Mawar', rt: '001', subdistrict: 'Kecamatan Patebon' })).toBe(
    'Jl. Mawar, RT 001, Kecamatan Patebon'
  )
})

it('makes the same sheet of the same facts', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LETTER_TYPES), fc.string(), (type, name) => {
      const facts = sampleFacts(type)
      const one = letterSheet(type, { ...facts, resident: { ...facts.resident, name } })
      expect(letterSheet(type, structuredClone({ ...facts, resident: { ...facts.resident, name } }))).toEqual(one)
    })
  )
})
