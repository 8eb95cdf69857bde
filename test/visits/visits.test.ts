import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import { isEnding } from '#shared/changes/machine'
import { VISIT_STATUSES, type VisitStatus, visitMachine } from '#shared/visits/visit'
import { givenCase, givenResident, givenVisit } from '#test/support/given'
import { problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

type Api = TestDesk['api']
const arrival = { lane: 'general' as const, channel: 'walk-in' as const, purpose: null, vulnerableGroup: null }
const checkIn = async (api: Api, lane: 'general' | 'vulnerable' = 'general') => value(await api.visits.checkIn({ ...arrival, lane }))

describe('tickets', () => {
  it('count each lane of each day from one', async () => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    const tickets = []
    for (const lane of ['general', 'vulnerable', 'general'] as const) tickets.push((await checkIn(api, lane)).ticket)
    clock.ms += 86_400_000
    const tomorrow = await checkIn(api)
    expect([...tickets, tomorrow.ticket]).toEqual(['U-001', 'R-001', 'U-002', 'U-001'])
    expect(tomorrow.day).toBe('2026-11-24')
  })

  it('are never given twice, though many people arrive at once', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const visits = await Promise.all(Array.from({ length: 20 }, () => checkIn(api)))
    expect(visits.map(visit => visit.ticketNo).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  })

  it('belong to the day on the office’s wall, not to Greenwich', async () => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    clock.ms = Date.UTC(2026, 10, 23, 16, 59)
    expect((await checkIn(api)).day).toBe('2026-11-23')
    clock.ms = Date.UTC(2026, 10, 23, 17, 1)
    expect((await checkIn(api)).day).toBe('2026-11-24')
  })

  it('keep what was said at the door', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const visit = value(
      await api.visits.checkIn({ lane: 'vulnerable', channel: 'facilitator', purpose: '<i>PBI</i> mati', vulnerableGroup: 'elderly' })
    )
    expect(value(await api.visits.get({ visitId: visit.id }))).toEqual({ visit, participants: [] })
    expect(visit).toMatchObject({ purpose: '<i>PBI</i> mati', vulnerableGroup: 'elderly', channel: 'facilitator' })
  })

  it('are given no more when the day is closed, and nobody is moved in it', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: visitId } = await checkIn(api)
    value(await api.visits.markAbsent({ visitId }))
    value(await api.cases.closeDay({}))
    expect(problem(await api.visits.checkIn(arrival))).toEqual({ kind: 'day-closed' })
    expect(problem(await api.visits.sendBack({ visitId }))).toEqual({ kind: 'day-closed' })
  })
})

describe('the way of a visit', () => {
  const moves: Record<Exclude<VisitStatus, 'done'>, (api: Api, visitId: string) => ReturnType<Api['visits']['call']>> = {
    called: (api, visitId) => api.visits.call({ visitId }),
    serving: (api, visitId) => api.visits.serve({ visitId }),
    waiting: (api, visitId) => api.visits.sendBack({ visitId }),
    'no-show': (api, visitId) => api.visits.markAbsent({ visitId })
  }

  /** Brings a new visit into a status along the table. */
  async function visitIn(api: Api, status: VisitStatus): Promise<string> {
    const { id } = await checkIn(api)
    if (status === 'called') value(await api.visits.call({ visitId: id }))
    if (status === 'no-show') value(await api.visits.markAbsent({ visitId: id }))
    if (status === 'serving' || status === 'done') value(await api.visits.serve({ visitId: id }))
    if (status !== 'done') return id
    const nik = `33241057089${String(10_000 + value(await api.cases.board({})).visits.length)}`
    const { id: caseId } = await givenCase(api, { visitId: id, residentId: (await givenResident(api, { name: `Warga ${id}`, nik })).id })
    value(await api.cases.end({ caseId, ending: { kind: 'information', answer: 'Sudah dijelaskan' } }))
    value(await api.cases.finishVisit({ visitId: id }))
    return id
  }

  const cells = VISIT_STATUSES.flatMap(from => (Object.keys(moves) as (keyof typeof moves)[]).map(to => ({ from, to })))
  it.each(cells)('from $from to $to is taken or refused as the table says', async ({ from, to }) => {
    const { api, desk } = await testDesk({ officer: 'front-office' })
    const visitId = await visitIn(api, from)
    const before = headOf(desk.raw)
    const answer = await moves[to](api, visitId)
    const isLegal = visitMachine[from].includes(to) || (from === 'called' && to === 'called')
    if (isLegal) expect(value(answer).status).toBe(to)
    else {
      expect(problem(answer)).toEqual({ kind: 'not-from-here', status: from })
      expect(headOf(desk.raw)).toEqual(before)
    }
  })

  it('reaches every status from the door, and only "done" ends it', () => {
    const reached = new Set<VisitStatus>(['waiting'])
    for (const status of reached) for (const next of visitMachine[status]) reached.add(next)
    expect([...reached].sort()).toEqual([...VISIT_STATUSES].sort())
    expect(VISIT_STATUSES.filter(status => isEnding(visitMachine, status))).toEqual(['done'])
  })

  it('notes when somebody was called, by whom served, and nothing of an absence that was none', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id: visitId } = await checkIn(at.api)
    at.clock.ms += 60_000
    expect(value(await at.api.visits.call({ visitId })).calledAt).toBe(at.clock.ms)
    expect(value(await at.api.visits.markAbsent({ visitId })).endedAt).toBe(at.clock.ms)
    expect(value(await at.api.visits.sendBack({ visitId }))).toMatchObject({ status: 'waiting', endedAt: null, officerId: null })
    expect(value(await at.api.visits.serve({ visitId }))).toMatchObject({ servingAt: at.clock.ms, officerId: at.desk.session.officer?.id })
  })

  it('is unknown for a visit that is not there', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    for (const to of Object.keys(moves) as (keyof typeof moves)[])
      expect(problem(await moves[to](api, randomUUID()))).toEqual({ kind: 'not-found' })
    expect(problem(await api.visits.get({ visitId: randomUUID() }))).toEqual({ kind: 'not-found' })
    expect(problem(await api.visits.recordPrivacyNotice({ visitId: randomUUID(), version: '1' }))).toEqual({ kind: 'not-found' })
  })
})

describe('people in a visit', () => {
  it('may play several parts, each once, and are not merged', async () => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    const [visit, child, mother] = [
      await givenVisit(api),
      await givenResident(api, { name: 'Anak Contoh', nik: null, noNikReason: 'newborn' }),
      await givenResident(api)
    ]
    const add = (residentId: string, role: 'reporter' | 'concerned' | 'applicant', relation: string | null) => {
      clock.ms += 1000
      return api.visits.addParticipant({ visitId: visit.id, residentId, role, relation })
    }
    const concerned = value(await add(child.id, 'concerned', null))
    value(await add(mother.id, 'reporter', 'tetangga'))
    value(await add(mother.id, 'reporter', 'ibu'))
    value(await add(mother.id, 'applicant', null))
    const { participants } = value(await api.visits.get({ visitId: visit.id }))
    expect(participants.map(({ name, role, relation, nikMasked }) => ({ name, role, relation, nikMasked }))).toEqual([
      { name: 'Anak Contoh', role: 'concerned', relation: null, nikMasked: null },
      { name: 'Siti Aminah Contoh', role: 'reporter', relation: 'ibu', nikMasked: '332410******0001' },
      { name: 'Siti Aminah Contoh', role: 'applicant', relation: null, nikMasked: '332410******0001' }
    ])
    value(await api.visits.removeParticipant({ participantId: concerned.id }))
    expect(value(await api.visits.get({ visitId: visit.id })).participants).toHaveLength(2)
    expect(problem(await api.visits.removeParticipant({ participantId: concerned.id }))).toEqual({ kind: 'not-found' })
  })

  it('are neither added nor taken out once the visit is over', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: caseId, visitId, residentId } = await givenCase(api)
    const part = { visitId, residentId, role: 'applicant' as const, relation: null }
    const { id: participantId } = value(await api.visits.addParticipant(part))
    expect(problem(await api.visits.addParticipant({ ...part, residentId: randomUUID() }))).toEqual({ kind: 'not-found' })
    value(await api.cases.end({ caseId, ending: { kind: 'information', answer: 'Ya' } }))
    value(await api.cases.finishVisit({ visitId }))
    expect(problem(await api.visits.addParticipant({ ...part, role: 'reporter' }))).toEqual({ kind: 'visit-over' })
    expect(problem(await api.visits.removeParticipant({ participantId }))).toEqual({ kind: 'visit-over' })
  })

  it('heard the privacy notice of a version', async () => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    const { id: visitId } = await givenVisit(api)
    expect(value(await api.visits.recordPrivacyNotice({ visitId, version: '2026-11' }))).toMatchObject({
      privacyNotice: '2026-11',
      privacyNoticedAt: clock.ms
    })
  })
})
