import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPattern, letterNumber, romanMonth } from '#shared/letters/letter-number'

const facts = { classification: '400.9', sequence: 12, unitCode: 'SLRT-A', issuedOn: '2026-11-21' }
const usual = '{klasifikasi}/{urut:3}/{kode_unit}/{bulan_romawi}/{tahun}'

describe('the number of a letter', () => {
  it.each([
    [usual, '400.9/012/SLRT-A/XI/2026'],
    ['{klasifikasi}/{urut}/{kode_unit}/{tahun}', '400.9/12/SLRT-A/2026'],
    ['{urut:3}/DISSOS/{kode_unit}/{tahun}', '012/DISSOS/SLRT-A/2026'],
    ['{urut:1}/{kode_unit}/TAHUN {tahun}', '12/SLRT-A/TAHUN 2026'],
    ['Kep.{urut:6}-{kode_unit}/{tahun}', 'Kep.000012-SLRT-A/2026']
  ])('follows %s', (pattern, number) => {
    expect(checkPattern(pattern)).toEqual([])
    expect(letterNumber(pattern, facts)).toBe(number)
  })

  it('outgrows its padding rather than lose a digit', () => {
    expect(letterNumber(usual, { ...facts, sequence: 12345 })).toBe('400.9/12345/SLRT-A/XI/2026')
  })

  it.each([{ sequence: 0 }, { sequence: -1 }, { sequence: 1.5 }, { sequence: Number.NaN }, { unitCode: '' }, { unitCode: ' ' }])(
    'is not made of %j',
    wrong => {
      expect(() => letterNumber(usual, { ...facts, ...wrong })).toThrow(RangeError)
    }
  )

  it.each([{ unitCode: 'A{urut}' }, { unitCode: 'A\n' }, { unitCode: '<b>' }, { classification: '460\u202e' }, { issuedOn: '2026-02-31' }])(
    'is not made of %j either',
    wrong => {
      expect(() => letterNumber(usual, { ...facts, ...wrong })).toThrow(RangeError)
    }
  )

  it('is not made from a pattern that has a problem', () => {
    expect(() => letterNumber('{urut}/{tahun}', facts)).toThrow(RangeError)
  })

  it('[F16] differs for every sequence, unit and year', () => {
    const part = fc.record({
      sequence: fc.integer({ min: 1, max: 99_999 }),
      unitCode: fc.constantFrom('SLRT-A', 'SLRT-B', 'A', 'B', '1', '12'),
      issuedOn: fc.constantFrom('2026-11-21', '2027-11-21')
    })
    const patterns = fc.constantFrom(usual, '{urut}/{kode_unit}/{tahun}', '{kode_unit} {urut:2} {tahun}', '{tahun}.{urut}-{kode_unit}')
    fc.assert(
      fc.property(patterns, part, part, (pattern, one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other)
        expect(letterNumber(pattern, { ...facts, ...one }) === letterNumber(pattern, { ...facts, ...other })).toBe(isSame)
      }),
      { numRuns: 500 }
    )
  })
})

describe('a pattern for letter numbers', () => {
  it.each([
    ['', [{ kind: 'empty' }]],
    ['   ', [{ kind: 'empty' }]],
    [`${usual}${'/x'.repeat(40)}`, [{ kind: 'too-long' }]],
    ['{urut}/{tahun}', [{ kind: 'missing-token', token: 'kode_unit' }]],
    ['{urut}/{kode_unit}', [{ kind: 'missing-token', token: 'tahun' }]],
    ['{kode_unit}/{tahun}', [{ kind: 'missing-token', token: 'urut' }]],
    ['{urut}/{kode_unit}/{tahun}/{bulan}', [{ kind: 'unknown-token', token: 'bulan' }]],
    ['{urut:0}/{kode_unit}/{tahun}/{urut}', [{ kind: 'unknown-token', token: 'urut:0' }]],
    ['{urut:7}/{kode_unit}/{tahun}/{urut}', [{ kind: 'unknown-token', token: 'urut:7' }]],
    ['{tahun:2}/{urut}/{kode_unit}/{tahun}', [{ kind: 'unknown-token', token: 'tahun:2' }]],
    ['{URUT}/{urut}/{kode_unit}/{tahun}', [{ kind: 'unknown-token', token: 'URUT' }]],
    ['{}/{urut}/{kode_unit}/{tahun}', [{ kind: 'unknown-token', token: '' }]],
    ['{constructor}/{urut}/{kode_unit}/{tahun}', [{ kind: 'unknown-token', token: 'constructor' }]],
    ['{urut}{tahun}/{kode_unit}', [{ kind: 'tokens-touch' }]],
    [
      '{urut}/{kode_unit}/{tahun',
      [
        { kind: 'missing-token', token: 'tahun' },
        { kind: 'bad-character', character: '{' }
      ]
    ],
    ['{urut}/{kode_unit}/{tahun}}', [{ kind: 'bad-character', character: '}' }]],
    [
      '{urut}/{kode_unit}/{tahun}<b>',
      [
        { kind: 'bad-character', character: '<' },
        { kind: 'bad-character', character: '>' }
      ]
    ],
    ['{urut}/{kode_unit}/{tahun}\n', [{ kind: 'bad-character', character: '\n' }]],
    ['{urut}/{kode_unit}/{tahun}é', [{ kind: 'bad-character', character: 'é' }]]
  ])('%j has the problems %j', (pattern, problems) => {
    expect(checkPattern(pattern)).toEqual(problems)
  })

  it('of a megabyte is too long', () => {
    expect(checkPattern(usual.repeat(20_000))).toEqual([{ kind: 'too-long' }])
  })

  it('either numbers letters or has a problem', () => {
    const piece = fc.constantFrom(
      '{urut}',
      '{urut:3}',
      '{tahun}',
      '{kode_unit}',
      '{klasifikasi}',
      '{bulan_romawi}',
      '/',
      '-',
      '.',
      ' ',
      'SR',
      '{',
      '}',
      '{x}',
      'é',
      '$&'
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join('')),
          fc.string({ unit: 'binary' })
        ),
        pattern => {
          if (checkPattern(pattern).length > 0) expect(() => letterNumber(pattern, facts)).toThrow(RangeError)
          else expect(letterNumber(pattern, facts)).toMatch(/^[A-Za-z0-9./ -]+$/)
        }
      ),
      { numRuns: 1000 }
    )
  })
})

it('counts months in Roman numerals', () => {
  expect(Array.from({ length: 12 }, (_, index) => romanMonth(index + 1)).join(' ')).toBe('I II III IV V VI VII VIII IX X XI XII')
  for (const wrong of [0, 13, -1, 1.5, Number.NaN]) expect(() => romanMonth(wrong)).toThrow(RangeError)
})
