import type { Change } from '#shared/changes/change'
import { type Place as Entity, touchedBy } from '#shared/changes/parents'
import type { DeskStore, Place } from './desk-store'

/** Notes where a change that is here stands, and folds again what it passes by that, or what it leaves or enters. SPEC L4, D1. */
export function moveTo(store: DeskStore, { change, isOut }: { change: Change; isOut: boolean }, place: Place): void {
  const willBeOut = place.state === 'replaced' || place.state === 'away' || (isOut && place.state !== 'fed')
  const anew = willBeOut !== isOut ? touchedBy(change) : place.state === 'fed' ? overtakenBy(store, change, place.feed) : []
  store.setPlace(change.id, place)
  if (anew.length > 0) store.refold(anew)
}

/** The entities on which a change that moves to a feed number passes another one. */
export const overtakenBy = (store: DeskStore, change: Change, feed: number): Entity[] =>
  touchedBy(change).filter(({ entity, id }) => store.isOvertaking(entity, id, change.id, feed))
