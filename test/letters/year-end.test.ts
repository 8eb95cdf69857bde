import { expect, it } from 'vitest'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'

const TEN_TO_MIDNIGHT = Date.UTC(2026, 11, 31, 16, 59, 50)
const NAMES = [
  '',
  'Contoh Sumarni',
  'Contoh Budi Raharjo',
  'Contoh Wagiyem',
  'Contoh Eko Prabowo',
  'Contoh Lestari',
  'Contoh Darmanto',
  'Contoh Yulianti'
]
const clockAt = (clock: { ms: number; jumped: number }, moment: number) => {
  clock.jumped = moment - clock.ms
}

it('[F16] a book ends with the year of the office’s own clock, begins anew only when somebody opens it, and a clock put back numbers nothing twice', async () => {
  const at = await testDesk({ officer: 'manager' })
  const { api, clock } = at
  let n = 0
  const issue = async (more: { isDateConfirmed?: boolean } = {}) => {
    n++
    const resident = await givenResident(api, { name: NAMES[n] ?? '', nik: `33241057089${n}000${n}` })
    const found = await givenCase(api, { residentId: resident.id })
    return api.letters.issue({ ...(await givenLetterOrder(api, found.id)), ...more })
  }
  clockAt(clock, TEN_TO_MIDNIGHT)
  expect(value(await issue())).toMatchObject({ year: 2026, sequence: 1, issuedOn: '2026-12-31' })
  clockAt(clock, TEN_TO_MIDNIGHT + 20_000)
  expect(problem(await issue())).toEqual({ kind: 'book-not-open', year: 2027 })
  // the clock jumps back over the boundary: the old book goes on where it was
  clockAt(clock, TEN_TO_MIDNIGHT - 3_600_000)
  expect(value(await issue())).toMatchObject({ year: 2026, sequence: 2 })
  clockAt(clock, TEN_TO_MIDNIGHT + 60_000)
  value(await api.letters.openBook({ year: 2027, firstNumber: 1 }, await confirmedBy(at, 'administrator')))
  await actAs(at, 'manager')
  expect(value(await issue())).toMatchObject({ year: 2027, sequence: 1, issuedOn: '2027-01-01' })
  // back once more, now behind a number of January: somebody looks at the calendar first
  clockAt(clock, TEN_TO_MIDNIGHT)
  expect(problem(await issue())).toEqual({ kind: 'date-before-last', lastIssuedOn: '2027-01-01' })
  expect(value(await issue({ isDateConfirmed: true }))).toMatchObject({ year: 2026, sequence: 3, issuedOn: '2026-12-31' })
  clockAt(clock, Date.UTC(2028, 1, 29, 3))
  expect(problem(await issue())).toEqual({ kind: 'book-not-open', year: 2028 })
  const years = at.desk.raw.prepare('select year, sequence from letter order by year, sequence').raw().all()
  expect(years).toEqual([
    [2026, 1],
    [2026, 2],
    [2026, 3],
    [2027, 1]
  ])
})
