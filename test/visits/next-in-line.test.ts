import { describe, expect, it } from 'vitest'
import { nextInLine } from '#shared/visits/next-in-line'
import type { Visit } from '#shared/visits/visit'

type InLine = Pick<Visit, 'day' | 'lane' | 'ticketNo' | 'status' | 'calledAt' | 'vulnerableGroup'>
const TODAY = '2026-11-24'
const ticket = (lane: Visit['lane'], ticketNo: number, more: Partial<InLine> = {}): InLine => ({
  day: TODAY,
  lane,
  ticketNo,
  status: 'waiting',
  calledAt: null,
  vulnerableGroup: null,
  ...more
})

describe('next in line', () => {
  it('is nobody when nobody waits', () => {
    expect(nextInLine([ticket('general', 1, { status: 'done', calledAt: 1 })], TODAY)).toBeUndefined()
  })

  it('calls two of the priority lane for one of the general lane', () => {
    let visits = [1, 2, 3, 4, 5].flatMap(n => [ticket('general', n), ticket('vulnerable', n)])
    const order: string[] = []
    for (let calledAt = 1; calledAt <= 10; calledAt += 1) {
      const next = nextInLine(visits, TODAY)
      if (!next) break
      order.push(`${next.lane === 'general' ? 'U' : 'P'}${next.ticketNo}`)
      visits = visits.map(visit => (visit === next ? { ...visit, status: 'done', calledAt } : visit))
    }
    expect(order).toEqual(['P1', 'P2', 'U1', 'P3', 'P4', 'U2', 'P5', 'U3', 'U4', 'U5'])
  })

  it('calls an emergency at once, whatever its lane and turn', () => {
    const visits = [
      ticket('vulnerable', 1),
      ticket('general', 1, { status: 'called', calledAt: 5 }),
      ticket('vulnerable', 7, { vulnerableGroup: 'emergency' })
    ]
    expect(nextInLine(visits, TODAY)?.ticketNo).toBe(7)
  })

  it('goes on with the priority lane when no general ticket waits', () => {
    const called = [1, 2].map(n => ticket('vulnerable', n, { status: 'done', calledAt: n }))
    expect(nextInLine([...called, ticket('vulnerable', 3)], TODAY)?.ticketNo).toBe(3)
  })

  it('is nobody left over from the day before while somebody of today waits', () => {
    const yesterday = [ticket('vulnerable', 1, { day: '2026-11-23' }), ticket('general', 1, { day: '2026-11-23' })]
    expect(nextInLine([...yesterday, ticket('general', 4)], TODAY)?.ticketNo).toBe(4)
    expect(nextInLine(yesterday, TODAY)).toBe(yesterday[0])
  })

  it('is nobody of a desk whose clock runs ahead while somebody of today waits', () => {
    const ahead = [ticket('vulnerable', 1, { day: '2126-11-24' })]
    expect(nextInLine([...ahead, ticket('general', 4)], TODAY)?.ticketNo).toBe(4)
    expect(nextInLine(ahead, TODAY)).toBe(ahead[0])
  })
})
