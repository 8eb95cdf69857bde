import { sql } from 'kysely'
import type { DocumentCheck } from '#shared/cases/case'
import type { CaseCard, CaseLine } from '#shared/cases/cases.contract'
import type { Row } from '#shared/changes/reduce'
import type { LocalDate } from '#shared/clock'
import { knownAhead } from '../changes/clock-checks'
import { decode } from '../changes/rows'
import { decodeAll } from '../database/find'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'
import { serviceNames } from '../directory/reference.store'

/** How many cases this desk has numbered under a prefix such as `SLRT-3324-2611-A-`. */
export async function lastCaseNo(db: Reader, prefix: string): Promise<number> {
  const row = await db
    .selectFrom('case')
    .select('number')
    .where('number', '>=', prefix)
    .where('number', '<', `${prefix}:`)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return row ? Number(row.number.slice(prefix.length)) : 0
}

function lines(db: Reader) {
  return db
    .selectFrom('case')
    .innerJoin('resident', 'resident.id', 'case.residentId')
    .innerJoin('officer', 'officer.id', 'case.ownerId')
    .selectAll('case')
    .select(['resident.name as residentName', 'officer.name as ownerName'])
}
type Line = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

async function asLines(desk: Pick<Desk, 'reference'>, rows: Line[], today: LocalDate): Promise<CaseLine[]> {
  const names = await serviceNames(desk.reference)
  return rows.map(row => {
    const found = decode('case', row)
    const isOverdue = found.closedAt === null && found.dueOn !== null && found.dueOn < today
    return {
      ...found,
      residentName: row.residentName,
      ownerName: row.ownerName,
      serviceName: names.get(found.serviceCode ?? '') ?? null,
      isOverdue
    }
  })
}

export async function listCasesOfVisit(desk: Desk, visitId: string): Promise<CaseLine[]> {
  return asLines(desk, await lines(desk.db).where('case.visitId', '=', visitId).orderBy('case.number').execute(), desk.today())
}

export async function listCasesOfResident(desk: Desk, residentId: string): Promise<CaseLine[]> {
  return asLines(
    desk,
    await lines(desk.db).where('case.residentId', '=', residentId).orderBy('case.openedAt', 'desc').execute(),
    desk.today()
  )
}

/** Open cases, those due first at the top; those without a day are new and come last. */
export async function listOpenCases(desk: Desk, ownerId: string | undefined): Promise<CaseLine[]> {
  const open = lines(desk.db).where('case.closedAt', 'is', null)
  const owned = ownerId ? open.where('case.ownerId', '=', ownerId) : open
  return asLines(
    desk,
    await owned
      .orderBy(sql`${sql.ref('case.dueOn')} is null`)
      .orderBy('case.dueOn')
      .orderBy('case.number')
      .limit(500)
      .execute(),
    desk.today()
  )
}

export async function findCaseCard(desk: Desk, caseId: string): Promise<CaseCard | undefined> {
  const row = await lines(desk.db).where('case.id', '=', caseId).executeTakeFirst()
  if (!row) return undefined
  const line = (await asLines(desk, [row], desk.today()))[0]
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
    ownerName: row.ownerName,
    serviceName: line?.serviceName ?? null,
    documents,
    events: events.map(event => ({
      ...decode('caseEvent', event),
      officerName: event.officerName,
      clockAhead: knownAhead(desk.raw, (JSON.parse(event.stamps) as Row['stamps'])['*'] ?? '', desk.author.device)
    }))
  }
}

export async function listDocumentChecks(db: Reader, caseId: string): Promise<DocumentCheck[]> {
  return decodeAll(
    'documentCheck',
    await db.selectFrom('documentCheck').selectAll().where('caseId', '=', caseId).orderBy('position').execute()
  )
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
