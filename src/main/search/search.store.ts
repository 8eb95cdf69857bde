import type { Database } from 'better-sqlite3'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { NamesOf } from '#shared/registry/closeness'
import type { Resident } from '#shared/residents/resident'
import { statement } from '../changes/rows'
import { decodeAll } from '../database/find'
import type { Reader } from '../database/tables'
import { asShown, listByIds } from '../residents/residents.store'

/** So many candidates of each kind are ranked at most; a search this wide needs another word. */
const CANDIDATES = 300

type NameCandidate = { id: string; nameKey: string }

/** Which rows of `resident` are asked for; left out for all. */
type Fits = RawBuilder<SqlBool> | undefined

const whoseRow = (n: 'resident_search.n' | 'resident_fts.rowid', fits: Fits): RawBuilder<unknown> =>
  fits
    ? sql`and exists (select 1 from resident_search one join resident on resident.id = one.id where one.n = ${sql.ref(n)} and ${fits})`
    : sql``

/** Ids and keys of residents whose name key begins with this one, and of those who have a beginning of each of its words anywhere. */
export async function listNameCandidates(db: Reader, key: string, fits?: Fits): Promise<NameCandidate[]> {
  const match = wordsOf(key)
    .map(word => `"${word}"*`)
    .join(' AND ')
  const { rows } = await sql<NameCandidate>`
    select id, name_key from resident_search where n in (
      select n from (select n from resident_search where name_key >= ${key} and name_key < ${`${key}\u{10FFFF}`} ${whoseRow('resident_search.n', fits)}
        order by name_key limit ${CANDIDATES})
      union all
      select rowid from (select rowid from resident_fts where resident_fts match ${match || '""'} ${whoseRow('resident_fts.rowid', fits)} limit ${CANDIDATES}))
  `.execute(db)
  return rows
}

/** The same for people who have, in the place of each word, one of these. */
export async function listNearCandidates(db: Reader, words: readonly (readonly string[])[], fits?: Fits): Promise<NameCandidate[]> {
  if (words.some(choice => choice.length === 0)) return []
  const match = words.map(choice => `(${choice.map(word => `"${word}"*`).join(' OR ')})`).join(' AND ')
  const { rows } = await sql<NameCandidate>`
    select id, name_key from resident_search where n in (
      select rowid from resident_fts where resident_fts match ${match} ${whoseRow('resident_fts.rowid', fits)} limit ${CANDIDATES})
  `.execute(db)
  return rows
}

const NAME_WORDS = "create virtual table if not exists temp.resident_word using fts5vocab('main', 'resident_fts', 'row')"

/** How many residents' name keys have a word. */
export function nameCounts(raw: Database): NamesOf {
  raw.exec(NAME_WORDS)
  const count = statement(raw, 'select doc from temp.resident_word where term = ?').raw(true)
  return key => (count.get(key.toLowerCase()) as [number] | undefined)?.[0] ?? 0
}

/** Which of these residents are asked for. */
export async function listFitting(db: Reader, residentIds: string[], fits: RawBuilder<SqlBool>): Promise<Set<string>> {
  if (residentIds.length === 0) return new Set()
  const rows = await db.selectFrom('resident').select('id').where('id', 'in', residentIds).where(fits).execute()
  return new Set(rows.map(row => row.id))
}

/** Every word of every resident's name key, once. */
export async function listNameWords(db: Reader): Promise<string[]> {
  await sql.raw(NAME_WORDS).execute(db)
  const { rows } = await sql<{ term: string }>`select term from temp.resident_word`.execute(db)
  return rows.map(row => row.term.toUpperCase())
}

/** The words that the index of names knows: it is of an older Unicode, and would split a word of other letters in two. */
export const wordsOf = (key: string): string[] => key.split(' ').filter(word => /^[0-9A-Z]+$/.test(word))

export async function listByNikStart(db: Reader, digits: string, limit: number): Promise<Resident[]> {
  const rows = await db
    .selectFrom('resident')
    .selectAll()
    .where('nik', '>=', digits)
    .where('nik', '<', `${digits}:`)
    .orderBy('nik')
    .limit(limit)
    .execute()
  return asShown(db, decodeAll('resident', rows))
}

export async function listByPhoneStart(db: Reader, phone: string, limit: number): Promise<Resident[]> {
  const rows = await db
    .selectFrom('resident')
    .selectAll()
    .where('phone', '>=', phone)
    .where('phone', '<', `${phone}:`)
    .limit(limit)
    .execute()
  return asShown(db, decodeAll('resident', rows))
}

export async function listByProvisionalId(db: Reader, start: string, limit: number): Promise<Resident[]> {
  const rows = await db
    .selectFrom('resident')
    .selectAll()
    .where('provisionalId', '>=', start)
    .where('provisionalId', '<', `${start}:`)
    .limit(limit)
    .execute()
  return asShown(db, decodeAll('resident', rows))
}

/** Everybody on the family cards whose number begins so. */
export async function listByKkStart(db: Reader, digits: string, limit: number): Promise<Resident[]> {
  const rows = await onCards(db).where('family.kk', '>=', digits).where('family.kk', '<', `${digits}:`).limit(limit).execute()
  return residentsOf(db, rows)
}

/** Everybody on one of these family cards. */
export async function listByKks(db: Reader, kks: string[]): Promise<Resident[]> {
  if (kks.length === 0) return []
  return residentsOf(db, await onCards(db).where('family.kk', 'in', kks).execute())
}

/** Who belongs to a family today, beside its card. */
const onCards = (db: Reader) =>
  db
    .selectFrom('family')
    .innerJoin('membership', 'membership.familyId', 'family.id')
    .select('membership.residentId')
    .where('membership.until', 'is', null)

const residentsOf = (db: Reader, rows: readonly { residentId: string }[]): Promise<Resident[]> =>
  listByIds(
    db,
    rows.map(row => row.residentId)
  )

/** Open cases of these people, the most pressing first. */
export async function listOpenCasesOf(db: Reader, residentIds: string[]) {
  if (residentIds.length === 0) return []
  return db
    .selectFrom('case')
    .innerJoin('resident', 'resident.id', 'case.residentId')
    .select(['case.id', 'case.visitId', 'case.residentId', 'case.number', 'case.status', 'resident.name'])
    .where('case.residentId', 'in', residentIds)
    .where('case.closedAt', 'is', null)
    .orderBy('case.dueOn')
    .orderBy('case.id')
    .execute()
}

/** Letters of these people, the newest first. */
export async function listLettersOf(db: Reader, residentIds: string[]) {
  if (residentIds.length === 0) return []
  return db
    .selectFrom('letter')
    .innerJoin('resident', 'resident.id', 'letter.residentId')
    .select(['letter.id', 'letter.caseId', 'letter.residentId', 'letter.number', 'letter.issuedOn', 'letter.status', 'resident.name'])
    .where('letter.residentId', 'in', residentIds)
    .orderBy('letter.issuedAt', 'desc')
    .execute()
}

export async function countOpenCases(db: Reader, residentIds: string[]): Promise<Map<string, number>> {
  if (residentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('case')
    .select(eb => ['residentId', eb.fn.countAll<number>().as('n')])
    .where('residentId', 'in', residentIds)
    .where('closedAt', 'is', null)
    .groupBy('residentId')
    .execute()
  return new Map(rows.map(row => [row.residentId, row.n]))
}

export async function listVisitsByTicket(db: Reader, ticket: string, limit: number) {
  return db
    .selectFrom('visit')
    .select(['id', 'ticket', 'day', 'status'])
    .where('ticket', '=', ticket)
    .orderBy('day', 'desc')
    .limit(limit)
    .execute()
}

export async function listNamesOfVisit(db: Reader, visitId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('participant')
    .innerJoin('resident', 'resident.id', 'participant.residentId')
    .select('resident.name')
    .distinct()
    .where('participant.visitId', '=', visitId)
    .where('participant.isRemoved', '=', 0)
    .execute()
  return rows.map(row => row.name)
}

export async function listCasesByNumber(db: Reader, start: string, limit: number) {
  return db
    .selectFrom('case')
    .innerJoin('resident', 'resident.id', 'case.residentId')
    .select(['case.id', 'case.visitId', 'case.number', 'case.status', 'resident.name'])
    .where('case.number', '>=', start)
    .where('case.number', '<', `${start}:`)
    .orderBy('case.number', 'desc')
    .limit(limit)
    .execute()
}

/** Letters whose number begins with the text, or whose place in the book is that number. */
export async function listLettersByNumber(db: Reader, text: string, limit: number) {
  const sequence = /^\d{1,5}$/.test(text) ? Number(text) : undefined
  return db
    .selectFrom('letter')
    .innerJoin('resident', 'resident.id', 'letter.residentId')
    .select(['letter.id', 'letter.caseId', 'letter.number', 'letter.issuedOn', 'letter.status', 'resident.name'])
    .where(eb =>
      sequence === undefined
        ? eb.and([eb('letter.number', '>=', text), eb('letter.number', '<', `${text}\u{10FFFF}`)])
        : eb('letter.sequence', '=', sequence)
    )
    .orderBy('letter.issuedAt', 'desc')
    .limit(limit)
    .execute()
}
