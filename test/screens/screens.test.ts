import { describe, expect, it } from 'vitest'
import { lockUnattended } from '#main/officers/screen-lock'
import { hearVisitor } from '#main/screens/screens.handlers'
import { type VisitorPage as Page, VisitorAnswer, VisitorPage } from '#shared/screens/visitor-page'
import { givenCase, givenVisit } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

const ID = '0192f0c0-0000-7000-8000-000000000001'

async function deskWithScreens(role: 'front-office' | 'manager' = 'front-office', has = { kiosk: true, visitor: true }) {
  const at = await testDesk({ officer: role })
  const shown: Page[] = []
  const said = { hear: (_: VisitorAnswer) => {}, left: 0 }
  Object.assign(at.desk, {
    timers: { set: (_: number, run: () => void) => void run() },
    screens: {
      isKiosk: has.kiosk,
      hasVisitor: () => has.visitor,
      showVisitor: (page: Page) => shown.push(page),
      showing: () => shown.at(-1)?.kind ?? 'idle',
      onAnswer: (hear: typeof said.hear) => {
        said.hear = hear
      },
      leave: () => {
        said.left++
      }
    }
  })
  hearVisitor(at.desk)
  return { ...at, shown, said }
}

describe('the screen that faces the visitor', () => {
  it('shows what an officer sends, and no more', async () => {
    const { api, shown } = await deskWithScreens()
    const mirror: Page = { kind: 'mirror', id: ID, lines: [{ label: 'Nama', value: 'Siti Aminah Contoh' }] }
    value(await api.screens.showVisitor(mirror))
    value(await api.screens.showVisitor({ kind: 'ticket', ticket: 'U-001' }))
    expect(shown).toEqual([mirror, { kind: 'ticket', ticket: 'U-001' }])
  })

  it('counts grades by the day and tells the officer; nobody is kept beside them', async () => {
    const { api, desk, said, announced } = await deskWithScreens()
    for (const score of [4, 4, 1] as const) said.hear({ kind: 'rating', id: ID, score })
    await expect.poll(async () => value(await api.screens.satisfaction({}))).toEqual({ 1: 1, 2: 0, 3: 0, 4: 2 })
    expect(announced.filter(({ kind }) => kind === 'visitor-answered')).toHaveLength(3)
    expect(desk.raw.prepare('select * from satisfaction order by score').raw(true).all()).toEqual([
      ['2026-11-23', 1, 1],
      ['2026-11-23', 4, 2]
    ])
  })

  it('is not there unless it was opened, and the officer is told so', async () => {
    const { api, shown } = await deskWithScreens('front-office', { kiosk: true, visitor: false })
    expect(problem(await api.screens.showVisitor({ kind: 'idle' }))).toEqual({ kind: 'no-visitor-screen' })
    expect(shown).toEqual([])
  })

  describe('greets again, so that nothing of one guest is left for others,', () => {
    const MIRROR: Page = { kind: 'mirror', id: ID, lines: [{ label: 'Nama', value: 'Siti Aminah Contoh' }] }

    it.each([
      ['when the officer locks the screen', async ({ api }) => void value(await api.officers.lock({}))],
      ['when the program locks it by itself', ({ desk }) => lockUnattended(desk)],
      ['when the officer signs out', async ({ api }) => void value(await api.officers.signOut({}))],
      ['when the next guest is served', async ({ api }) => void (await givenVisit(api))]
    ] satisfies [string, (at: TestDesk) => Promise<void>][])('%s', async (_, leave) => {
      const at = await deskWithScreens()
      value(await at.api.screens.showVisitor(MIRROR))
      expect(value(await at.api.screens.state({})).showing).toBe('mirror')
      await leave(at)
      expect(at.shown.at(-1)).toEqual({ kind: 'idle' })
    })

    it('when the guest goes back to the queue or the visit is over, but for the question how it was', async () => {
      const { api, shown } = await deskWithScreens()
      const { id: visitId, ticket } = await givenVisit(api)
      const number: Page = { kind: 'ticket', ticket }
      const { id: caseId } = await givenCase(api, { visitId })
      value(await api.screens.showVisitor(number))
      value(await api.visits.sendBack({ visitId }))
      expect(shown.at(-1)).toEqual({ kind: 'idle' })
      value(await api.visits.serve({ visitId }))
      value(await api.cases.end({ caseId, ending: { kind: 'information', answer: 'Sudah dijelaskan.' } }))
      value(await api.screens.showVisitor(number))
      value(await api.cases.finishVisit({ visitId }))
      expect(shown.at(-1)).toEqual({ kind: 'idle' })

      const next = (await givenVisit(api)).id
      const { residentId } = value(await api.cases.get({ caseId })).case
      const other = await givenCase(api, { visitId: next, residentId })
      value(await api.cases.end({ caseId: other.id, ending: { kind: 'information', answer: 'Sudah dijelaskan.' } }))
      value(await api.screens.showVisitor({ kind: 'rating', id: ID }))
      value(await api.cases.finishVisit({ visitId: next }))
      expect(shown.at(-1)).toEqual({ kind: 'rating', id: ID })
    })
  })

  it.each([
    { kind: 'rating', id: ID, score: 5 },
    { kind: 'rating', id: ID, score: '4' },
    { kind: 'rating', id: 'x', score: 4 },
    { kind: 'mirror', id: ID },
    { kind: 'mirror', id: ID, isRight: true, more: 'x' },
    { kind: 'idle' },
    null,
    'BENAR'
  ])('takes no such answer: %j', answer => {
    expect(VisitorAnswer.safeParse(answer).success).toBe(false)
  })

  it('shows no control characters and no endless text', () => {
    for (const value of ['a\u202Eb', 'a\u0000b', 'x'.repeat(201)])
      expect(VisitorPage.safeParse({ kind: 'mirror', id: ID, lines: [{ label: 'Nama', value }] }).success).toBe(false)
  })
})

describe('a kiosk', () => {
  it('is left by who leads the office, and that leaves a line', async () => {
    const { api, said, desk } = await deskWithScreens('manager')
    value(await api.screens.leaveKiosk({}))
    expect(said.left).toBe(1)
    expect(desk.raw.prepare("select line from audit where line like '%screens.leaveKiosk%'").all()).toHaveLength(1)
  })

  it('is not left by who sits at the counter, nor where there is none', async () => {
    const { api, said, desk } = await deskWithScreens('front-office')
    expect(problem(await api.screens.leaveKiosk({}))).toEqual({ kind: 'not-allowed' })
    expect(said.left).toBe(0)
    await actAs({ desk, api }, 'manager')
    Object.assign(desk.screens, { isKiosk: false })
    expect(problem(await api.screens.leaveKiosk({}))).toEqual({ kind: 'no-kiosk' })
  })
})
