import { addDays, type LocalDate, localDateOf, startOfDay, type TimeZone } from '#shared/clock'
import { lastMonthOf, REGISTRY_SOURCES } from './edition'
import type { RegistryCheck } from './registry'

type Moment = Pick<RegistryCheck, 'method' | 'asOf' | 'checkedAt'>

/** The day of a hand lookup, where it was written down later; of the copy on this desk such a day says when that was taken. */
const dayByHand = ({ method, asOf }: Moment): LocalDate | null => (method === 'extract' ? null : (asOf ?? null))

/** The day on which somebody looked. */
export const lookedOn = (check: Moment, zone: TimeZone): LocalDate => dayByHand(check) ?? localDateOf(check.checkedAt, zone)

/** When somebody looked, in UTC milliseconds; no later than it was written down. */
export function seenAt(check: Moment): number {
  const day = dayByHand(check)
  return day === null ? check.checkedAt : Math.min(check.checkedAt, startOfDay(addDays(day, 1), 'WIT'))
}

/** The order in which answers about one person count: by source, then the newest data, then what was seen last, whenever it was written down. */
export const byWeight = (a: RegistryCheck, b: RegistryCheck): number =>
  REGISTRY_SOURCES.indexOf(a.source) - REGISTRY_SOURCES.indexOf(b.source) ||
  lastMonthOf(b.period) - lastMonthOf(a.period) ||
  seenAt(b) - seenAt(a) ||
  b.checkedAt - a.checkedAt
