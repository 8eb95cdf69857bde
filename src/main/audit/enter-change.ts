import { parentsOf } from '#shared/changes/parents'
import type { OpenChange } from '../database/tables'
import type { Desk } from '../desk'

/** The records that a line of the access log names; what hangs on them (a note, a document) is found through them. */
const NAMED = new Set(['resident', 'visit', 'case', 'referral', 'letter', 'officer'])

/** Enters the line of a change in the transaction that makes it: there is no change without its line and no line without its change. */
export function enterChange(desk: Desk, { id, ops }: Pick<OpenChange, 'id' | 'ops'>): void {
  const own = ops.map(op => ({ entity: op.entity, id: op.id }))
  // an officer that an op names is who wrote it, and stands in the line anyway
  const parents = ops.flatMap(parentsOf).filter(parent => parent.entity !== 'officer')
  const about = [...new Set([...own, ...parents].filter(({ entity }) => NAMED.has(entity)).map(place => place.id))]
  const { call } = desk
  if (call) call.entered = true
  desk.audit.enter({
    kind: call?.kind ?? 'write',
    call: call?.channel ?? null,
    officer: desk.session.officer?.id ?? null,
    change: id,
    ...(call?.second && { second: call.second }),
    ...(about.length > 0 && { about })
  })
}
