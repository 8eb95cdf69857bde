import { expect, it } from 'vitest'
import { dayNumber, dayOf } from '#registry/snapshot/days'

it('gives every day of three centuries back', () => {
  const wrong: string[] = []
  for (let at = Date.UTC(1800, 0, 1); at < Date.UTC(2101, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    if (dayOf(dayNumber(day)) !== day) wrong.push(day)
  }
  expect(wrong).toEqual([])
  expect([dayOf(dayNumber(null)), dayOf(1), dayOf(dayNumber('9999-12-31'))]).toEqual([null, '1800-01-01', '9999-12-31'])
})

it.each([-1, 1.5e9, Number.NaN, dayNumber('9999-12-31') + 1])('refuses %d, which is no day', number => {
  expect(() => dayOf(number)).toThrow(RangeError)
})
