import { sql } from 'kysely'
import type { DocumentCheck } from '#shared/cases/case'
import type { CaseCard, CaseLine, OpenCases, WhoseCases } from '#shared/cases/cases.contract'
import { mayOwnCases } from '#shared/cases/may-own'
import type { Row } from '#shared/changes/reduce'
import type { LocalDate } from '#shared/clock'
import type { TermName } from '#shared/directory/directory'
import { knownAhead } from '../changes/clock-checks'
import { decode } from '../changes/rows'
import { decodeAll } from '../database/find'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'
import { serviceNames } from '../directory/reference.store'
import { listOfficers } from '../officers/officers.store'

/** So many open cases are shown; a list this long needs a word to narrow it. */
const SHOWN = 200

const LINE = ['resident.name as residentName', 'resident.presence as residentPresence', 'officer.name as ownerName'] as const

const casesOf = (db: Reader) =>
  db.selectFrom('case').innerJoin('resident', 'resident.id', 'case.residentId').innerJoin('officer', 'officer.id', 'case.ownerId')
const lines = (db: Reader) => casesOf(db).selectAll('case').select(LINE)
type Line = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

/** What is shown beside each case: how its service is called, and who can look after it today. */
type Beside = { services: ReadonlyMap<string, TermName>; owners: string[] }
const besideOf = async ({ db, reference }: Pick<Desk, 'db' | 'reference'>): Promise<Beside> => ({
  services: await serviceNames(reference),
  owners: (await listOfficers(db)).filter(mayOwnCases).map(({ id }) => id)
})

function asLines({ services, owners }: Beside, rows: Line[], today: LocalDate): CaseLine[] {
  return rows.map(row => {
    const found = decode('case', row)
    const isOverdue = found.closedAt === null && found.dueOn !== null && found.dueOn < today
    return {
      ...found,
      residentName: row.residentName,
      residentPresence: row.residentPresence,
      ownerName: row.ownerName,
      isOwnerHere: owners.includes(found.ownerId),
      service: services.get(found.serviceCode ?? '') ?? null,
      isOverdue
    }
  })
}

export async function listCasesOfVisit(desk: Desk, visitId: string): Promise<CaseLine[]> {
  return asLines(
    await besideOf(desk),
    await lines(desk.db).where('case.visitId', '=', visitId).orderBy('case.number').execute(),
    desk.today()
  )
}

export async function listCasesOfResident(desk: Desk, residentId: string): Promise<CaseLine[]> {
  return asLines(
    await besideOf(desk),
    await lines(desk.db).where('case.residentId', '=', residentId).orderBy('case.openedAt', 'desc').execute(),
    desk.today()
  )
}

type OpenWanted = { whose: WhoseCases; text: string; officerId: string }

/** Open cases, those due first at the top; those without a day are new and come last. */
export async function listOpenCases(desk: Desk, { whose, text, officerId }: OpenWanted): Promise<OpenCases> {
  const today = desk.today()
  const beside = await besideOf(desk)
  const { services, owners } = beside
  const open = casesOf(desk.db).where('case.closedAt', 'is', null)
  const wanted = wordsOf(text).reduce(
    (found, word) =>
      found.where(eb =>
        eb.or([
          sql<boolean>`instr(lower(${eb.ref('case.number')} || ' ' || ${eb.ref('resident.name')} || ' ' || ${eb.ref('officer.name')}), ${word}) > 0`,
          eb(
            'case.serviceCode',
            'in',
            [...services].filter(([, { nameId, nameEn }]) => `${nameId} ${nameEn}`.toLowerCase().includes(word)).map(([code]) => code)
          )
        ])
      ),
    whose === 'all' ? open : whose === 'mine' ? open.where('case.ownerId', '=', officerId) : open.where('case.ownerId', 'not in', owners)
  )
  const { count, overdue } = await wanted
    .select(eb => [
      eb.fn.countAll<number>().as('count'),
      sql<number>`count(*) filter (where ${eb.ref('case.dueOn')} < ${today})`.as('overdue')
    ])
    .executeTakeFirstOrThrow()
  const { ownerless } = await open
    .where('case.ownerId', 'not in', owners)
    .select(eb => eb.fn.countAll<number>().as('ownerless'))
    .executeTakeFirstOrThrow()
  const rows = await wanted
    .selectAll('case')
    .select(LINE)
    .orderBy(sql`${sql.ref('case.dueOn')} is null`)
    .orderBy('case.dueOn')
    .orderBy('case.number')
    .limit(SHOWN)
    .execute()
  return { lines: asLines(beside, rows, today), count, overdue, ownerless }
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean)

export async function findCaseCard(desk: Desk, caseId: string): Promise<CaseCard | undefined> {
  const row = await lines(desk.db).where('case.id', '=', caseId).executeTakeFirst()
  if (!row) return undefined
  const line = asLines(await besideOf(desk), [row], desk.today())[0]
  const documents = await listDocumentChecks(desk.db, caseId)
  const events = await desk.db
    .selectFrom('caseEvent')
    .innerJoin('officer', 'officer.id', 'caseEvent.officerId')
    .selectAll('caseEvent')
    .select('officer.name as officerName')
    .where('caseEvent.caseId', '=', caseId)
    .orderBy('caseEvent.at')
    .orderBy('caseEvent.id')
    .execute()
  return {
    case: decode('case', row),
    residentName: row.residentName,
    residentPresence: row.residentPresence,
    ownerName: row.ownerName,
    isOwnerHere: line?.isOwnerHere ?? false,
    service: line?.service ?? null,
    documents,
    events: events.map(event => ({
      ...decode('caseEvent', event),
      officerName: event.officerName,
      clockAhead: knownAhead(desk.raw, (JSON.parse(event.stamps) as Row['stamps'])['*'] ?? '', desk.author.device)
    }))
  }
}

/** Every answer that was given of the papers of a case, by position and then by time: two desks that were apart may each have begun with one paper. */
export async function allDocumentChecks(db: Reader, caseId: string): Promise<DocumentCheck[]> {
  const checks = db.selectFrom('documentCheck').selectAll().where('caseId', '=', caseId)
  return decodeAll('documentCheck', await checks.orderBy('position').orderBy('checkedAt').orderBy('id').execute())
}

/** What holds of each paper of a case: what was said of it last. */
export async function listDocumentChecks(db: Reader, caseId: string): Promise<DocumentCheck[]> {
  const all = await allDocumentChecks(db, caseId)
  return all.filter(({ position }, at) => all[at + 1]?.position !== position)
}

/** Numbers of this visit's cases that have not ended at the counter. */
export async function listCasesWithoutEnding(db: Reader, visitId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('case')
    .select('number')
    .where('visitId', '=', visitId)
    .where('ending', 'is', null)
    .where('closedAt', 'is', null)
    .orderBy('number')
    .execute()
  return rows.map(row => row.number)
}

export async function countCases(db: Reader, visitId: string): Promise<number> {
  const row = await db
    .selectFrom('case')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('visitId', '=', visitId)
    .executeTakeFirstOrThrow()
  return row.n
}
