import type { LocalDate } from '#shared/clock'
import type { Visit } from './visit'

type InLine = Pick<Visit, 'day' | 'lane' | 'ticketNo' | 'status' | 'calledAt' | 'vulnerableGroup'>

/** After this many priority tickets in a row one general ticket is called, so that nobody waits for ever. */
export const PRIORITY_IN_A_ROW = 2

/**
 * Whose turn it is: an emergency at once; else two of the priority lane for one of the general lane, each lane in the order of its tickets.
 * Who is left over from another day has most likely gone home, and comes after everybody of today, the newest day first: also one that is still to come, at
 * a desk whose clock runs ahead.
 */
export function nextInLine<V extends InLine>(visits: readonly V[], today: LocalDate): V | undefined {
  const isOfToday = (visit: V) => Number(visit.day === today)
  const all = visits
    .filter(visit => visit.status === 'waiting')
    .toSorted((a, b) => isOfToday(b) - isOfToday(a) || b.day.localeCompare(a.day) || a.ticketNo - b.ticketNo)
  const waiting = all.filter(visit => visit.day === all[0]?.day)
  const emergency = waiting.find(visit => visit.vulnerableGroup === 'emergency')
  const first = (lane: Visit['lane']) => waiting.find(visit => visit.lane === lane)
  if (emergency) return emergency
  const isGeneralsTurn = priorityCallsInARow(visits) >= PRIORITY_IN_A_ROW
  return isGeneralsTurn ? (first('general') ?? first('vulnerable')) : (first('vulnerable') ?? first('general'))
}

function priorityCallsInARow(visits: readonly InLine[]): number {
  const calls = visits.filter(visit => visit.calledAt !== null).toSorted((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0))
  const lastGeneral = calls.findIndex(visit => visit.lane === 'general')
  return lastGeneral < 0 ? calls.length : lastGeneral
}
