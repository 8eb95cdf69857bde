import type { Change } from '#shared/changes/change'
import { type Place, touchedBy } from '#shared/changes/parents'
import type { DeskStore } from './desk-store'

/** Gives a change that is already kept and folded its feed number, and folds again what it thereby passes. SPEC L4. */
export function feedHeld(store: DeskStore, change: Change, feed: number): void {
  const overtaken = overtakenBy(store, change, feed)
  store.setPlace(change.id, { state: 'fed', feed })
  if (overtaken.length > 0) store.refold(overtaken)
}

/** The entities on which a change that moves to a feed number passes another one. */
export const overtakenBy = (store: DeskStore, change: Change, feed: number): Place[] =>
  touchedBy(change).filter(({ entity, id }) => store.isOvertaking(entity, id, change.id, feed))
