import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '#shared/clock'
import type { QualityCount, QualityKind, QualityLine } from '#shared/quality/quality.contract'
import { CHECKABLE_FLAWS, type CheckableFlaw } from '#shared/residents/flaw-check'
import { maskNik } from '#shared/residents/nik'
import type { Resident } from '#shared/residents/resident'
import { areaLineOf } from '../areas/area-line'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'
import { listByIds } from '../residents/residents.store'
import { findChecksOf } from './flaw-checks.store'

const PAGE = 50
/** The oldest people on record reached this age (years). */
const OLDEST = 120

type Kind = Exclude<QualityKind, 'possible-duplicate'>

const isLiving = sql`r.merged_into is null and r.presence is null and (r.rest is null or r.rest ->> '$.gone' is null)`
const villageOf = sql`coalesce(r.address ->> '$.villageCode', '')`
const hasKk = sql`exists (select 1 from membership m indexed by membership_today join family f indexed by family_with_kk on f.id = m.family_id
  where m.resident_id = r.id and m.until is null and f.kk is not null)`
/** Who died or moved away is done with once the ministry was asked to take the person out. */
const isOpenFlaw = sql`(flaw not in ('deceased', 'moved') or not exists (select 1 from proposal p
  where p.resident_id = resident_flaw.resident_id and p.kind = 'removal' and p.status in ('ready', 'proposed', 'approved')))`

/** Somebody checked it and found it right as it is. */
const isCheckedFlaw = sql`exists (select 1 from flaw_check c where c.resident_id = resident_flaw.resident_id and c.flaw = resident_flaw.flaw
  and c.about = resident_flaw.about and c.taken_back_at is null)`
const isCheckedToday = (kind: (typeof BY_DAY_OR_FAMILY)[number]) =>
  sql`exists (select 1 from flaw_check c where c.resident_id = r.id and c.flaw = ${kind}
    and c.about = ${kind === 'no-kk' ? sql`''` : sql`r.birth_date`} and c.taken_back_at is null)`
const isCheckable = (kind: Kind): kind is CheckableFlaw => CHECKABLE_FLAWS.some(one => one === kind)

/** What does not show in a resident's row alone. */
const BY_DAY_OR_FAMILY = ['born-in-future', 'too-old', 'no-kk'] as const
const isByDayOrFamily = (kind: Kind): kind is (typeof BY_DAY_OR_FAMILY)[number] => BY_DAY_OR_FAMILY.some(one => one === kind)

/** Living residents of such a kind as `r`, by the index that reads the fewest rows. */
function livingWho(kind: (typeof BY_DAY_OR_FAMILY)[number], today: LocalDate): RawBuilder<unknown> {
  if (kind === 'no-kk') return sql`resident r indexed by resident_living where ${isLiving} and not ${hasKk}`
  const born = sql`resident r indexed by resident_living_by_birth where ${isLiving} and r.birth_date`
  const oldest = `${String(Number(today.slice(0, 4)) - OLDEST).padStart(4, '0')}${today.slice(4)}`
  return kind === 'born-in-future' ? sql`${born} > ${today}` : sql`${born} < ${oldest}`
}

/** Counts by kind and village: index scans, and one look at each resident's family. */
export async function countQuality(db: Reader, today: LocalDate): Promise<QualityCount[]> {
  const { rows: flaws } = await sql<QualityCount>`
    select flaw as kind, village_code, sum(not is_checked) as n, sum(is_checked) as checked
    from (select flaw, village_code, ${isCheckedFlaw} as is_checked from resident_flaw where ${isOpenFlaw}) group by flaw, village_code`.execute(
    db
  )
  const counted: QualityCount[] = [...flaws]
  for (const kind of BY_DAY_OR_FAMILY) {
    const { rows } = await sql<Omit<QualityCount, 'kind'>>`
      select village_code, sum(not is_checked) as n, sum(is_checked) as checked
      from (select ${villageOf} as village_code, ${isCheckedToday(kind)} as is_checked from ${livingWho(kind, today)}) group by 1`.execute(
      db
    )
    counted.push(...rows.map(row => ({ kind, ...row })))
  }
  return counted
}

export async function countResidents(db: Reader): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from resident r indexed by resident_living where ${isLiving}`.execute(db)
  return rows[0]?.n ?? 0
}

type Asked = { kind: Kind; villageCode: string | null; isChecked: boolean; after: string | null }

/** A page of residents of one kind, in the order in which they were registered. */
export async function listQuality(
  desk: Pick<Desk, 'db' | 'reference'>,
  asked: Asked,
  today: LocalDate
): Promise<{ lines: QualityLine[]; next: string | null }> {
  const { kind } = asked
  const { rows } = await idsOf(asked, today).execute(desk.db)
  const ids = rows.map(row => row.id)
  const found = new Map((await listByIds(desk.db, ids.slice(0, PAGE))).map(resident => [resident.id, resident]))
  const checks = isCheckable(kind) && asked.isChecked ? await findChecksOf(desk.db, [...found.values()], kind) : undefined
  const lines: QualityLine[] = []
  for (const id of ids.slice(0, PAGE)) {
    const resident = found.get(id)
    if (resident) lines.push({ ...(await lineOf(desk, resident)), check: checks?.get(id) ?? null })
  }
  return { lines, next: ids.length > PAGE ? (ids[PAGE - 1] ?? null) : null }
}

/** Whether a resident stands on the list of what is to be repaired. */
export async function isToBeRepaired(db: Reader, kind: CheckableFlaw, residentId: string, today: LocalDate): Promise<boolean> {
  const { rows } = await (isByDayOrFamily(kind)
    ? sql`select 1 from ${livingWho(kind, today)} and r.id = ${residentId} and not ${isCheckedToday(kind)}`
    : sql`select 1 from resident_flaw where resident_id = ${residentId} and flaw = ${kind} and ${isOpenFlaw} and not ${isCheckedFlaw}`
  ).execute(db)
  return rows.length > 0
}

function idsOf({ kind, villageCode, isChecked, after }: Asked, today: LocalDate): RawBuilder<{ id: string }> {
  const of = isChecked ? sql`` : sql`not`
  if (isByDayOrFamily(kind)) {
    const inVillage = villageCode === null ? sql`1` : sql`${villageOf} = ${villageCode}`
    return sql`select r.id from ${livingWho(kind, today)} and ${inVillage} and ${of} ${isCheckedToday(kind)} and r.id > ${after ?? ''}
      order by r.id limit ${PAGE + 1}`
  }
  const inVillage = villageCode === null ? sql`1` : sql`village_code = ${villageCode}`
  return sql`select resident_id as id from resident_flaw where flaw = ${kind} and ${inVillage} and ${isOpenFlaw} and ${of} ${isCheckedFlaw}
    and resident_id > ${after ?? ''} order by resident_id limit ${PAGE + 1}`
}

async function lineOf({ reference }: Pick<Desk, 'reference'>, resident: Resident): Promise<Omit<QualityLine, 'check'>> {
  const { id, name, nik, birthDate, noNikReason, nikOverrideReason, address } = resident
  const areaLine = await areaLineOf(reference, address.villageCode)
  return { residentId: id, name, nikMasked: nik && maskNik(nik), birthDate, areaLine, noNikReason, nikOverrideReason }
}
