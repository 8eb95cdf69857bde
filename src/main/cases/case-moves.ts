import type { Case, CaseEvent } from '#shared/cases/case'
import type { CaseStatus } from '#shared/cases/case-status'
import { append, move } from '../changes/record'
import type { Writer } from '../database/tables'
import type { Desk } from '../desk'
import { signedIn } from '../officers/signed-in'

/** Adds a line to a case's history. */
export function addEvent(
  trx: Writer,
  desk: Desk,
  caseId: string,
  kind: CaseEvent['kind'],
  text: string | null,
  status: CaseStatus | null = null
): CaseEvent {
  return append(trx, 'caseEvent', { id: desk.newId(), caseId, kind, text, status, at: desk.clock.now(), officerId: signedIn(desk).id })
}

/** Moves a case and writes that into its history; the caller has checked that the move is legal. */
export function moveCase(
  trx: Writer,
  desk: Desk,
  id: string,
  to: CaseStatus,
  fields: Partial<Case>,
  kind: CaseEvent['kind'],
  text: string | null
): Case {
  const moved = move(trx, 'case', id, to, fields)
  addEvent(trx, desk, id, kind, text, to)
  return moved
}

/** What a case looks like when it is over. */
export const closed = (desk: Desk, outcome: NonNullable<Case['outcome']>): Partial<Case> => ({
  closedAt: desk.clock.now(),
  outcome,
  nextStep: null,
  dueOn: null
})
