import { describe, expect, it } from 'vitest'
import { problem, value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict, sync } from '#test/sync/support/district'

const DAY = 86_400_000

describe('visits at two desks', () => {
  it('a visitor who came back at one desk while the other closed its day is still served or marked absent', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const arrival = { lane: 'general' as const, channel: 'walk-in' as const, purpose: null, vulnerableGroup: null }
    const { id: visitId } = value(await a.api.visits.checkIn(arrival))
    value(await a.api.visits.markAbsent({ visitId }))
    await sync(a)
    const b = await furtherDesk(district)
    value(await b.api.visits.sendBack({ visitId }))
    value(await a.api.cases.closeDay({}))
    for (const desk of [a, b, a]) await sync(desk)
    value(await a.api.visits.serve({ visitId }))
    value(await a.api.visits.sendBack({ visitId }))
    a.clock.ms += DAY
    expect(problem(await a.api.cases.closeDay({}))).toMatchObject({ kind: 'visits-open' })
    value(await a.api.visits.markAbsent({ visitId }))
    expect(problem(await a.api.visits.sendBack({ visitId }))).toEqual({ kind: 'day-closed' })
    value(await a.api.cases.closeDay({}))
  })
})
