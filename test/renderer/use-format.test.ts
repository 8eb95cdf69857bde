import { describe, expect, it } from 'vitest'
import { ageText } from '../../src/renderer/text/age-text'
import { createFormat } from '../../src/renderer/text/use-format'

/** Half past eleven at night in Jakarta. */
const LATE = Date.UTC(2026, 10, 21, 16, 30)

describe('the day of a moment', () => {
  it('is the office’s own, which in Papua is two hours ahead of Jakarta', () => {
    expect(createFormat('id', 'WIB', null).dayOf(LATE)).toBe('21 November 2026')
    expect(createFormat('id', 'WIT', null).dayOf(LATE)).toBe('22 November 2026')
    expect(createFormat('en', 'WIT', null).moment(LATE)).toBe('22 November 2026, 01.30 WIT')
  })
})

it.each([
  ['1990-08-17', '36 tahun', '36 years'],
  ['2025-11-21', '1 tahun', '1 year'],
  ['2025-11-22', '11 bulan', '11 months'],
  ['2026-10-21', '1 bulan', '1 month'],
  ['2026-10-22', '30 hari', '30 days'],
  ['2026-11-21', '0 hari', '0 days']
])('of one born on %s tells the age as people do', (birth, id, en) => {
  expect(ageText(birth, '2026-11-21', 'id')).toBe(id)
  expect(ageText(birth, '2026-11-21', 'en')).toBe(en)
})

it.each([
  [20_000, '1 menit', '1 minute'],
  [59.6 * 60_000, '1 jam', '1 hour'],
  [3 * 3_600_000 - 40, '3 jam', '3 hours'],
  [2.5 * 3_600_000, '2,5 jam', '2.5 hours'],
  [36 * 3_600_000, '1,5 hari', '1.5 days']
])('of %d milliseconds says about how long that is', (milliseconds, id, en) => {
  expect(createFormat('id', 'WIB', null).aboutSpan(milliseconds)).toBe(id)
  expect(createFormat('en', 'WIB', null).aboutSpan(milliseconds)).toBe(en)
})
