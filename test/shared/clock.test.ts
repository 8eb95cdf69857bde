import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  ageOn,
  dateOfDayNumber,
  dateOfParts,
  dayNumber,
  daysInMonth,
  isRealDate,
  localDateOf,
  localTimeOf,
  partsOf,
  weekdayOf,
  yearOf
} from '#shared/clock'

const anyDay = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }).map(dateOfDayNumber)

describe('the wall clock of an office', () => {
  it.each([
    ['2026-11-21T16:59:59.999Z', 'WIB', '2026-11-21', '23.59'],
    ['2026-11-21T17:00:00.000Z', 'WIB', '2026-11-22', '00.00'],
    ['2026-11-21T16:00:00.000Z', 'WITA', '2026-11-22', '00.00'],
    ['2026-11-21T15:00:00.000Z', 'WIT', '2026-11-22', '00.00'],
    ['2026-11-21T01:15:00.000Z', 'WIB', '2026-11-21', '08.15'],
    ['2025-12-31T17:00:00.000Z', 'WIB', '2026-01-01', '00.00'],
    ['2024-02-28T22:30:00.000Z', 'WIT', '2024-02-29', '07.30'],
    ['1969-12-31T16:59:00.000Z', 'WIB', '1969-12-31', '23.59']
  ] as const)('at %s shows in %s the day %s and the time %s', (moment, zone, date, time) => {
    expect(localDateOf(Date.parse(moment), zone)).toBe(date)
    expect(localTimeOf(Date.parse(moment), zone)).toBe(time)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('does not read %s as a moment', ms => {
    expect(() => localDateOf(ms, 'WIB')).toThrow(RangeError)
    expect(() => localTimeOf(ms, 'WIB')).toThrow(RangeError)
  })

  it('never goes backwards', () => {
    const moment = fc.integer({ min: 0, max: 4_000_000_000_000 })
    fc.assert(
      fc.property(moment, fc.nat(10_000_000_000), (ms, later) => {
        expect(localDateOf(ms + later, 'WITA') >= localDateOf(ms, 'WITA')).toBe(true)
      })
    )
  })
})

describe('the calendar', () => {
  it.each(['2024-02-29', '2000-02-29', '1990-08-17', '9999-12-31', '0001-01-01'])('knows %s', date => {
    expect(isRealDate(date)).toBe(true)
  })

  it.each(['2026-02-29', '1900-02-29', '1990-02-31', '1990-04-31', '1990-13-01', '1990-00-10', '1990-01-00', '0000-01-01', '1990-1-1'])(
    'does not know %s',
    date => {
      expect(isRealDate(date)).toBe(false)
    }
  )

  it.each(['', ' 1990-08-17', '1990-08-17T00:00', '19900817', '١٩٩٠-٠٨-١٧', 'today', '1990-08-17\n'])('does not read %j as a day', text => {
    expect(isRealDate(text)).toBe(false)
    expect(() => partsOf(text)).toThrow(RangeError)
    expect(() => addDays(text, 1)).toThrow(RangeError)
    expect(() => weekdayOf(text)).toThrow(RangeError)
  })

  it('[F16] agrees with the platform about every day and its weekday', () => {
    fc.assert(
      fc.property(anyDay, date => {
        const platform = new Date(`${date}T00:00:00Z`)
        expect(platform.toISOString().slice(0, 10)).toBe(date)
        expect(platform.getTime()).toBe(dayNumber(date) * 86_400_000)
        expect(weekdayOf(date)).toBe(platform.getUTCDay())
        expect(yearOf(date)).toBe(platform.getUTCFullYear())
      })
    )
  })

  it('adds days and takes them away again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 30_000 }), n => {
        expect(addDays(addDays('1990-08-17', n), -n)).toBe('1990-08-17')
        expect(dayNumber(addDays('1990-08-17', n)) - dayNumber('1990-08-17')).toBe(n)
      })
    )
  })

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-21', 0, '2026-11-21']
  ])('%s and %i days is %s', (date, n, expected) => {
    expect(addDays(date, n)).toBe(expected)
  })

  it('refuses days that are not whole or lie outside the calendar', () => {
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
    expect(() => addDays('2026-01-01', Number.NaN)).toThrow(RangeError)
    expect(() => addDays('2026-01-01', Number.POSITIVE_INFINITY)).toThrow(RangeError)
  })

  it.each([
    [2024, 2, 29],
    [2026, 2, 28],
    [1900, 2, 28],
    [2000, 2, 29],
    [2026, 4, 30],
    [2026, 12, 31],
    [2026, 0, 0],
    [2026, 13, 0],
    [2026, 1.5, 0]
  ])('in %i month %d has %i days', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days)
  })

  it('joins parts only to days that exist', () => {
    expect(dateOfParts({ year: 1990, month: 8, day: 17 })).toBe('1990-08-17')
    expect(dateOfParts({ year: 1990, month: 2, day: 31 })).toBeUndefined()
    expect(dateOfParts({ year: 19900, month: 1, day: 1 })).toBeUndefined()
    expect(dateOfParts({ year: -1, month: 1, day: 1 })).toBeUndefined()
    expect(dateOfParts({ year: 1990, month: 1.5, day: 1 })).toBeUndefined()
  })
})

describe('age', () => {
  it.each([
    ['1990-08-17', '2026-08-16', 35],
    ['1990-08-17', '2026-08-17', 36],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-22', '2026-11-21', -1],
    ['1896-01-01', '2026-11-21', 130]
  ])('of one born on %s is on %s %i', (birth, today, age) => {
    expect(ageOn(birth, today)).toBe(age)
  })
})
