import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import { CASE_STATUSES, type CaseStatus, caseMachine } from '#shared/cases/case-status'
import { isEnding, mayMove } from '#shared/changes/machine'
import { givenCase } from '#test/support/given'
import { actAs, problem, sharedDesk, testDesk, value } from '#test/support/test-desk'

const followUp = { nextStep: 'Lengkapi berkas', dueOn: '2026-12-01' }

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

  it.each(['duplicate', 'invalid'] as const)(
    'closes as %s without an outcome what should not have been opened, and opens it again',
    async what => {
      const { id: caseId } = await givenCase(api, visit)
      expect(value(await api.cases.close({ caseId, outcome: what, text: 'Lihat kasus yang lain' }))).toMatchObject({
        status: what,
        outcome: null,
        dueOn: null
      })
      expect(problem(await api.cases.close({ caseId, outcome: 'fulfilled', text: 'x' }))).toEqual({ kind: 'case-closed' })
      await actAs({ desk, api }, 'manager')
      value(await api.cases.reopen({ caseId, reason: 'Ternyata lain', followUp }))
      expect(value(await api.cases.get({ caseId })).case).toMatchObject({ status: 'in-process', closedAt: null })
    }
  )

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
    expect(problem(await api.cases.hand({ caseId, officerId: randomUUID() }))).toEqual({ kind: 'officer-not-found' })
    expect(value(await api.cases.listOpen({ whose: 'mine' })).lines.map(found => found.id)).not.toContain(caseId)
    expect(value(await api.cases.listOpen({ whose: 'all' })).lines.map(found => found.id)).toContain(caseId)
  })
})

it('is handed to nobody who does not work with cases, and waits for another owner when its own stops doing so', async () => {
  const at = await testDesk({ officer: 'front-office' })
  const { api } = at
  const { id: caseId, residentId } = await givenCase(api)
  const other = await givenCase(api, { residentId })
  const officers = value(await api.officers.list({}))
  const [administrator, owner] = ['administrator', 'back-office'].map(role => officers.find(one => one.roles[0] === role))
  if (!administrator || !owner) throw new Error('the sample office has both')
  expect(problem(await api.cases.hand({ caseId, officerId: administrator.id }))).toEqual({ kind: 'officer-not-found' })
  value(await api.cases.hand({ caseId, officerId: owner.id }))
  expect(value(await api.cases.listOpen({ whose: 'ownerless' }))).toMatchObject({ lines: [], count: 0, ownerless: 0 })
  await actAs(at, 'administrator')
  value(await api.officers.correct({ ...owner, isActive: false }))
  await actAs(at, 'front-office')
  const open = value(await api.cases.listOpen({ whose: 'ownerless' }))
  expect(open).toMatchObject({ lines: [{ id: caseId, isOwnerHere: false, ownerName: owner.name }], count: 1, ownerless: 1 })
  expect(value(await api.cases.get({ caseId })).isOwnerHere).toBe(false)
  const found = async (text: string) => value(await api.cases.listOpen({ whose: 'all', text })).lines.map(({ id }) => id)
  expect(await found(owner.name.toUpperCase())).toEqual([caseId])
  expect(await found(`siti ${other.number.slice(-3)}`)).toEqual([other.id])
  expect(await found('paijo')).toEqual([])
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
  expect(value(await api.cases.listOpen({ whose: 'mine' })).lines.map(({ id, isOverdue }) => [id, isOverdue])).toEqual([
    [sooner, true],
    [later, false],
    [visit.id, false]
  ])
  expect(value(await api.cases.board({})).overdueCases).toBe(1)
  expect(value(await api.cases.ofResident({ residentId: visit.residentId }))).toHaveLength(3)
})
