import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/clock'
import { addWorkingDays, isWorkingDay, markedDays } from '#shared/office/working-days'

const off = (day: string) => ({ day, isWorkingDay: false })
const marked = markedDays([...['2026-12-24', '2026-12-25', '2026-11-22'].map(off), { day: '2026-12-19', isWorkingDay: true }])
const day = fc.nat(2_000).map(n => addDays('2026-01-01', n))
const someMarked = fc.array(fc.record({ day, isWorkingDay: fc.boolean() }), { maxLength: 40 }).map(markedDays)

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
    ['2026-12-31', 1, '2027-01-01'],
    // the Saturday is kept in service
    ['2026-12-18', 1, '2026-12-19'],
    ['2026-12-18', 2, '2026-12-21']
  ])('from %s the number %i is %s', (from, n, to) => {
    expect(addWorkingDays(from, n, marked)).toBe(to)
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_001])('are not counted to %d', n => {
    expect(() => addWorkingDays('2026-11-20', n, marked)).toThrow(RangeError)
  })

  it.each(['2026-02-31', '', '20-11-2026'])('are not counted from %j', from => {
    expect(() => addWorkingDays(from, 1, marked)).toThrow(RangeError)
  })

  it('reach a working day, with exactly as many between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), someMarked, (from, n, marked) => {
        const to = addWorkingDays(from, n, marked)
        let count = 0
        for (let date = from; date < to; date = addDays(date, 1)) if (isWorkingDay(addDays(date, 1), marked)) count++
        expect(isWorkingDay(to, marked)).toBe(true)
        expect(count).toBe(n)
      })
    )
  })

  it('add up', () => {
    fc.assert(
      fc.property(day, fc.nat(40), fc.nat(40), someMarked, (from, a, b, marked) => {
        expect(addWorkingDays(addWorkingDays(from, a, marked), b, marked)).toBe(addWorkingDays(from, a + b, marked))
      })
    )
  })
})
