import { expect, it } from 'vitest'
import { listHolidays } from '#main/directory/reference.store'
import { PublicHoliday } from '#shared/directory/directory'
import { builtReference } from '#test/support/reference'

const reference = builtReference()

it('has the 17 national holidays and 8 days of leave decreed for 2026, by day', async () => {
  const days = await listHolidays(reference, 2026)
  expect(days.filter(({ kind }) => kind === 'national')).toHaveLength(17)
  expect(days.filter(({ kind }) => kind === 'collective-leave')).toHaveLength(8)
  expect(days.every(({ certainty }) => certainty === 'decreed')).toBe(true)
  expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort())
  for (const day of days) expect(PublicHoliday.parse(day)).toEqual(day)
})

it('puts collective leave on working days only', async () => {
  const leave = (await listHolidays(reference, 2026)).filter(({ kind }) => kind === 'collective-leave')
  expect(leave.filter(({ day }) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([])
})

it('has only the days that never move for 2027, marked as provisional', async () => {
  const days = await listHolidays(reference, 2027)
  expect(days.map(({ day }) => day.slice(5))).toEqual(['01-01', '05-01', '06-01', '08-17', '12-25'])
  expect(days.every(({ certainty }) => certainty === 'provisional')).toBe(true)
})

it('knows nothing of a year nobody has decreed', async () => {
  expect(await listHolidays(reference, 2031)).toEqual([])
})
