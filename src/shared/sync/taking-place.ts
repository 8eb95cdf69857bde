import type { Change } from '#shared/changes/change'
import type { Op } from '#shared/changes/op'
import type { Place } from './desk-store'

/**
 * Whose place is taken by what a person puts instead of a parked change: that of the change which stood there first, so that what
 * waits for that one goes on. Its own, where that one is gone from here, and with it from the server, or can be replaced no more. SPEC S9.
 */
export function placeToTake({ id, replaces }: Pick<Change, 'id' | 'replaces'>, place: Place, isHere: (id: string) => boolean): string {
  const isTooLate = place.state === 'refused' && place.reason === 'not-replaceable'
  return replaces === undefined || isTooLate || !isHere(replaces) ? id : replaces
}

/** What stays of a change that is taken back: a number that was given stays given, and that it does needs nothing that may be lost. SPEC N4. */
export const opsTakenBack = (ops: readonly Op[]): Op[] =>
  ops.flatMap(op => (op.entity === 'letterBook' && op.type === 'patch' ? [{ ...op, base: {} }] : []))
