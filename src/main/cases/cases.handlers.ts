import { type Case, isMistake } from '#shared/cases/case'
import { caseMachine, NOT_CLOSED } from '#shared/cases/case-status'
import type { casesContract } from '#shared/cases/cases.contract'
import { mayOwnCases } from '#shared/cases/may-own'
import { mayMove } from '#shared/changes/machine'
import { ok, type Result, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { caseNumber, caseSeries } from '#shared/visits/ticket-number'
import { create, move, patch } from '../changes/record'
import { find } from '../database/find'
import { nextCaseNumber } from '../database/next-numbers'
import type { Writer } from '../database/tables'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { findService } from '../directory/reference.store'
import { getOffice } from '../office/office.store'
import { signedIn } from '../officers/signed-in'
import { isOfToday, isStopped } from '../sync/stopped'
import { findBoard } from './board.store'
import { addEvent, closed, moveCase, moveCaseIfLegal } from './case-moves'
import { allDocumentChecks, findCaseCard, listCasesOfResident, listCasesOfVisit, listDocumentChecks, listOpenCases } from './cases.store'
import { closeDay, finishVisit } from './endings'

export const casesHandlers: HandlersOf<typeof casesContract, Desk> = {
  board: async desk => {
    const board = await findBoard(desk.db, desk.today())
    return ok(isStopped(desk) ? { ...board, visits: board.visits.filter(({ id }) => isOfToday(desk, id)) } : board)
  },

  open: (desk, input) =>
    write(desk, async trx => {
      const visit = await find(trx, 'visit', input.visitId)
      if (visit?.status !== 'serving') return refuse({ kind: 'visit-not-being-served' })
      if (!(await find(trx, 'resident', input.residentId))) return refuse({ kind: 'resident-not-found' })
      if (input.serviceCode && !(await findService(desk.reference, input.serviceCode))) return refuse({ kind: 'service-not-found' })
      const opened: Case = {
        id: trx.newId(),
        number: await numberFor(trx, desk),
        ...input,
        status: 'registered',
        ownerId: signedIn(desk).id,
        nextStep: null,
        dueOn: null,
        ending: null,
        outcome: null,
        openedAt: desk.clock.now(),
        closedAt: null
      }
      create(trx, 'case', opened)
      addEvent(trx, desk, opened.id, 'opened', null, 'registered')
      return ok(opened)
    }),

  get: async (desk, { caseId }) => {
    const card = await findCaseCard(desk, caseId)
    return card ? ok(card) : refuse({ kind: 'not-found' })
  },

  ofVisit: async (desk, { visitId }) => ok(await listCasesOfVisit(desk, visitId)),
  ofResident: async (desk, { residentId }) => ok(await listCasesOfResident(desk, residentId)),
  listOpen: async (desk, { whose, text = '' }) => ok(await listOpenCases(desk, { whose, text, officerId: signedIn(desk).id })),

  checkDocuments: (desk, { caseId, documents }) =>
    write(desk, async trx => {
      const found = await openCase(trx, caseId)
      if (!found.ok) return found
      const known = await allDocumentChecks(trx, caseId)
      const checked = { checkedAt: desk.clock.now(), officerId: signedIn(desk).id }
      const said = [...new Map(documents.map(document => [document.position, document])).values()]
      for (const document of said) {
        const before = known.filter(check => check.position === document.position)
        if (before.length === 0) create(trx, 'documentCheck', { id: trx.newId(), caseId, ...document, ...checked })
        for (const { id, state, note, document: name } of before)
          if (state !== document.state || note !== document.note || name !== document.document)
            patch(trx, 'documentCheck', id, { ...document, ...checked })
      }
      const now = await listDocumentChecks(trx, caseId)
      const present = now.filter(document => document.state === 'present').length
      const isFirst = found.value.status === 'registered'
      addEvent(trx, desk, caseId, 'documents', `${present}/${now.length}`, isFirst ? 'document-check' : null)
      if (isFirst) move(trx, 'case', caseId, 'document-check', {})
      return ok(now)
    }),

  note: (desk, { caseId, kind, text }) =>
    write(desk, async trx =>
      (await find(trx, 'case', caseId)) ? ok(addEvent(trx, desk, caseId, kind, text)) : refuse({ kind: 'not-found' })
    ),

  end: (desk, { caseId, ending }) =>
    write(desk, async trx => {
      const found = await openCase(trx, caseId)
      if (!found.ok) return found
      if (found.value.ending) return refuse({ kind: 'already-ended' })
      const followUp = ending.kind === 'information' ? null : ending.followUp
      if (followUp && followUp.dueOn < desk.today()) return refuse({ kind: 'due-in-past' })
      const text = ending.kind === 'information' ? ending.answer : ending.kind === 'consultation' ? ending.advice : ending.note
      if (!followUp)
        return ok(moveCase(trx, desk, caseId, 'resolved', { ending: ending.kind, ...closed(desk, 'fulfilled') }, 'ending', text))
      const lacks = (await listDocumentChecks(trx, caseId)).some(check => check.isMandatory && check.state !== 'present')
      const to = ending.kind === 'request' && lacks ? 'revision-requested' : 'in-process'
      return ok(moveCaseIfLegal(trx, desk, found.value, to, { ending: ending.kind, ...followUp }, 'ending', text))
    }),

  move: (desk, { caseId, to, text, followUp }) =>
    write(desk, async trx => {
      const found = await openCase(trx, caseId)
      if (!found.ok) return found
      const from = found.value.status
      const isClosing = caseMachine[to].length === 0
      if (isClosing || !mayMove(caseMachine, from, to)) return refuse({ kind: 'illegal-move', from, to })
      if (followUp && followUp.dueOn < desk.today()) return refuse({ kind: 'due-in-past' })
      return ok(moveCase(trx, desk, caseId, to, followUp ?? {}, 'status', text))
    }),

  close: (desk, { caseId, outcome, text }) =>
    write(desk, async trx => {
      const found = await openCase(trx, caseId)
      if (!found.ok) return found
      if (isMistake(outcome)) return ok(moveCase(trx, desk, caseId, outcome, closed(desk, null), 'status', text))
      const to = outcome === 'ineligible' || outcome === 'quota-full' ? 'rejected' : outcome === 'withdrawn' ? 'cancelled' : 'resolved'
      return ok(moveCase(trx, desk, caseId, to, closed(desk, outcome), 'status', text))
    }),

  reopen: (desk, { caseId, reason, followUp }) =>
    write(desk, async trx => {
      const found = await find(trx, 'case', caseId)
      if (!found) return refuse({ kind: 'not-found' })
      if (found.closedAt === null) return refuse({ kind: 'not-closed' })
      if (followUp.dueOn < desk.today()) return refuse({ kind: 'due-in-past' })
      return ok(moveCase(trx, desk, caseId, 'in-process', { ...followUp, ...NOT_CLOSED }, 'reopened', reason))
    }),

  hand: (desk, { caseId, officerId }) =>
    write(desk, async trx => {
      const found = await openCase(trx, caseId)
      if (!found.ok) return found
      const officer = await find(trx, 'officer', officerId)
      if (!officer || !mayOwnCases(officer)) return refuse({ kind: 'officer-not-found' })
      addEvent(trx, desk, caseId, 'handed', officer.name)
      return ok(patch(trx, 'case', caseId, { ownerId: officerId }))
    }),

  finishVisit,
  closeDay
}

/** The case, if it is there and still open. */
async function openCase(trx: Writer, caseId: string): Promise<Result<Case, { kind: 'not-found' } | { kind: 'case-closed' }>> {
  const found = await find(trx, 'case', caseId)
  if (!found) return refuse({ kind: 'not-found' })
  return found.closedAt === null ? ok(found) : refuse({ kind: 'case-closed' })
}

async function numberFor(trx: Writer, desk: Desk): Promise<string> {
  const { districtCode, deskCode } = await getOffice(trx)
  const facts = { districtCode, deskCode, openedOn: desk.today() }
  return nextCaseNumber(trx, caseSeries(caseNumber({ ...facts, n: 1 })))
}
