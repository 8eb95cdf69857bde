import { describe, expect, it } from 'vitest'
import { countMonth, ELSEWHERE, type MonthRows } from '#shared/reports/month-counts'

const NOTHING: MonthRows = { visits: [], cases: [], closed: [], referrals: [], letters: [] }
const from = { districtCode: '33.24', zone: 'WIB', today: '2026-11-24' } as const
const counts = (rows: Partial<MonthRows>) => countMonth({ ...NOTHING, ...rows }, from)

/** A moment in the morning of a November day in Kendal. */
const on = (day: number): number => Date.UTC(2026, 10, day, 2)

type VisitRow = MonthRows['visits'][number]
type CaseRow = MonthRows['cases'][number]
type ReferralRow = MonthRows['referrals'][number]
const visit = (fields: Partial<VisitRow> = {}): VisitRow => ({
  status: 'done',
  lane: 'general',
  vulnerableGroup: null,
  deskCode: 'A',
  ...fields
})
const one = (fields: Partial<CaseRow> = {}): CaseRow => ({
  serviceCode: 'pbi-jk-reactivation',
  status: 'in-process',
  ending: 'request',
  residentId: 'siti',
  openedAt: on(3),
  villageCode: '33.24.14.2001',
  endedAt: on(3),
  ...fields
})
const referral = (fields: Partial<ReferralRow> = {}): ReferralRow => ({
  organizationId: 'rsud',
  status: 'sent',
  dueOn: '2026-11-30',
  sentAt: on(20),
  repliedAt: null,
  ...fields
})

describe('the counts of a month', () => {
  it('are zeros, and no averages, where nothing happened', () => {
    const { visits, cases, referrals, ...rest } = counts({})
    expect(Object.values(visits)).toEqual([0, 0, 0, 0, 0])
    expect(cases).toEqual({ opened: 0, mistakes: 0, closed: 0, daysToEnding: null, daysToClosing: null })
    expect(referrals).toEqual({ sent: 0, answered: 0, overdue: 0, daysToAnswer: null })
    expect(rest).toMatchObject({ desks: [], groups: {}, services: {}, agencies: {}, villages: {}, letters: { issued: 0, void: 0 } })
  })

  it('tell everybody who took a ticket by how the visit ended, and who of them had the fast lane', () => {
    const fast = { lane: 'vulnerable', vulnerableGroup: 'elderly' } as const
    const { visits, groups, desks } = counts({
      visits: [
        visit(fast),
        visit({ ...fast, status: 'no-show' }),
        visit({ lane: 'vulnerable', deskCode: 'B' }),
        visit({ status: 'waiting' }),
        visit({ status: 'called' }),
        visit({ status: 'serving' })
      ]
    })
    expect(visits).toEqual({ all: 6, done: 2, noShow: 1, open: 3, fast: 3 })
    expect(groups).toEqual({ elderly: 2 })
    expect(desks).toEqual(['A', 'B'])
  })

  it('tell cases by service and ending, also those without a service or an ending', () => {
    const { cases, services } = counts({
      cases: [
        one(),
        one({ ending: 'referral' }),
        one({ ending: null, endedAt: null }),
        one({ serviceCode: null, ending: 'information', status: 'resolved' })
      ]
    })
    expect(cases.opened).toBe(4)
    expect(services['pbi-jk-reactivation']).toEqual({ opened: 3, information: 0, consultation: 0, request: 1, referral: 1, noEnding: 1 })
    expect(services['']).toMatchObject({ opened: 1, information: 1 })
  })

  it('leave out what was noted twice or by mistake, and say how many that were', () => {
    const mistakes = [one({ status: 'duplicate', ending: null }), one({ status: 'invalid', ending: null })]
    const closed = [{ status: 'duplicate' as const, outcome: null, openedAt: on(3), closedAt: on(9) }]
    const { cases, villages, services } = counts({ cases: [one(), ...mistakes], closed })
    expect(cases).toMatchObject({ opened: 1, mistakes: 2, closed: 0, daysToClosing: null })
    expect(villages).toEqual({ '33.24.14.2001': { cases: 1, people: 1 } })
    expect(Object.values(services).map(({ opened }) => opened)).toEqual([1])
  })

  it('average the days of the calendar to an ending and to the closing, to one decimal', () => {
    const { cases, outcomes } = counts({
      // late in the evening until the next morning is a day
      cases: [
        one({ openedAt: Date.UTC(2026, 10, 3, 16), endedAt: Date.UTC(2026, 10, 3, 18) }),
        one(),
        one({ endedAt: null, ending: null })
      ],
      closed: [
        { status: 'resolved', outcome: 'fulfilled', openedAt: on(1), closedAt: on(11) },
        { status: 'rejected', outcome: 'ineligible', openedAt: on(2), closedAt: on(2) },
        // a clock that was put back makes no negative days
        { status: 'resolved', outcome: 'fulfilled', openedAt: on(9), closedAt: on(4) }
      ]
    })
    expect(cases).toMatchObject({ daysToEnding: 0.5, closed: 3, daysToClosing: 3.3 })
    expect(outcomes).toEqual({ fulfilled: 2, ineligible: 1 })
  })

  it('tell of each agency what was sent, what it answered, and what is overdue; what was called off was never sent', () => {
    const { referrals, agencies } = counts({
      referrals: [
        referral({ status: 'accepted', repliedAt: on(22), dueOn: '2026-11-23' }),
        referral({ status: 'completed', repliedAt: on(23) }),
        referral({ status: 'no-reply', repliedAt: on(23), dueOn: '2026-11-23' }),
        referral({ status: 'cancelled' }),
        referral({ organizationId: 'baznas', dueOn: '2026-11-24' })
      ]
    })
    expect(agencies).toEqual({
      rsud: { sent: 3, answered: 2, overdue: 2, daysToAnswer: 2.5 },
      baznas: { sent: 1, answered: 0, overdue: 0, daysToAnswer: null }
    })
    expect(referrals).toEqual({ sent: 4, answered: 2, overdue: 2, daysToAnswer: 2.5 })
  })

  it('tell cases and people by village, with other districts and the unknown together', () => {
    const { villages } = counts({
      cases: [
        one(),
        one(),
        one({ residentId: 'budi' }),
        one({ villageCode: '33.22.01.2001', residentId: 'tono' }),
        one({ villageCode: '33.2401', residentId: 'wati' }),
        one({ villageCode: null })
      ]
    })
    expect(villages).toEqual({
      '33.24.14.2001': { cases: 3, people: 2 },
      [ELSEWHERE]: { cases: 2, people: 2 },
      '': { cases: 1, people: 1 }
    })
  })

  it('tell letters in force from those that were voided', () => {
    expect(counts({ letters: [{ isVoid: false }, { isVoid: false }, { isVoid: true }] }).letters).toEqual({ issued: 2, void: 1 })
  })
})
