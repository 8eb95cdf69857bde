import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import { CASE_STATUSES, type CaseStatus, caseMachine } from '#shared/cases/case-status'
import { isEnding, mayMove } from '#shared/changes/machine'
import { givenCase, givenResident, givenVisit } from '#test/support/given'
import { actAs, problem, sharedDesk, type TestDesk, testDesk, value } from '#test/support/test-desk'

type Api = TestDesk['api']
type Ending = Parameters<Api['cases']['end']>[0]['ending']

const followUp = { nextStep: 'Lengkapi berkas', dueOn: '2026-12-01' }
const information: Ending = { kind: 'information', answer: 'Syarat sudah dijelaskan' }
const paper = (position: number, state: 'present' | 'missing' | 'expired', isMandatory = true) => ({
  position,
  document: `Berkas ${position}`,
  isMandatory,
  state,
  note: null
})

describe('opening a case', () => {
  it('numbers cases by district, month and desk, one after the other', async () => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    const { id: visitId } = await givenVisit(api)
    const { id: residentId } = await givenResident(api)
    const first = await givenCase(api, { visitId, residentId })
    const second = await givenCase(api, { visitId, residentId })
    clock.ms += 31 * 86_400_000
    const nextMonth = await givenCase(api, { visitId, residentId })
    expect([first, second, nextMonth].map(found => found.number)).toEqual([
      'SLRT-3324-2611-A-00001',
      'SLRT-3324-2611-A-00002',
      'SLRT-3324-2612-A-00001'
    ])
    expect(value(await api.cases.ofVisit({ visitId })).map(found => found.id)).toEqual([first.id, second.id, nextMonth.id])
  })

  it('never gives a number twice, though several are opened at once', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const [{ id: visitId }, { id: residentId }] = [await givenVisit(api), await givenResident(api)]
    const cases = await Promise.all(Array.from({ length: 15 }, () => givenCase(api, { visitId, residentId })))
    expect(new Set(cases.map(found => found.number)).size).toBe(15)
  })

  it('is refused outside a visit that is being served, and for what is not there', async () => {
    const { api, desk } = await testDesk({ officer: 'front-office' })
    const { id: residentId } = await givenResident(api)
    const waiting = value(await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
    const serving = await givenVisit(api)
    const before = headOf(desk.raw)
    const input = {
      visitId: serving.id,
      residentId,
      kind: 'request' as const,
      sector: 'health' as const,
      problemType: 'nonaktif',
      serviceCode: null,
      summary: 'x',
      urgency: 'normal' as const
    }
    expect(problem(await api.cases.open({ ...input, visitId: waiting.id }))).toEqual({ kind: 'visit-not-being-served' })
    expect(problem(await api.cases.open({ ...input, visitId: desk.newId() }))).toEqual({ kind: 'visit-not-being-served' })
    expect(problem(await api.cases.open({ ...input, residentId: desk.newId() }))).toEqual({ kind: 'resident-not-found' })
    expect(problem(await api.cases.open({ ...input, serviceCode: 'tidak-ada' }))).toEqual({ kind: 'service-not-found' })
    expect(problem(await api.cases.open({ ...input, summary: 'x'.repeat(1001) }))).toEqual({ kind: 'invalid-input', fields: ['summary'] })
    expect(problem(await api.cases.open({ ...input, problemType: '<b>' }))).toEqual({ kind: 'invalid-input', fields: ['problemType'] })
    expect(headOf(desk.raw)).toEqual(before)
  })

  it('makes the officer at the counter its owner and begins its history', async () => {
    const { api, desk } = await testDesk({ officer: 'front-office' })
    const { services } = { services: value(await api.directory.services({})) }
    const found = await givenCase(api, { serviceCode: services[0]?.code ?? null })
    const card = value(await api.cases.get({ caseId: found.id }))
    expect(card).toMatchObject({
      case: found,
      ownerName: desk.session.officer?.name,
      serviceName: services[0]?.nameId,
      events: [{ kind: 'opened', status: 'registered' }]
    })
    expect(problem(await api.cases.get({ caseId: desk.newId() }))).toEqual({ kind: 'not-found' })
  })
})

describe('the four endings', () => {
  it('information closes the case with its answer', async () => {
    const { api, clock } = await testDesk({ officer: 'front-office' })
    const { id: caseId } = await givenCase(api)
    const ended = value(await api.cases.end({ caseId, ending: information }))
    expect(ended).toMatchObject({
      ending: 'information',
      status: 'resolved',
      outcome: 'fulfilled',
      closedAt: clock.ms,
      nextStep: null,
      dueOn: null
    })
    expect(value(await api.cases.get({ caseId })).events.at(-1)).toMatchObject({
      kind: 'ending',
      status: 'resolved',
      text: 'Syarat sudah dijelaskan'
    })
  })

  it('consultation closes it too, unless something is still to be done', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const first = await givenCase(api)
    expect(
      value(await api.cases.end({ caseId: first.id, ending: { kind: 'consultation', advice: 'Ke Puskesmas dulu', followUp: null } }))
    ).toMatchObject({ status: 'resolved', ending: 'consultation' })
    const second = await givenCase(api, first)
    expect(
      value(await api.cases.end({ caseId: second.id, ending: { kind: 'consultation', advice: 'Kami telepon', followUp } }))
    ).toMatchObject({ status: 'in-process', ending: 'consultation', ...followUp, closedAt: null })
  })

  it('request goes on with an owner, a next step and a day, and waits for papers that are missing', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const first = await givenCase(api)
    const request: Ending = { kind: 'request', note: null, followUp }
    expect(value(await api.cases.end({ caseId: first.id, ending: request }))).toMatchObject({
      status: 'in-process',
      ending: 'request',
      ...followUp,
      ownerId: first.ownerId
    })
    const second = await givenCase(api, first)
    value(
      await api.cases.checkDocuments({
        caseId: second.id,
        documents: [paper(0, 'present'), paper(1, 'missing'), paper(2, 'missing', false)]
      })
    )
    expect(value(await api.cases.end({ caseId: second.id, ending: request }))).toMatchObject({
      status: 'revision-requested',
      ending: 'request'
    })
  })

  it('never makes a move that the table does not know', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const visit = await givenCase(api)
    const paths: CaseStatus[][] = [
      ['in-process'],
      ['document-check', 'awaiting-decision'],
      ['document-check', 'field-verification'],
      ['in-process', 'proposed-to-ministry']
    ]
    for (const path of paths) {
      const { id: caseId } = await givenCase(api, visit)
      value(await api.cases.checkDocuments({ caseId, documents: [paper(0, 'missing')] }))
      for (const to of path.filter(status => status !== 'document-check'))
        value(await api.cases.move({ caseId, to, text: null, followUp: null }))
      const from = value(await api.cases.get({ caseId })).case.status
      const { status } = value(await api.cases.end({ caseId, ending: { kind: 'request', note: 'Tetap', followUp } }))
      expect(status === from || mayMove(caseMachine, from, status), `${from} to ${status}`).toBe(true)
    }
  })

  it('is given once, with a day that is not past', async () => {
    const { api, desk } = await testDesk({ officer: 'front-office' })
    const { id: caseId } = await givenCase(api)
    expect(
      problem(await api.cases.end({ caseId, ending: { kind: 'request', note: null, followUp: { ...followUp, dueOn: '2026-11-22' } } }))
    ).toEqual({ kind: 'due-in-past' })
    value(await api.cases.end({ caseId, ending: { kind: 'request', note: null, followUp: { ...followUp, dueOn: '2026-11-23' } } }))
    expect(problem(await api.cases.end({ caseId, ending: information }))).toEqual({ kind: 'already-ended' })
    expect(problem(await api.cases.end({ caseId: desk.newId(), ending: information }))).toEqual({ kind: 'not-found' })
    value(await api.cases.close({ caseId, outcome: 'fulfilled', text: 'Selesai' }))
    expect(problem(await api.cases.end({ caseId, ending: information }))).toEqual({ kind: 'case-closed' })
  })
})

describe('documents', () => {
  it('are kept as they lay on the counter; saying it again replaces it', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: caseId } = await givenCase(api)
    value(await api.cases.checkDocuments({ caseId, documents: [paper(1, 'missing'), paper(0, 'present')] }))
    const checks = value(await api.cases.checkDocuments({ caseId, documents: [paper(1, 'present')] }))
    expect(checks.map(({ position, state }) => [position, state])).toEqual([
      [0, 'present'],
      [1, 'present']
    ])
    const { case: found, events } = value(await api.cases.get({ caseId }))
    expect(found.status).toBe('document-check')
    expect(events.filter(event => event.kind === 'documents').map(({ text, status }) => [text, status])).toEqual(
      expect.arrayContaining([
        ['1/2', 'document-check'],
        ['1/1', null]
      ])
    )
  })

  it('count once when one paper is named twice in a call', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: caseId } = await givenCase(api)
    expect(value(await api.cases.checkDocuments({ caseId, documents: [paper(0, 'missing'), paper(0, 'present')] }))).toMatchObject([
      { position: 0, state: 'present' }
    ])
  })

  it('are refused for a case that is closed or not there', async () => {
    const { api, desk } = await testDesk({ officer: 'front-office' })
    const { id: caseId } = await givenCase(api)
    value(await api.cases.end({ caseId, ending: information }))
    expect(problem(await api.cases.checkDocuments({ caseId, documents: [] }))).toEqual({ kind: 'case-closed' })
    expect(problem(await api.cases.checkDocuments({ caseId: desk.newId(), documents: [] }))).toEqual({ kind: 'not-found' })
  })
})

describe('moving a case', async () => {
  const { api, desk } = await sharedDesk({ officer: 'manager' })
  const visit = await givenCase(api)

  /** The shortest way through the table. */
  function pathTo(to: CaseStatus): CaseStatus[] {
    const paths = new Map<CaseStatus, CaseStatus[]>([['registered', []]])
    for (const [at, path] of paths) for (const next of caseMachine[at]) if (!paths.has(next)) paths.set(next, [...path, next])
    return paths.get(to) ?? []
  }
  async function caseIn(status: CaseStatus): Promise<string> {
    const { id: caseId } = await givenCase(api, visit)
    for (const to of pathTo(status)) value(await api.cases.move({ caseId, to, text: null, followUp: null }))
    return caseId
  }

  it.each(CASE_STATUSES.filter(status => !isEnding(caseMachine, status)))(
    'from %s goes exactly where the table lets it, and closing is another call',
    async from => {
      for (const to of CASE_STATUSES) {
        const caseId = await caseIn(from)
        const before = headOf(desk.raw)
        const answer = await api.cases.move({ caseId, to, text: 'Alasan', followUp: null })
        if (mayMove(caseMachine, from, to) && !isEnding(caseMachine, to)) expect(value(answer).status).toBe(to)
        else {
          expect(problem(answer)).toEqual({ kind: 'illegal-move', from, to })
          expect(headOf(desk.raw)).toEqual(before)
        }
      }
    }
  )

  it('takes a new next step along, but none that is past', async () => {
    const { id: caseId } = await givenCase(api, visit)
    expect(
      problem(await api.cases.move({ caseId, to: 'in-process', text: null, followUp: { nextStep: 'x', dueOn: '2026-11-01' } }))
    ).toEqual({ kind: 'due-in-past' })
    expect(value(await api.cases.move({ caseId, to: 'in-process', text: 'Diteruskan', followUp }))).toMatchObject({
      status: 'in-process',
      ...followUp
    })
    expect(value(await api.cases.get({ caseId })).events.at(-1)).toMatchObject({ kind: 'status', status: 'in-process', text: 'Diteruskan' })
  })

  it('closes with an outcome, and nothing is done in a closed case but opening it again', async () => {
    for (const [outcome, status] of [
      ['fulfilled', 'resolved'],
      ['ineligible', 'rejected'],
      ['quota-full', 'rejected'],
      ['withdrawn', 'cancelled'],
      ['deceased', 'resolved']
    ] as const) {
      const { id: caseId } = await givenCase(api, visit)
      expect(value(await api.cases.close({ caseId, outcome, text: 'Selesai' }))).toMatchObject({
        status,
        outcome,
        dueOn: null,
        nextStep: null
      })
      const refusals = [
        problem(await api.cases.close({ caseId, outcome, text: 'x' })),
        problem(await api.cases.move({ caseId, to: 'in-process', text: null, followUp: null })),
        problem(await api.cases.hand({ caseId, officerId: visit.ownerId }))
      ]
      expect(refusals).toEqual(Array(3).fill({ kind: 'case-closed' }))
    }
  })

  it('opens a closed case again with a reason and a day, which only a manager may', async () => {
    const { id: caseId } = await givenCase(api, visit)
    const reopen = (dueOn = '2026-12-01') => api.cases.reopen({ caseId, reason: 'Keliru ditutup', followUp: { ...followUp, dueOn } })
    expect(problem(await reopen())).toEqual({ kind: 'not-closed' })
    value(await api.cases.close({ caseId, outcome: 'unreachable', text: 'Tidak dapat dihubungi' }))
    expect(problem(await reopen('2026-11-01'))).toEqual({ kind: 'due-in-past' })
    for (const role of ['front-office', 'back-office', 'administrator'] as const) {
      await actAs({ desk, api }, role)
      expect(problem(await reopen())).toEqual({ kind: 'not-allowed' })
    }
    await actAs({ desk, api }, 'manager')
    expect(value(await reopen())).toMatchObject({ status: 'in-process', closedAt: null, outcome: null, ...followUp })
    expect(value(await api.cases.get({ caseId })).events.at(-1)).toMatchObject({ kind: 'reopened', text: 'Keliru ditutup' })
  })

  it('is handed to somebody who works here', async () => {
    const { id: caseId } = await givenCase(api, visit)
    const back = value(await api.officers.list({})).find(officer => officer.roles[0] === 'back-office')
    expect(value(await api.cases.hand({ caseId, officerId: back?.id ?? '' })).ownerId).toBe(back?.id)
    expect(problem(await api.cases.hand({ caseId, officerId: desk.newId() }))).toEqual({ kind: 'officer-not-found' })
    expect(value(await api.cases.listOpen({ mine: true })).map(found => found.id)).not.toContain(caseId)
    expect(value(await api.cases.listOpen({ mine: false })).map(found => found.id)).toContain(caseId)
  })
})

it('lists open cases with those due first at the top, and says which are overdue', async () => {
  const { api, clock } = await testDesk({ officer: 'front-office' })
  const visit = await givenCase(api)
  const due = async (dueOn: string) => {
    const { id } = await givenCase(api, visit)
    value(await api.cases.end({ caseId: id, ending: { kind: 'request', note: null, followUp: { ...followUp, dueOn } } }))
    return id
  }
  const [later, sooner] = [await due('2026-12-10'), await due('2026-11-24')]
  clock.ms += 2 * 86_400_000
  expect(value(await api.cases.listOpen({ mine: true })).map(({ id, isOverdue }) => [id, isOverdue])).toEqual([
    [sooner, true],
    [later, false],
    [visit.id, false]
  ])
  expect(value(await api.cases.board({})).overdueCases).toBe(1)
  expect(value(await api.cases.ofResident({ residentId: visit.residentId }))).toHaveLength(3)
})

describe('the end of a visit and of a day', () => {
  it('a visit ends only when each of its cases has an ending', async () => {
    const { api, desk } = await testDesk({ officer: 'front-office' })
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
    expect(problem(await api.cases.finishVisit({ visitId: desk.newId() }))).toEqual({ kind: 'not-found' })
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

  it('an absent visit that has a case without an ending keeps the day open', async () => {
    const { api } = await testDesk({ officer: 'front-office' })
    const found = await givenCase(api)
    value(await api.visits.sendBack({ visitId: found.visitId }))
    value(await api.visits.markAbsent({ visitId: found.visitId }))
    expect(problem(await api.cases.closeDay({}))).toMatchObject({ kind: 'visits-open' })
    value(await api.cases.end({ caseId: found.id, ending: information }))
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
