import { type Case, ENDINGS, isMistake, type OUTCOMES } from '#shared/cases/case'
import { dayNumber, type LocalDate, localDateOf, type TimeZone } from '#shared/clock'
import type { Referral } from '#shared/referrals/referral'
import { awaitsAnswer, isAnswered } from '#shared/referrals/referral-status'
import type { Visit } from '#shared/visits/visit'

type Ending = (typeof ENDINGS)[number]
type Outcome = (typeof OUTCOMES)[number]
type Group = NonNullable<Visit['vulnerableGroup']>

/** What a month's counts are made of. Nobody is named: a person is an id, told apart from others and nothing else. */
export type MonthRows = {
  /** Visits of the days of the month. */
  visits: readonly Pick<Visit, 'status' | 'lane' | 'vulnerableGroup' | 'deskCode'>[]
  /** Cases of those visits; `villageCode`: where the person concerned lives, `endedAt`: when it first had an ending at the counter. */
  cases: readonly (Pick<Case, 'serviceCode' | 'status' | 'ending' | 'residentId' | 'openedAt'> & {
    villageCode: string | null
    endedAt: number | null
  })[]
  /** Cases closed in the month, whenever they were opened. */
  closed: readonly Pick<Case, 'status' | 'outcome' | 'openedAt' | 'closedAt'>[]
  /** Referrals sent in the month. */
  referrals: readonly Pick<Referral, 'organizationId' | 'status' | 'dueOn' | 'sentAt' | 'repliedAt'>[]
  /** Letters dated in the month. */
  letters: readonly { isVoid: boolean }[]
}

export type ServiceCounts = { opened: number; noEnding: number } & Record<Ending, number>
export type ReferralCounts = { sent: number; answered: number; overdue: number; daysToAnswer: number | null }
export type VillageCounts = { cases: number; people: number }

export type MonthCounts = {
  /** The desks whose visitors are counted. */
  desks: string[]
  visits: { all: number; done: number; noShow: number; open: number; fast: number }
  groups: Partial<Record<Group, number>>
  cases: { opened: number; mistakes: number; closed: number; daysToEnding: number | null; daysToClosing: number | null }
  /** By the code of the service; empty for a case without one. */
  services: Record<string, ServiceCounts>
  outcomes: Partial<Record<Outcome, number>>
  referrals: ReferralCounts
  /** By the id of the organization. */
  agencies: Record<string, ReferralCounts>
  /** By the code of the village; `elsewhere` for other districts, empty for people without an address. */
  villages: Record<string, VillageCounts>
  letters: { issued: number; void: number }
}

/** The place of everybody who lives in another district. */
export const ELSEWHERE = 'elsewhere'

/** Seen from where: the office's own district and calendar, and the day on which it is asked. */
type From = { districtCode: string; zone: TimeZone; today: LocalDate }

/** What an office did in a month. A case noted twice or by mistake counts nowhere but as a mistake, a referral that was called off not at all. */
export function countMonth(rows: MonthRows, { districtCode, zone, today }: From): MonthCounts {
  const daysFrom = (from: number, to: number) => Math.max(0, dayNumber(localDateOf(to, zone)) - dayNumber(localDateOf(from, zone)))
  const of = (status: Visit['status']) => rows.visits.filter(visit => visit.status === status).length
  const cases = rows.cases.filter(({ status }) => !isMistake(status))
  const closed = rows.closed.filter(({ status }) => !isMistake(status))
  const sent = rows.referrals.filter(({ status }) => status !== 'cancelled')
  const placeOf = (code: string | null) => (code === null ? '' : code.startsWith(`${districtCode}.`) ? code : ELSEWHERE)
  const referralCounts = (all: MonthRows['referrals']): ReferralCounts => ({
    sent: all.length,
    answered: all.filter(({ status }) => isAnswered(status)).length,
    overdue: all.filter(({ status, dueOn }) => awaitsAnswer(status) && dueOn !== null && dueOn < today).length,
    daysToAnswer: averageOf(
      all.flatMap(({ status, sentAt, repliedAt }) =>
        isAnswered(status) && sentAt !== null && repliedAt !== null ? daysFrom(sentAt, repliedAt) : []
      )
    )
  })
  return {
    desks: [...new Set(rows.visits.map(({ deskCode }) => deskCode))].sort(),
    visits: {
      all: rows.visits.length,
      done: of('done'),
      noShow: of('no-show'),
      open: of('waiting') + of('called') + of('serving'),
      fast: rows.visits.filter(({ lane }) => lane === 'vulnerable').length
    },
    groups: countBy(rows.visits.flatMap(({ vulnerableGroup }) => vulnerableGroup ?? [])),
    cases: {
      opened: cases.length,
      mistakes: rows.cases.length - cases.length,
      closed: closed.length,
      daysToEnding: averageOf(cases.flatMap(({ openedAt, endedAt }) => (endedAt === null ? [] : daysFrom(openedAt, endedAt)))),
      daysToClosing: averageOf(closed.flatMap(({ openedAt, closedAt }) => (closedAt === null ? [] : daysFrom(openedAt, closedAt))))
    },
    services: mapOf(cases, ({ serviceCode }) => serviceCode ?? '', serviceCounts),
    outcomes: countBy(closed.flatMap(({ outcome }) => outcome ?? [])),
    referrals: referralCounts(sent),
    agencies: mapOf(sent, ({ organizationId }) => organizationId, referralCounts),
    villages: mapOf(
      cases,
      ({ villageCode }) => placeOf(villageCode),
      own => ({ cases: own.length, people: new Set(own.map(({ residentId }) => residentId)).size })
    ),
    letters: {
      issued: rows.letters.filter(({ isVoid }) => !isVoid).length,
      void: rows.letters.filter(({ isVoid }) => isVoid).length
    }
  }
}

const serviceCounts = (own: readonly Pick<Case, 'ending'>[]): ServiceCounts => {
  const ended = (ending: Ending | null) => own.filter(one => one.ending === ending).length
  const [information, consultation, request, referral] = ENDINGS.map(ended) as [number, number, number, number]
  return { opened: own.length, information, consultation, request, referral, noEnding: ended(null) }
}

/** To one decimal; null of nothing. */
const averageOf = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : Math.round((numbers.reduce((sum, n) => sum + n, 0) / numbers.length) * 10) / 10

function countBy<K extends string>(keys: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

function mapOf<T, V>(all: readonly T[], keyOf: (one: T) => string, count: (own: readonly T[]) => V): Record<string, V> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return Object.fromEntries([...groups].map(([key, own]) => [key, count(own)]))
}
