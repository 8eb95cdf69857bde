import { sql } from 'kysely'
import { dayNumber, type LocalDate } from '#shared/clock'
import type { Proposal, ProposalKind } from '#shared/proposals/proposal'
import type { BatchLine, ProposalCounts, ProposalLine } from '#shared/proposals/proposals.contract'
import { maskNik } from '#shared/residents/nik'
import { areaLineOf } from '../areas/area-line'
import { decode } from '../changes/rows'
import { decodeAll } from '../database/find'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'

const PAGE = 50
const LISTS = { ready: ['ready'], waiting: ['proposed'], answered: ['approved', 'rejected', 'withdrawn'] } as const

function lines(db: Reader) {
  return db
    .selectFrom('proposal')
    .innerJoin('resident', 'resident.id', 'proposal.residentId')
    .leftJoin('proposalBatch', 'proposalBatch.id', 'proposal.batchId')
    .selectAll('proposal')
    .select(['resident.name as residentName', 'resident.nik as nik', 'proposalBatch.number as batchNumber'])
}
type Found = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>

async function asLines({ reference }: Pick<Desk, 'reference'>, rows: Found, today: LocalDate): Promise<ProposalLine[]> {
  const areas = new Map<string | null, string>()
  for (const code of new Set(rows.map(row => row.villageCode))) areas.set(code, await areaLineOf(reference, code))
  return rows.map(row => {
    const proposal = decode('proposal', row)
    const { status, proposedOn, answerBy } = proposal
    return {
      ...proposal,
      residentName: row.residentName,
      nikMasked: row.nik && maskNik(row.nik),
      areaLine: areas.get(row.villageCode) ?? '',
      batchNumber: row.batchNumber,
      age: proposedOn === null ? null : dayNumber(today) - dayNumber(proposedOn),
      isLate: status === 'proposed' && answerBy !== null && answerBy < today
    }
  })
}

/** A page of one of the lists: what waits by the day its answer was hoped for, all else the newest first. */
export async function listProposals(
  desk: Desk,
  list: keyof typeof LISTS,
  from: number
): Promise<{ lines: ProposalLine[]; next: number | null }> {
  const some = lines(desk.db).where('proposal.status', 'in', LISTS[list])
  const inOrder = list === 'answered' ? some.orderBy('proposal.answeredOn', 'desc') : some.orderBy('proposal.answerBy')
  const rows = await inOrder
    .orderBy('proposal.id')
    .offset(from)
    .limit(PAGE + 1)
    .execute()
  const found = await asLines(desk, rows.slice(0, PAGE), desk.today())
  return { lines: found, next: rows.length > PAGE ? from + PAGE : null }
}

export async function listProposalsOf(desk: Desk, residentId: string): Promise<ProposalLine[]> {
  const rows = await lines(desk.db).where('proposal.residentId', '=', residentId).orderBy('proposal.id', 'desc').execute()
  return asLines(desk, rows, desk.today())
}

export async function countProposals(db: Reader, today: LocalDate): Promise<ProposalCounts> {
  const rows = await db
    .selectFrom('proposal')
    .select(['status', eb => eb.fn.countAll<number>().as('n')])
    .groupBy('status')
    .execute()
  const of = (list: keyof typeof LISTS) =>
    rows.filter(row => LISTS[list].some(status => status === row.status)).reduce((sum, row) => sum + row.n, 0)
  const late = await db
    .selectFrom('proposal')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('status', '=', 'proposed')
    .where('answerBy', '<', today)
    .executeTakeFirstOrThrow()
  return { ready: of('ready'), waiting: of('waiting'), answered: of('answered'), late: late.n }
}

/** What is asked for this person and has no ending yet. */
export async function listOpenOf(db: Reader, residentId: string, kind: ProposalKind): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('proposal')
    .selectAll()
    .where('residentId', '=', residentId)
    .where('kind', '=', kind)
    .where('status', 'in', ['ready', 'proposed'])
    .execute()
  return decodeAll('proposal', rows)
}

/** What is to be handed over next, the oldest first. */
export async function listReady(db: Reader, limit: number): Promise<Proposal[]> {
  return decodeAll(
    'proposal',
    await db.selectFrom('proposal').selectAll().where('status', '=', 'ready').orderBy('id').limit(limit).execute()
  )
}

/** The highest number among the lists whose number begins so. */
export async function lastBatchNo(db: Reader, prefix: string): Promise<number> {
  const rows = await db
    .selectFrom('proposalBatch')
    .select('number')
    .where('number', '>=', prefix)
    .where('number', '<', `${prefix}:`)
    .execute()
  return Math.max(0, ...rows.map(row => Number(row.number.slice(prefix.length))))
}

export async function listBatches(db: Reader): Promise<BatchLine[]> {
  const count = sql<number>`(select count(*) from proposal where proposal.batch_id = proposal_batch.id and proposal.status = 'proposed')`
  return db
    .selectFrom('proposalBatch')
    .innerJoin('officer', 'officer.id', 'proposalBatch.officerId')
    .select(['proposalBatch.id', 'proposalBatch.number', 'proposalBatch.exportedOn', 'officer.name as officerName'])
    .select([sql<number>`json_array_length(proposal_batch.rows)`.as('count'), count.as('unanswered')])
    .orderBy('proposalBatch.id', 'desc')
    .limit(200)
    .execute()
}
