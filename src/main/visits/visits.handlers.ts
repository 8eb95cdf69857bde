import { mayMove } from '#shared/changes/machine'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { type Visit, type VisitStatus, visitMachine } from '#shared/visits/visit'
import type { visitsContract } from '#shared/visits/visits.contract'
import { create, move, patch } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { getOffice } from '../office/office.store'
import { signedIn } from '../officers/signed-in'
import { clearVisitor } from '../screens/clear-visitor'
import { checkIn } from './check-in'
import { dropDraft, dropDraftField, findDraft, isDayClosed, listParticipants, saveDraftField } from './visits.store'

export const visitsHandlers: HandlersOf<typeof visitsContract, Desk> = {
  checkIn: (desk, { reopens = false, ...arrival }) =>
    write(desk, async trx => {
      const day = desk.today()
      if (!reopens && (await isDayClosed(trx, day, (await getOffice(trx)).deskCode))) return refuse({ kind: 'day-closed' })
      return ok(await checkIn(trx, { ...arrival, id: trx.newId(), day, arrivedAt: desk.clock.now() }))
    }),

  get: async (desk, { visitId }) => {
    const visit = await find(desk.db, 'visit', visitId)
    return visit ? ok({ visit, participants: await listParticipants(desk.db, visitId) }) : refuse({ kind: 'not-found' })
  },

  call: (desk, { visitId }) => moveVisit(desk, visitId, 'called', now => ({ calledAt: now })),
  serve: async (desk, { visitId }) => {
    const served = await moveVisit(desk, visitId, 'serving', now => ({ servingAt: now, officerId: signedIn(desk).id }))
    if (served.ok) clearVisitor(desk)
    return served
  },
  sendBack: async (desk, { visitId }) => {
    const sent = await moveVisit(desk, visitId, 'waiting', () => ({ officerId: null, endedAt: null }))
    if (sent.ok) clearVisitor(desk)
    return sent
  },
  markAbsent: (desk, { visitId }) => moveVisit(desk, visitId, 'no-show', now => ({ endedAt: now })),

  recordPrivacyNotice: (desk, { visitId, version }) =>
    write(desk, async trx => {
      if (!(await find(trx, 'visit', visitId))) return refuse({ kind: 'not-found' })
      return ok(patch(trx, 'visit', visitId, { privacyNotice: version, privacyNoticedAt: desk.clock.now() }))
    }),

  addParticipant: (desk, part) =>
    write(desk, async trx => {
      const [visit, resident] = [await find(trx, 'visit', part.visitId), await find(trx, 'resident', part.residentId)]
      if (!visit || !resident) return refuse({ kind: 'not-found' })
      if (visit.status === 'done') return refuse({ kind: 'visit-over' })
      const same = (await listParticipants(trx, visit.id)).find(known => known.residentId === resident.id && known.role === part.role)
      if (same) return ok(patch(trx, 'participant', same.id, { relation: part.relation }))
      return ok(create(trx, 'participant', { id: trx.newId(), ...part, isRemoved: false }))
    }),

  removeParticipant: (desk, { participantId }) =>
    write(desk, async trx => {
      const participant = await find(trx, 'participant', participantId)
      if (!participant || participant.isRemoved) return refuse({ kind: 'not-found' })
      const visit = await find(trx, 'visit', participant.visitId)
      if (visit?.status === 'done') return refuse({ kind: 'visit-over' })
      patch(trx, 'participant', participantId, { isRemoved: true })
      return ok(null)
    }),

  saveDraft: async (desk, { visitId, form, field, value }) => {
    if (!(await find(desk.db, 'visit', visitId))) return refuse({ kind: 'not-found' })
    const place = { officerId: signedIn(desk).id, visitId, form }
    if (value === null) await dropDraftField(desk.db, place, field)
    else await saveDraftField(desk.db, place, field, value)
    return ok(null)
  },

  draft: async (desk, { visitId, form }) => {
    if (!(await find(desk.db, 'visit', visitId))) return refuse({ kind: 'not-found' })
    return ok(await findDraft(desk.db, { officerId: signedIn(desk).id, visitId, form }))
  },

  dropDraft: async (desk, { visitId, form }) => {
    await dropDraft(desk.db, { officerId: signedIn(desk).id, visitId, form })
    return ok(null)
  }
}

/**
 * A move along the visit's table; calling somebody a second time is a move too. What was over when its day was closed stays over;
 * who waits although the day is closed, because another desk did not know of it, is still brought to an end.
 */
function moveVisit(desk: Desk, visitId: string, to: VisitStatus, fields: (now: number) => Partial<Visit>) {
  return write(desk, async trx => {
    const visit = await find(trx, 'visit', visitId)
    if (!visit) return refuse({ kind: 'not-found' })
    const isCalledAgain = to === 'called' && visit.status === 'called'
    if (!isCalledAgain && !mayMove(visitMachine, visit.status, to)) return refuse({ kind: 'not-from-here', status: visit.status })
    if (visit.status === 'no-show' && (await isDayClosed(trx, visit.day, visit.deskCode))) return refuse({ kind: 'day-closed' })
    return ok(move(trx, 'visit', visitId, to, fields(desk.clock.now())))
  })
}
