import { sql } from 'kysely'
import { type Comparable, comparable, type Match } from '#shared/residents/match'
import type { PairJudgement } from '#shared/residents/pair-judgement'
import type { PairList } from '#shared/residents/pairs.contract'
import { statement } from '../changes/rows'
import { decodeAll } from '../database/find'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'

const PAGE = 50

/** A resident as pairs are compared. */
export type Known = Comparable & { id: string }
/** Two residents, the smaller id first: a pair is one pair, whichever of them is named first. */
export type Pair = Match & { residentId: string; otherId: string }

/** What was found out about two residents, whichever of them was named first; more than one where two desks judged without knowing of each other. */
export async function listJudgements(db: Reader, a: string, b: string): Promise<PairJudgement[]> {
  const rows = await db
    .selectFrom('pairJudgement')
    .selectAll()
    .where('residentId', 'in', [a, b])
    .where('otherId', 'in', [a, b])
    .orderBy('id')
    .execute()
  return decodeAll('pairJudgement', rows)
}

/** The same with who judged. */
export async function listJudgementsNamed(db: Reader, a: string, b: string): Promise<(PairJudgement & { officerName: string })[]> {
  const names = new Map((await db.selectFrom('officer').select(['id', 'name']).execute()).map(officer => [officer.id, officer.name]))
  return (await listJudgements(db, a, b)).map(one => ({ ...one, officerName: names.get(one.officerId) ?? '' }))
}

/** The residents who were judged beside this one. */
export async function listJudged(db: Reader, residentId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('pairJudgement')
    .select(['residentId', 'otherId'])
    .where(eb => eb.or([eb('residentId', '=', residentId), eb('otherId', '=', residentId)]))
    .execute()
  return new Set(rows.flatMap(row => [row.residentId, row.otherId]))
}

/** Both still stand by themselves. */
const areApart = sql`exists (select 1 from resident where id = p.resident_id and merged_into is null) and exists (select 1 from resident where id = p.other_id and merged_into is null) and p.resident_id <> p.other_id`
const judged = sql`exists (select 1 from pair_judgement j where (j.resident_id = p.resident_id and j.other_id = p.other_id) or (j.resident_id = p.other_id and j.other_id = p.resident_id))`
/** One line a pair: where two desks said different things, nobody is sure. */
const judgements = sql`(select min(resident_id, other_id) as resident_id, max(resident_id, other_id) as other_id,
  case when min(verdict) = max(verdict) then min(verdict) else 'unsure' end as verdict, max(judged_at) as judged_at
  from pair_judgement group by 1, 2)`

function listOf(list: PairList) {
  if (list === 'open') return sql`(select resident_id, other_id, score from possible_pair p where ${areApart} and not ${judged})`
  const verdict = list === 'wanted' ? 'same' : 'unsure'
  return sql`(select resident_id, other_id, judged_at as score from ${judgements} p where verdict = ${verdict} and ${areApart})`
}

/** A page of pairs: those nobody has judged by how much speaks for one person, those judged by when. */
export async function listPairs(db: Reader, list: PairList, from: number): Promise<{ ids: [string, string][]; next: number | null }> {
  const { rows } = await sql<{ residentId: string; otherId: string }>`
    select resident_id, other_id from ${listOf(list)} order by score desc, resident_id, other_id limit ${PAGE + 1} offset ${from}`.execute(
    db
  )
  const ids = rows.slice(0, PAGE).map((row): [string, string] => [row.residentId, row.otherId])
  return { ids, next: rows.length > PAGE ? from + PAGE : null }
}

export async function countPairs(db: Reader): Promise<Record<PairList, number>> {
  const count = async (list: PairList) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${listOf(list)}`.execute(db)
    return rows[0]?.n ?? 0
  }
  return { open: await count('open'), unsure: await count('unsure'), wanted: await count('wanted') }
}

/** Pairs that nobody has judged, by the village of the first. */
export async function countOpenPairs(db: Reader): Promise<{ villageCode: string; n: number }[]> {
  const { rows } = await sql<{ villageCode: string; n: number }>`
    select coalesce(r.address ->> '$.villageCode', '') as village_code, count(*) as n from ${listOf('open')} p join resident r on r.id = p.resident_id group by 1`.execute(
    db
  )
  return rows
}

/** Up to which change pairs were looked for, the newest change, and the residents touched since; undefined when that is too many to look at one by one. */
export async function findUnsearched(db: Reader, most: number): Promise<{ newest: number; ids: string[] | undefined }> {
  const { rows } = await sql<{ n: number }>`select coalesce(max(n), 0) as n from change`.execute(db)
  const newest = rows[0]?.n ?? 0
  const done = await db.selectFrom('pairSearch').select('upTo').executeTakeFirst()
  if (!done) return { newest, ids: undefined }
  if (done.upTo === newest) return { newest, ids: [] }
  const touched = await sql<{ id: string }>`
    select distinct coalesce(m.resident_id, r.id) as id from touch t left join resident r on r.id = t.id left join membership m on m.id = t.id
    where t.n > ${done.upTo} and coalesce(m.resident_id, r.id) is not null limit ${most + 1}`.execute(db)
  return { newest, ids: touched.rows.length > most ? undefined : touched.rows.map(row => row.id) }
}

type LightRow = Omit<Known, 'key' | 'motherKey'> & { name: string; motherName: string | null }

const light = sql`select r.id, r.name, r.nik, r.birth_date, r.sex, r.mother_name, r.address ->> '$.villageCode' as village_code,
  (select coalesce(f.kk, f.id) from membership m indexed by membership_today join family f on f.id = m.family_id
    where m.resident_id = r.id and m.until is null order by m.since desc, m.id desc limit 1) as family from resident r`

const asKnown = ({ id, ...person }: LightRow): Known => ({ id, ...comparable(person) })

/** A page of everybody as pairs are compared, behind an id. */
export async function listKnown(db: Reader, after: string, limit: number): Promise<Known[]> {
  const { rows } = await sql<LightRow>`${light} where r.merged_into is null and r.id > ${after} order by r.id limit ${limit}`.execute(db)
  return rows.map(asKnown)
}

/** Everybody as a list is compared with them. */
export async function listAllKnown(db: Reader): Promise<Known[]> {
  const { rows } = await sql<LightRow>`${light} where r.merged_into is null order by r.id`.execute(db)
  return rows.map(asKnown)
}

export async function listKnownByIds(db: Reader, ids: readonly string[]): Promise<Known[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<LightRow>`${light} where r.merged_into is null and r.id in (${sql.join([...ids])})`.execute(db)
  return rows.map(asKnown)
}

/** Who was born on the same day; with the name key, the NIK and the family these are all who may be the same person. */
export async function listBornOn(db: Reader, birthDate: string): Promise<string[]> {
  const rows = await db
    .selectFrom('resident')
    .select('id')
    .where('birthDate', '=', birthDate)
    .where('mergedInto', 'is', null)
    .limit(400)
    .execute()
  return rows.map(row => row.id)
}

/** Keeps what was found of some residents. */
export async function keepPairsOf(
  desk: Pick<Desk, 'db' | 'raw'>,
  pairs: readonly Pair[],
  of: readonly string[],
  upTo: number
): Promise<void> {
  await desk.db.transaction().execute(async () => {
    const { raw } = desk
    for (const id of of) {
      statement(raw, 'delete from possible_pair where resident_id = ?').run(id)
      statement(raw, 'delete from possible_pair where other_id = ?').run(id)
    }
    keep(raw, pairs)
    markSearched(raw, upTo)
  })
}

/** Pairs written between two rests. */
const PORTION = 200

/** Keeps what was found of everybody, in portions; only when all are there it counts as searched, so a cut is searched again. */
export async function keepAllPairs(
  { db, raw }: Pick<Desk, 'db' | 'raw'>,
  pairs: readonly Pair[],
  upTo: number,
  rest: () => Promise<void>
): Promise<void> {
  await db.transaction().execute(async () => {
    statement(raw, 'delete from possible_pair').run()
  })
  for (let at = 0; at < pairs.length; at += PORTION) {
    await rest()
    await db.transaction().execute(async () => keep(raw, pairs.slice(at, at + PORTION)))
  }
  await db.transaction().execute(async () => markSearched(raw, upTo))
}

function keep(raw: Desk['raw'], pairs: readonly Pair[]): void {
  for (const { residentId, otherId, score, evidence } of pairs)
    statement(raw, 'insert or replace into possible_pair (resident_id, other_id, score, evidence) values (?, ?, ?, ?)').run(
      residentId,
      otherId,
      Math.round(score * 100),
      JSON.stringify(evidence)
    )
}

function markSearched(raw: Desk['raw'], upTo: number): void {
  statement(raw, 'insert or replace into pair_search (one, up_to) values (1, ?)').run(upTo)
}
