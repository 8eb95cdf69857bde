import type { BoardVisit } from '#shared/cases/cases.contract'

/** Why a visit that somebody has begun to serve cannot count as ended; null when it can, or when it has not begun. */
export function lacksEnding(visit: BoardVisit): 'no-case' | 'cases-without-ending' | 'not-finished' | null {
  if (visit.casesWithoutEnding > 0) return 'cases-without-ending'
  if (visit.status !== 'serving') return null
  return visit.cases === 0 ? 'no-case' : 'not-finished'
}

/** What keeps the day open: everybody who waits or is served, and every visit with a case that has no ending. */
export const keepsDayOpen = (visit: BoardVisit): boolean =>
  visit.status === 'waiting' || visit.status === 'called' || visit.status === 'serving' || visit.casesWithoutEnding > 0
