import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import { givenCase, givenLetterOrder, givenVisit } from '#test/support/given'
import { problem, testDesk, value } from '#test/support/test-desk'

const followUp = { nextStep: 'Lengkapi berkas', dueOn: '2026-12-01' }
const information = { kind: 'information' as const, answer: 'Syarat sudah dijelaskan' }

describe('the end of a visit and of a day', () => {
  it('a visit ends only when each of its cases has an ending', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: visitId } = await givenVisit(api)
    expect(problem(await api.cases.finishVisit({ visitId }))).toEqual({ kind: 'no-case' })
    const first = await givenCase(api, { visitId })
    const second = await givenCase(api, { visitId, residentId: first.residentId })
    expect(problem(await api.cases.finishVisit({ visitId }))).toEqual({
      kind: 'cases-without-ending',
      numbers: [first.number, second.number]
    })
    value(await api.cases.end({ caseId: first.id, ending: information }))
    expect(problem(await api.cases.finishVisit({ visitId }))).toEqual({ kind: 'cases-without-ending', numbers: [second.number] })
    value(await api.cases.end({ caseId: second.id, ending: { kind: 'request', note: null, followUp } }))
    expect(value(await api.cases.finishVisit({ visitId }))).toMatchObject({ status: 'done' })
    expect(problem(await api.cases.finishVisit({ visitId }))).toEqual({ kind: 'not-from-here', status: 'done' })
    expect(problem(await api.cases.finishVisit({ visitId: randomUUID() }))).toEqual({ kind: 'not-found' })
  })

  it('a day closes only when nobody waits and nothing lacks an ending', async () => {
    const { api, desk } = await testDesk({ officer: 'front-office' })
    const [waiting, absent] = [await givenVisit(api, 'vulnerable'), await givenVisit(api)]
    value(await api.visits.sendBack({ visitId: waiting.id }))
    value(await api.visits.sendBack({ visitId: absent.id }))
    const found = await givenCase(api)
    const before = headOf(desk.raw)
    expect(problem(await api.cases.closeDay({}))).toEqual({
      kind: 'visits-open',
      tickets: ['R-001', 'U-001', 'U-002']
    })
    expect(headOf(desk.raw)).toEqual(before)
    for (const visitId of [waiting.id, absent.id]) value(await api.visits.markAbsent({ visitId }))
    expect(problem(await api.cases.closeDay({}))).toMatchObject({ kind: 'visits-open', tickets: ['U-002'] })
    value(await api.cases.end({ caseId: found.id, ending: information }))
    value(await api.cases.finishVisit({ visitId: found.visitId }))
    expect(value(await api.cases.closeDay({}))).toMatchObject({
      day: '2026-11-23',
      visits: 1,
      noShows: 2,
      cases: 1,
      letters: 0,
      officerId: desk.session.officer?.id
    })
    expect(problem(await api.cases.closeDay({}))).toEqual({ kind: 'already-closed' })
    expect(value(await api.cases.board({}))).toMatchObject({ isClosed: true })
  })

  it('a case without an ending keeps the next day open too, until it has one or a day on which somebody looks at it', async () => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    const found = await givenCase(api)
    const other = await givenCase(api, { visitId: found.visitId, residentId: found.residentId })
    value(await api.visits.sendBack({ visitId: found.visitId }))
    value(await api.visits.markAbsent({ visitId: found.visitId }))
    clock.ms += 86_400_000
    const left = async () => value(await api.cases.board({})).visits.map(({ id, casesWithoutEnding }) => [id, casesWithoutEnding])
    expect(await left()).toEqual([[found.visitId, 2]])
    expect(problem(await api.cases.closeDay({}))).toEqual({ kind: 'visits-open', tickets: ['U-001'] })
    value(await api.cases.end({ caseId: found.id, ending: information }))
    value(await api.cases.move({ caseId: other.id, to: 'in-process', text: null, followUp }))
    expect(await left()).toEqual([])
    value(await api.cases.closeDay({}))
  })

  it('an absent visit that has a case without an ending keeps the day open', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const found = await givenCase(api)
    value(await api.visits.sendBack({ visitId: found.visitId }))
    value(await api.visits.markAbsent({ visitId: found.visitId }))
    expect(problem(await api.cases.closeDay({}))).toMatchObject({ kind: 'visits-open' })
    value(await api.cases.end({ caseId: found.id, ending: information }))
    value(await api.cases.closeDay({}))
  })

  it('a visit left over from yesterday stays on the board and keeps the day open until it is ended', async () => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    const yesterday = await givenCase(api)
    clock.ms += 86_400_000
    const today = await givenVisit(api)
    value(await api.visits.sendBack({ visitId: today.id }))
    value(await api.visits.markAbsent({ visitId: today.id }))
    expect(value(await api.cases.board({})).visits.map(visit => [visit.id, visit.casesWithoutEnding])).toEqual([
      [yesterday.visitId, 1],
      [today.id, 0]
    ])
    expect(problem(await api.cases.closeDay({}))).toEqual({ kind: 'visits-open', tickets: ['U-001'] })
    value(await api.cases.end({ caseId: yesterday.id, ending: information }))
    value(await api.cases.finishVisit({ visitId: yesterday.visitId }))
    expect(value(await api.cases.closeDay({}))).toMatchObject({ day: '2026-11-24', visits: 0, noShows: 1 })
  })

  it('who was served past midnight, or on a day that nobody closed, counts in the day they came, closed with the next', async () => {
    const { api, desk, clock } = await testDesk({ officer: 'front-office' })
    const closed = async () =>
      (await desk.db.selectFrom('dayClosing').select(['day', 'visits', 'noShows', 'cases', 'letters']).orderBy('day').execute()).map(
        ({ day, visits, noShows, cases, letters }) => [day, visits, noShows, cases, letters]
      )
    const late = await givenCase(api)
    value(await api.letters.issue(await givenLetterOrder(api, late.id)))
    clock.ms += 86_400_000
    value(await api.cases.end({ caseId: late.id, ending: information }))
    value(await api.cases.finishVisit({ visitId: late.visitId }))
    clock.ms += 86_400_000
    value(await api.cases.closeDay({}))
    expect(await closed()).toEqual([
      ['2026-11-23', 1, 0, 1, 1],
      ['2026-11-25', 0, 0, 0, 0]
    ])
    clock.ms += 86_400_000
    value(await api.cases.closeDay({}))
    expect((await closed()).map(([day]) => day)).toEqual(['2026-11-23', '2026-11-25', '2026-11-26'])
  })

  it('a day that was closed is opened again by a ticket for somebody who still comes, and closed once more with them', async () => {
    const { api, desk, clock } = await testDesk({ officer: 'front-office' })
    const arrival = { lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null } as const
    value(await api.cases.closeDay({}))
    expect(problem(await api.visits.checkIn(arrival))).toEqual({ kind: 'day-closed' })
    const { id: visitId, ticket } = value(await api.visits.checkIn({ ...arrival, reopens: true }))
    expect(value(await api.cases.board({}))).toMatchObject({ isClosed: false, visits: [{ id: visitId }] })
    expect(problem(await api.cases.closeDay({}))).toEqual({ kind: 'visits-open', tickets: [ticket] })
    value(await api.visits.markAbsent({ visitId }))
    expect(value(await api.cases.closeDay({}))).toMatchObject({ visits: 0, noShows: 1 })
    expect(problem(await api.cases.closeDay({}))).toEqual({ kind: 'already-closed' })
    const late = value(await api.visits.checkIn({ ...arrival, reopens: true }))
    clock.ms += 86_400_000
    value(await api.visits.markAbsent({ visitId: late.id }))
    value(await api.cases.closeDay({}))
    const counted = await desk.db.selectFrom('dayClosing').select(['day', 'noShows']).orderBy('id').execute()
    expect(counted.map(({ day, noShows }) => [day, noShows])).toEqual([
      ['2026-11-23', 0],
      ['2026-11-23', 1],
      ['2026-11-23', 2],
      ['2026-11-24', 0]
    ])
  })

  it.each([
    ['a hundred years ahead', 36_525],
    ['a day ahead', 1],
    ['back in 1970', -20_000]
  ])('[F15] who came while the clock was %s stays on the board when it is put right, and keeps the day open', async (_, days) => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    clock.jumped = days * 86_400_000
    const waiting = await givenVisit(api)
    value(await api.visits.sendBack({ visitId: waiting.id }))
    const served = await givenCase(api)
    clock.jumped = 0
    expect(value(await api.cases.board({})).visits.map(visit => [visit.id, visit.casesWithoutEnding])).toEqual([
      [waiting.id, 0],
      [served.visitId, 1]
    ])
    expect(problem(await api.cases.closeDay({}))).toMatchObject({ kind: 'visits-open' })
    value(await api.visits.markAbsent({ visitId: waiting.id }))
    value(await api.cases.end({ caseId: served.id, ending: information }))
    value(await api.cases.finishVisit({ visitId: served.visitId }))
    expect(value(await api.cases.board({})).visits).toEqual([])
    value(await api.cases.closeDay({}))
  })

  it('the board shows who is here and what lacks an ending', async () => {
    const { api, desk } = await testDesk({ officer: 'front-office' })
    const found = await givenCase(api)
    value(await api.visits.addParticipant({ visitId: found.visitId, residentId: found.residentId, role: 'concerned', relation: null }))
    value(await api.visits.addParticipant({ visitId: found.visitId, residentId: found.residentId, role: 'applicant', relation: null }))
    expect(value(await api.cases.board({}))).toMatchObject({
      day: '2026-11-23',
      isClosed: false,
      visits: [
        { id: found.visitId, names: ['Siti Aminah Contoh'], cases: 1, casesWithoutEnding: 1, officerName: desk.session.officer?.name }
      ]
    })
  })
})
