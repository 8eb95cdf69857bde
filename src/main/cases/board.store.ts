import { lacksEnding } from '#shared/cases/case'
import type { Board, BoardVisit } from '#shared/cases/cases.contract'
import type { LocalDate } from '#shared/clock'
import type { DayClosing, VisitStatus } from '#shared/visits/visit'
import type { Reader } from '../database/tables'
import { findOffice } from '../office/office.store'
import { isDayClosed, listLeftOver, listVisitsOn } from '../visits/visits.store'

/** Who waits, who is being served, and what has no ending yet: on one day, and left over from the days before. */
export async function findBoard(db: Reader, day: LocalDate): Promise<Board> {
  const visits = [...(await listLeftOver(db, day)), ...(await listVisitsOn(db, day))]
  const ids = visits.map(visit => visit.id)
  const [people, cases, officers, overdue] = [
    await db
      .selectFrom('participant')
      .innerJoin('resident', 'resident.id', 'participant.residentId')
      .select(['participant.visitId', 'resident.name'])
      .distinct()
      .where('participant.visitId', 'in', ids)
      .where('participant.isRemoved', '=', 0)
      .execute(),
    await db.selectFrom('case').select(['visitId', 'ending', 'closedAt']).where('visitId', 'in', ids).execute(),
    await db.selectFrom('officer').select(['id', 'name']).execute(),
    await db
      .selectFrom('case')
      .select(eb => eb.fn.countAll<number>().as('n'))
      .where('closedAt', 'is', null)
      .where('dueOn', '<', day)
      .executeTakeFirstOrThrow()
  ]
  const board: BoardVisit[] = visits.map(visit => {
    const own = cases.filter(found => found.visitId === visit.id)
    return {
      ...visit,
      names: people.filter(person => person.visitId === visit.id).map(person => person.name),
      cases: own.length,
      casesWithoutEnding: own.filter(lacksEnding).length,
      officerName: officers.find(officer => officer.id === visit.officerId)?.name ?? null
    }
  })
  return { day, isClosed: await isDayClosed(db, day, (await findOffice(db))?.deskCode), visits: board, overdueCases: overdue.n }
}

/** What one desk's visitors of a day came to, and how many cases they brought. */
export async function countVisitsOn(
  db: Reader,
  day: LocalDate,
  deskCode: string
): Promise<Pick<DayClosing, 'visits' | 'noShows' | 'cases'>> {
  const own = (await listVisitsOn(db, day)).filter(visit => visit.deskCode === deskCode)
  const ids = own.map(visit => visit.id)
  const cases = ids.length === 0 ? 0 : await countCasesOf(db, ids)
  const ended = (status: VisitStatus) => own.filter(visit => visit.status === status).length
  return { visits: ended('done'), noShows: ended('no-show'), cases }
}

async function countCasesOf(db: Reader, visitIds: readonly string[]): Promise<number> {
  const { n } = await db
    .selectFrom('case')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('visitId', 'in', [...visitIds])
    .executeTakeFirstOrThrow()
  return n
}

/** The letters of a day out of one unit's book. */
export async function countLettersOn(db: Reader, day: LocalDate, unitCode: string): Promise<number> {
  const row = await db
    .selectFrom('letter')
    .innerJoin('letterBook', 'letterBook.id', 'letter.bookId')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('issuedOn', '=', day)
    .where('letterBook.unitCode', '=', unitCode)
    .executeTakeFirstOrThrow()
  return row.n
}
