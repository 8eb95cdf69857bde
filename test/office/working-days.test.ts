import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/clock'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#shared/office/working-days'

const holidays = new Set(['2026-12-24', '2026-12-25', '2026-11-22'])
const day = fc.nat(2_000).map(n => addDays('2026-01-01', n))
const daysOff = fc.array(day, { maxLength: 40 }).map(days => new Set(days))

describe('working days', () => {
  it.each([
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 0, '2026-11-21'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-23', 4, '2026-11-27'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-12-31', 1, '2027-01-01']
  ])('from %s the number %i is %s', (from, n, to) => {
    expect(addWorkingDays(from, n, holidays)).toBe(to)
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_001])('are not counted to %d', n => {
    expect(() => addWorkingDays('2026-11-20', n, holidays)).toThrow(RangeError)
  })

  it.each(['2026-02-31', '', '20-11-2026'])('are not counted from %j', from => {
    expect(() => addWorkingDays(from, 1, holidays)).toThrow(RangeError)
  })

  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-21', '2026-11-22', 0],
    ['2026-12-23', '2026-12-28', 1],
    ['2026-11-23', '2026-11-20', -1]
  ])('between %s and %s are %i', (from, to, n) => {
    expect(workingDaysBetween(from, to, holidays)).toBe(n)
  })

  it('reach a working day, with exactly as many between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), daysOff, (from, n, off) => {
        const to = addWorkingDays(from, n, off)
        expect(isWorkingDay(to, off)).toBe(true)
        expect(workingDaysBetween(from, to, off)).toBe(n)
        expect(workingDaysBetween(to, from, off)).toBe(-n)
      })
    )
  })

  it('add up', () => {
    fc.assert(
      fc.property(day, fc.nat(40), fc.nat(40), daysOff, (from, a, b, off) => {
        expect(addWorkingDays(addWorkingDays(from, a, off), b, off)).toBe(addWorkingDays(from, a + b, off))
      })
    )
  })
})
