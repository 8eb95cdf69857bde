import type { AuditRecord } from '#shared/audit/audit.contract'
import type { AuditKind, AuditLine } from '#shared/audit/audit-line'
import { initials } from '#shared/paper/initials'
import type { Reader } from '../database/tables'
import { listIdsOfPerson } from '../residents/residents.store'

export type AuditFilter = {
  from: number | null
  until: number | null
  officerId: string | null
  about: string[] | null
  kind: AuditKind | null
  refusedOnly: boolean
  before: number | null
}

/** Lines that fit, newest first. */
export async function listLines(db: Reader, filter: AuditFilter, limit: number): Promise<AuditLine[]> {
  const { from, until, officerId, about, kind, refusedOnly, before } = filter
  const rows = await db
    .selectFrom('audit')
    .select('line')
    .$if(from !== null, query => query.where('at', '>=', from))
    .$if(until !== null, query => query.where('at', '<', until))
    .$if(officerId !== null, query => query.where('officer', '=', officerId))
    .$if(kind !== null, query => query.where('kind', '=', kind))
    .$if(refusedOnly, query => query.where('outcome', '<>', 'ok'))
    .$if(before !== null, query => query.where('n', '<', before))
    .$if(about !== null, query => query.where('n', 'in', namedLines(db, about ?? [])))
    .orderBy('n', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ line }) => JSON.parse(line) as AuditLine)
}

const namedLines = (db: Reader, ids: string[]) => db.selectFrom('auditAbout').select('n').where('id', 'in', ids)

/** A person's own id and the ids of all that is theirs. */
export async function listIdsOf(db: Reader, residentId: string): Promise<string[]> {
  const people = await listIdsOfPerson(db, residentId)
  const own = [
    db.selectFrom('case').select('id').where('residentId', 'in', people),
    db.selectFrom('letter').select('id').where('residentId', 'in', people),
    db.selectFrom('participant').select('visitId as id').where('residentId', 'in', people),
    db.selectFrom('referral').innerJoin('case', 'case.id', 'referral.caseId').select('referral.id').where('case.residentId', 'in', people)
  ]
  const found = []
  for (const query of own) found.push(...(await query.execute()))
  return [...new Set([...people, ...found.map(row => row.id)])]
}

type Titled = { id: string; entity: AuditRecord['entity']; title: string }

/** What records are called, by their ids; of people the initials alone. */
export async function titlesOf(db: Reader, ids: string[]): Promise<Map<string, Titled>> {
  if (ids.length === 0) return new Map()
  const named = [
    ...(await db.selectFrom('resident').select(['id', 'name']).where('id', 'in', ids).execute()).map(
      ({ id, name }): Titled => ({ id, entity: 'resident', title: initials(name) })
    ),
    ...(await db.selectFrom('visit').select(['id', 'ticket', 'day']).where('id', 'in', ids).execute()).map(
      ({ id, ticket }): Titled => ({ id, entity: 'visit', title: ticket })
    ),
    ...(await db.selectFrom('case').select(['id', 'number']).where('id', 'in', ids).execute()).map(
      ({ id, number }): Titled => ({ id, entity: 'case', title: number })
    ),
    ...(await db.selectFrom('letter').select(['id', 'number']).where('id', 'in', ids).execute()).map(
      ({ id, number }): Titled => ({ id, entity: 'letter', title: number })
    ),
    ...(await db.selectFrom('referral').select(['id', 'code']).where('id', 'in', ids).execute()).map(
      ({ id, code }): Titled => ({ id, entity: 'referral', title: code })
    ),
    ...(await db.selectFrom('officer').select(['id', 'name']).where('id', 'in', ids).execute()).map(
      ({ id, name }): Titled => ({ id, entity: 'officer', title: name })
    )
  ]
  return new Map(named.map(one => [one.id, one]))
}
