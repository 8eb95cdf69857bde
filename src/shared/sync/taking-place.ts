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

/** Why and by whom a letter is void. */
export type VoidWord = { voidReason: string; voidedAt: number; voidedBy: string }

/** What stays of a change whose letter has another's number: all of it, with the letter void from the beginning. SPEC N5. */
export const opsVoided = (ops: readonly Op[], word: VoidWord): Op[] =>
  ops.map(op => {
    if (op.entity === 'letterBook') return opsTakenBack([op])[0] ?? op
    return isIssuing(op) ? { ...op, fields: { ...op.fields, status: 'void', ...word } } : op
  })

/** That a number of a book is given, also where nothing else of the book is left. SPEC N4. */
export const numberGiven = (bookId: string, sequence: number): Op => ({
  type: 'patch',
  entity: 'letterBook',
  id: bookId,
  fields: { nextSequence: sequence + 1 },
  base: {}
})

/** Whether an op makes a letter that is in force. */
export const isIssuing = (op: Op): op is Extract<Op, { type: 'create' }> =>
  op.type === 'create' && op.entity === 'letter' && op.fields.status === 'issued'
