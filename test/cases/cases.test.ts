import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import { type CaseStatus, caseMachine } from '#shared/cases/case-status'
import { mayMove } from '#shared/changes/machine'
import { givenCase, givenResident, givenVisit } from '#test/support/given'
import { problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

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
    expect(problem(await api.cases.open({ ...input, visitId: randomUUID() }))).toEqual({ kind: 'visit-not-being-served' })
    expect(problem(await api.cases.open({ ...input, residentId: randomUUID() }))).toEqual({ kind: 'resident-not-found' })
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
      service: { nameId: services[0]?.nameId, nameEn: services[0]?.nameEn },
      events: [{ kind: 'opened', status: 'registered' }]
    })
    expect(problem(await api.cases.get({ caseId: randomUUID() }))).toEqual({ kind: 'not-found' })
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
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: caseId } = await givenCase(api)
    expect(
      problem(await api.cases.end({ caseId, ending: { kind: 'request', note: null, followUp: { ...followUp, dueOn: '2026-11-22' } } }))
    ).toEqual({ kind: 'due-in-past' })
    value(await api.cases.end({ caseId, ending: { kind: 'request', note: null, followUp: { ...followUp, dueOn: '2026-11-23' } } }))
    expect(problem(await api.cases.end({ caseId, ending: information }))).toEqual({ kind: 'already-ended' })
    expect(problem(await api.cases.end({ caseId: randomUUID(), ending: information }))).toEqual({ kind: 'not-found' })
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
        ['2/2', null]
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
    const { api } = await testDesk({ officer: 'front-office' })
    const { id: caseId } = await givenCase(api)
    value(await api.cases.end({ caseId, ending: information }))
    expect(problem(await api.cases.checkDocuments({ caseId, documents: [] }))).toEqual({ kind: 'case-closed' })
    expect(problem(await api.cases.checkDocuments({ caseId: randomUUID(), documents: [] }))).toEqual({ kind: 'not-found' })
  })
})
