import { type Place as Entity, touchedBy } from '#shared/changes/parents'
import type { DeskStore, Known, Place } from './desk-store'

/** Notes where a change that is here stands, and folds again what it passes by that, or what it leaves or enters. SPEC L4, D1. */
export function moveTo(store: DeskStore, known: Pick<Known, 'id' | 'change' | 'isOut'>, place: Place): void {
  const { id, isOut } = known
  const willBeOut = place.state === 'replaced' || place.state === 'away' || (isOut && place.state !== 'fed')
  const anew = willBeOut !== isOut ? touchedBy(known.change) : place.state === 'fed' ? overtakenBy(store, known, place.feed) : []
  store.setPlace(id, place)
  if (anew.length > 0) store.refold(anew)
}

/** The entities on which a change that moves to a feed number passes another one. */
export const overtakenBy = (store: DeskStore, known: Pick<Known, 'id' | 'change'>, feed: number): Entity[] =>
  store.mayOvertake(known.id, feed)
    ? touchedBy(known.change).filter(({ entity, id }) => store.isOvertaking(entity, id, known.id, feed))
    : []
