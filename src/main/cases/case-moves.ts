import type { Case, CaseEvent } from '#shared/cases/case'
import { type CaseStatus, caseMachine } from '#shared/cases/case-status'
import { mayMove } from '#shared/changes/machine'
import { append, move, patch } from '../changes/record'
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
  return append(trx, 'caseEvent', { id: trx.newId(), caseId, kind, text, status, at: desk.clock.now(), officerId: signedIn(desk).id })
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

/** Like `moveCase` where the case may go there; else it stays where it is, with the same fields and the same line of history. */
export function moveCaseIfLegal(
  trx: Writer,
  desk: Desk,
  found: Case,
  to: CaseStatus,
  fields: Partial<Case>,
  kind: CaseEvent['kind'],
  text: string | null
): Case {
  if (mayMove(caseMachine, found.status, to)) return moveCase(trx, desk, found.id, to, fields, kind, text)
  addEvent(trx, desk, found.id, kind, text)
  return patch(trx, 'case', found.id, fields)
}

/** What a case looks like when it is over. */
export const closed = (desk: Desk, outcome: Case['outcome']): Partial<Case> => ({
  closedAt: desk.clock.now(),
  outcome,
  nextStep: null,
  dueOn: null
})
