import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isRealDate } from '#shared/clock'
import { formatDate, formatDateLong, formatDateShort, parseTypedDate } from '#shared/local-date-input'

const today = '2026-11-21'
const problem = (text: string, past = false) => {
  const typed = parseTypedDate(text, today, { past })
  return typed.ok ? typed.value : typed.problem
}
const anyDay = fc.integer({ min: 0, max: 328_000 }).map(n => addDays('1100-01-01', n))

describe('a typed day', () => {
  it.each([
    '17081990',
    '17/8/1990',
    '17/08/1990',
    '17-08-1990',
    '17-8-1990',
    '17.8.1990',
    '17 8 1990',
    '17 / 8 / 1990',
    '17 agustus 1990',
    '17 Agustus 1990',
    '17 AGU 1990',
    '17 agu 1990',
    '17 agt. 1990',
    '17-agu-1990',
    '17agustus1990',
    '17 August 1990',
    '1990-08-17',
    '1990-8-17',
    '  17081990\n'
  ])('is read from %j', text => {
    expect(parseTypedDate(text, today, { past: true })).toEqual({ ok: true, value: '1990-08-17' })
  })

  it.each([
    ['1 peb 2001', '2001-02-01'],
    ['1 pebruari 2001', '2001-02-01'],
    ['2 mei 2001', '2001-05-02'],
    ['2 may 2001', '2001-05-02'],
    ['3 okt 2001', '2001-10-03'],
    ['3 october 2001', '2001-10-03'],
    ['4 nopember 2001', '2001-11-04'],
    ['5 des 2001', '2001-12-05'],
    ['29/2/2024', '2024-02-29'],
    ['12/8/1990', '1990-08-12'],
    ['01021985', '1985-02-01']
  ])('%s is %s: the day comes first', (text, value) => {
    expect(problem(text)).toBe(value)
  })

  it.each(['', '   ', '\t\n'])('%j is empty', text => {
    expect(problem(text)).toEqual({ kind: 'empty' })
  })

  it.each([
    ['31/02/1990', { day: 31, month: 2, year: 1990 }],
    ['31021990', { day: 31, month: 2, year: 1990 }],
    ['29/02/2026', { day: 29, month: 2, year: 2026 }],
    ['29 februari 1900', { day: 29, month: 2, year: 1900 }],
    ['31/4/1990', { day: 31, month: 4, year: 1990 }],
    ['17/13/1990', { day: 17, month: 13, year: 1990 }],
    ['0/1/1990', { day: 0, month: 1, year: 1990 }],
    ['32 januari 1990', { day: 32, month: 1, year: 1990 }],
    ['1990-02-31', { day: 31, month: 2, year: 1990 }],
    ['31/02/85', { day: 31, month: 2, year: 85 }],
    ['29/02/01', { day: 29, month: 2, year: 1 }]
  ])('%s is a day that does not exist, not another one', (text, facts) => {
    expect(problem(text)).toEqual({ kind: 'no-such-day', ...facts })
  })

  it.each([
    'kemarin',
    '17',
    '17/8',
    '17/8/199',
    '17/8/19900',
    '1781990',
    '170819901',
    '17/8-1990',
    '17//8/1990',
    '17 agustus',
    'agustus 1990',
    '17 agustusan 1990',
    '17 a 1990',
    '-17/8/1990',
    '17/8/1990 08.15',
    '１７/８/１９９０',
    '١٧/٨/١٩٩٠',
    '17/8/0085',
    '01010085',
    '17/8/1e3',
    '<b>17/8/1990</b>',
    '17\u200B/8/1990',
    `17/8/${' '.repeat(50)}1990`,
    '1'.repeat(41)
  ])('%j is not a date', text => {
    expect(problem(text)).toEqual({ kind: 'not-a-date' })
  })

  it('of a megabyte is no date', () => {
    expect(problem('1'.repeat(1_000_000))).toEqual({ kind: 'not-a-date' })
  })

  it.each([
    ['17/8/90', ['1990-08-17', '2090-08-17']],
    ['170890', ['1990-08-17', '2090-08-17']],
    ['17 agu 90', ['1990-08-17', '2090-08-17']],
    ['1-2-85', ['1985-02-01', '2085-02-01']],
    ['29/02/00', ['2000-02-29']]
  ])('%s is asked back, never guessed', (text, candidates) => {
    expect(problem(text)).toEqual({ kind: 'two-digit-year', candidates })
  })

  it.each([
    ['17/8/90', ['1990-08-17']],
    ['1/2/15', ['1915-02-01', '2015-02-01']],
    ['21/11/26', ['1926-11-21', '2026-11-21']],
    ['22/11/26', ['1926-11-22']]
  ])('%s, when it must be past, is asked among the days that have come', (text, candidates) => {
    expect(problem(text, true)).toEqual({ kind: 'two-digit-year', candidates })
  })

  it.each([
    ['22/11/2026', { kind: 'in-future' }],
    ['17/8/2990', { kind: 'in-future' }],
    ['20/11/1895', { kind: 'too-old' }],
    ['21/11/1895', { kind: 'too-old' }],
    ['17/8/1090', { kind: 'too-old' }]
  ])('%s is refused only where the day must be past', (text, refusal) => {
    expect(problem(text, true)).toEqual(refusal)
    expect(parseTypedDate(text, today).ok).toBe(true)
  })

  it.each(['21/11/2026', '22/11/1895'])('%s may still be a past day', text => {
    expect(parseTypedDate(text, today, { past: true }).ok).toBe(true)
  })

  it('is the same day in every way of writing it', () => {
    fc.assert(
      fc.property(anyDay, date => {
        const [year = '', month = '', day = ''] = date.split('-')
        const ways = [date, day + month + year, `${Number(day)}/${Number(month)}/${year}`, formatDateShort(date)]
        for (const text of [...ways, formatDate(date, 'id'), formatDate(date, 'en').toUpperCase()]) {
          expect(parseTypedDate(text, today)).toEqual({ ok: true, value: date })
        }
      })
    )
  })

  it('is a real day or a refusal, whatever is typed', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[0-9/. -]{0,12}$/),
      fc.stringMatching(/^\d{1,2} [a-z]{3,8} \d{2,4}$/)
    )
    fc.assert(
      fc.property(junk, text => {
        const typed = parseTypedDate(text, today, { past: true })
        if (typed.ok) expect(isRealDate(typed.value) && typed.value <= today).toBe(true)
        else expect(typed.problem.kind).toMatch(/^(empty|not-a-date|no-such-day|two-digit-year|in-future|too-old)$/)
      })
    )
  })

  it('keeps the day, month and year that were typed', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), fc.integer({ min: 1000, max: 9999 }), (day, month, year) => {
        const typed = parseTypedDate(`${day}/${month}/${year}`, today)
        const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        expect(typed).toEqual(
          isRealDate(written) ? { ok: true, value: written } : { ok: false, problem: { kind: 'no-such-day', day, month, year } }
        )
      })
    )
  })
})

describe('a written day', () => {
  it('is long, plain or short, in Indonesian or English', () => {
    expect(formatDateLong('1990-08-17')).toBe('Jumat, 17 Agustus 1990')
    expect(formatDateLong('1990-08-17', 'en')).toBe('Friday, 17 August 1990')
    expect(formatDate('2026-11-01')).toBe('1 November 2026')
    expect(formatDate('2026-05-01')).toBe('1 Mei 2026')
    expect(formatDate('2026-05-01', 'en')).toBe('1 May 2026')
    expect(formatDateShort('1990-08-07')).toBe('07-08-1990')
  })

  it.each(['1990-02-31', '', '17081990'])('%j cannot be written', date => {
    expect(() => formatDate(date)).toThrow(RangeError)
    expect(() => formatDateLong(date)).toThrow(RangeError)
    expect(() => formatDateShort(date)).toThrow(RangeError)
  })
})
