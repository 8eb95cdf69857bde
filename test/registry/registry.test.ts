import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import { addDays } from '#shared/clock'
import { givenResident, givenVisit } from '#test/support/given'
import { problem, sharedDesk, value } from '#test/support/test-desk'

const { api, desk, clock } = await sharedDesk({ officer: 'back-office' })
const { id: residentId } = await givenResident(api)
const check = {
  residentId,
  visitId: null,
  source: 'DTSEN' as const,
  isListed: true,
  decile: 3,
  period: '2026-T4',
  programmes: ['pkh' as const],
  note: null
}

it('keeps who looked, when, and what the register said of which period', async () => {
  const visit = await givenVisit(api)
  const kept = value(await api.registry.recordCheck({ ...check, visitId: visit.id, note: 'Lewat SIKS-NG\nakun operator' }))
  expect(kept).toMatchObject({
    ...check,
    visitId: visit.id,
    officerId: desk.session.officer?.id,
    checkedAt: clock.ms,
    note: 'Lewat SIKS-NG\nakun operator'
  })
})

it('shows a look-up in which a field was left open', async () => {
  const kept = value(await api.registry.recordCheck({ ...check, asOf: undefined, exclusions: undefined }))
  expect(value(await api.registry.checksOf({ residentId }))).toContainEqual(kept)
})

it('adds each look-up to the others, the newest first', async () => {
  const before = value(await api.registry.checksOf({ residentId }))
  clock.ms += 1000
  const latest = value(await api.registry.recordCheck({ ...check, isListed: false, decile: null, programmes: [] }))
  expect(value(await api.registry.checksOf({ residentId }))).toEqual([latest, ...before])
})

it('lets what was seen earlier, or in older data, stand behind what is known, whenever it is written down', async () => {
  const order = async () => value(await api.registry.checksOf({ residentId })).map(one => [one.source, one.period, one.decile])
  const known = await order()
  const record = async (said: Partial<Omit<typeof check, 'source'>> & { source?: 'DTKS'; asOf?: string }) => {
    clock.ms += 1000
    value(await api.registry.recordCheck({ ...check, ...said }))
  }
  await record({ decile: 9, asOf: addDays(desk.today(), -20) })
  await record({ decile: 8, period: '2026-T1' })
  await record({ decile: 7, source: 'DTKS', period: '2025-T4' })
  expect(await order()).toEqual([...known, [check.source, check.period, 9], [check.source, '2026-T1', 8], ['DTKS', '2025-T4', 7]])
  const answer = value(await api.registry.answerOf({ residentId }))
  expect(answer).toMatchObject({ newest: { decile: known[0]?.[2] } })
  expect(answer?.checks.map(({ decile }) => decile)).not.toContain(9)
})

it.each([
  ['a decile of somebody who is not listed', { isListed: false, decile: 3 }, { kind: 'decile-without-listing' }],
  ['a person nobody knows', { residentId: '0192f0c0-0000-7000-8000-000000000009' }, { kind: 'not-found' }],
  ['a visit nobody knows', { visitId: '0192f0c0-0000-7000-8000-000000000009' }, { kind: 'not-found' }],
  ['decile 0', { decile: 0 }, { kind: 'invalid-input', fields: ['decile'] }],
  ['decile 11', { decile: 11 }, { kind: 'invalid-input', fields: ['decile'] }],
  ['data of a quarter that has not begun', { period: '2027-T2' }, { kind: 'period-in-future' }],
  ['a fifth quarter', { period: '2026-T5' }, { kind: 'invalid-input', fields: ['period'] }],
  ['a programme nobody knows', { programmes: ['blt' as 'pkh'] }, { kind: 'invalid-input', fields: ['programmes.0'] }]
])('refuses %s', async (_, change, refusal) => {
  const before = headOf(desk.raw)
  expect(problem(await api.registry.recordCheck({ ...check, ...change }))).toEqual(refusal)
  expect(headOf(desk.raw)).toEqual(before)
})

it('finds none for a person nobody looked up', async () => {
  expect(value(await api.registry.checksOf({ residentId: randomUUID() }))).toEqual([])
})
