import type { casesContract } from '#shared/cases/cases.contract'
import type { LocalDate } from '#shared/clock'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { create, move } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { getOffice } from '../office/office.store'
import { signedIn } from '../officers/signed-in'
import { clearVisitor } from '../screens/clear-visitor'
import { dropDraftsLeftBehind, dropDraftsOf, listDaysLeftOpen } from '../visits/visits.store'
import { countLettersOn, countVisitsOn, findBoard } from './board.store'
import { countCases, listCasesWithoutEnding } from './cases.store'

type Handlers = HandlersOf<typeof casesContract, Desk>

/** No visit ends while one of its cases has no ending: no complaint goes unserved. */
export const finishVisit: Handlers['finishVisit'] = async (desk, { visitId }) => {
  const finished = await write(desk, async trx => {
    const visit = await find(trx, 'visit', visitId)
    if (!visit) return refuse({ kind: 'not-found' })
    if (visit.status !== 'serving') return refuse({ kind: 'not-from-here', status: visit.status })
    if ((await countCases(trx, visitId)) === 0) return refuse({ kind: 'no-case' })
    const numbers = await listCasesWithoutEnding(trx, visitId)
    if (numbers.length > 0) return refuse({ kind: 'cases-without-ending', numbers })
    await dropDraftsOf(trx, visitId)
    return ok(move(trx, 'visit', visitId, 'done', { endedAt: desk.clock.now() }))
  })
  // the guest may still say how it was, on the way out
  if (finished.ok && desk.screens.showing() !== 'rating') clearVisitor(desk)
  return finished
}

/** The day can be closed when everybody who came was served to an ending or has left; days before it that nobody closed are closed with it. */
export const closeDay: Handlers['closeDay'] = desk =>
  write(desk, async trx => {
    const day = desk.today()
    const { deskCode, unitCode } = await getOffice(trx)
    const { visits: all, isClosed } = await findBoard(trx, day)
    if (isClosed) return refuse({ kind: 'already-closed' })
    const own = all.filter(visit => visit.deskCode === deskCode)
    const open = own.filter(visit => (visit.status !== 'done' && visit.status !== 'no-show') || visit.casesWithoutEnding > 0)
    if (open.length > 0) return refuse({ kind: 'visits-open', tickets: open.map(visit => visit.ticket) })
    const [closedAt, officerId] = [desk.clock.now(), signedIn(desk).id]
    const closing = async (of: LocalDate) =>
      create(trx, 'dayClosing', {
        id: trx.newId(),
        day: of,
        deskCode,
        closedAt,
        officerId,
        ...(await countVisitsOn(trx, of, deskCode)),
        letters: await countLettersOn(trx, of, unitCode)
      })
    await dropDraftsLeftBehind(trx)
    for (const before of await listDaysLeftOpen(trx, day, deskCode)) await closing(before)
    return ok(await closing(day))
  })
