import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, formatRupiah, terbilang } from '#shared/letters/terbilang'

describe('an amount in words', () => {
  it.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [99, 'sembilan puluh sembilan'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [200, 'dua ratus'],
    [1_000, 'seribu'],
    [1_001, 'seribu satu'],
    [1_100, 'seribu seratus'],
    [1_999, 'seribu sembilan ratus sembilan puluh sembilan'],
    [2_000, 'dua ribu'],
    [11_000, 'sebelas ribu'],
    [21_000, 'dua puluh satu ribu'],
    [100_000, 'seratus ribu'],
    [101_000, 'seratus satu ribu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [2_500_000, 'dua juta lima ratus ribu'],
    [1_000_000_000, 'satu miliar'],
    [1_000_000_000_000, 'satu triliun'],
    [1_000_000_001_000, 'satu triliun seribu'],
    [
      999_999_999_999_999,
      'sembilan ratus sembilan puluh sembilan triliun sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan'
    ]
  ])('%i is %s', (n, words) => {
    expect(terbilang(n)).toBe(words)
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1_000_000_000_000_000])('%d has none', n => {
    expect(() => terbilang(n)).toThrow(RangeError)
  })

  it('can be read back to the same amount', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(3_000), fc.nat(2_000_000), fc.integer({ min: 0, max: 999_999_999_999_999 })), n => {
        expect(readBack(terbilang(n))).toBe(n)
      }),
      {
        numRuns: 1000
      }
    )
  })
})

describe('a printed number', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1.000'],
    [1_234.5, '1.234,5'],
    [1_234.56, '1.234,56'],
    [0.1 + 0.2, '0,3'],
    [-1_234_567, '-1.234.567'],
    [-0.001, '0'],
    [999_999_999_999_999, '999.999.999.999.999']
  ])('%d is %s', (n, text) => {
    expect(formatNumber(n)).toBe(text)
  })

  it.each([
    [0, 'Rp0'],
    [1_000_000, 'Rp1.000.000'],
    [500, 'Rp500'],
    [-10_000, '-Rp10.000']
  ])('%d rupiah are %s', (n, text) => {
    expect(formatRupiah(n)).toBe(text)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21])('%d is refused', n => {
    expect(() => formatNumber(n)).toThrow(RangeError)
    expect(() => formatRupiah(n)).toThrow(RangeError)
  })

  it('takes no part of a rupiah', () => {
    expect(() => formatRupiah(0.5)).toThrow(RangeError)
  })

  it('keeps every digit of a whole number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), n => {
        expect(Number(formatNumber(n).replaceAll('.', ''))).toBe(n)
      })
    )
  })
})

/** An independent reading of Indonesian number words. */
function readBack(text: string): number {
  const units = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']
  const scales: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 }
  const spelled = text.replace(/\bse(puluh|belas|ratus|ribu)\b/g, 'satu $1')
  let [total, group, digit] = [0, 0, 0]
  for (const word of spelled.split(' ')) {
    if (units.includes(word)) digit = units.indexOf(word)
    else if (word === 'belas') [group, digit] = [group + 10 + digit, 0]
    else if (word === 'puluh') [group, digit] = [group + digit * 10, 0]
    else if (word === 'ratus') [group, digit] = [group + digit * 100, 0]
    else [total, group, digit] = [total + (group + digit) * (scales[word] ?? Number.NaN), 0, 0]
  }
  return total + group + digit
}
