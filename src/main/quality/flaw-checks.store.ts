import type { QualityLine } from '#shared/quality/quality.contract'
import type { FlawCheck } from '#shared/residents/flaw-check'
import { factOf } from '#shared/residents/flaws'
import type { Resident } from '#shared/residents/resident'
import { decodeAll } from '../database/find'
import type { Reader } from '../database/tables'

/** The words that were not taken back, that somebody's data are right in one respect; also of data as they were before. */
export async function listChecks(db: Reader, residentIds: readonly string[], flaw: FlawCheck['flaw']): Promise<FlawCheck[]> {
  if (residentIds.length === 0) return []
  const rows = await db
    .selectFrom('flawCheck')
    .selectAll()
    .where('residentId', 'in', [...residentIds])
    .where('flaw', '=', flaw)
    .where('takenBackAt', 'is', null)
    .orderBy('checkedAt')
    .orderBy('id')
    .execute()
  return decodeAll('flawCheck', rows)
}

/** The newest word on each of these residents that speaks of the data as they are. */
export async function findChecksOf(
  db: Reader,
  residents: readonly Resident[],
  flaw: FlawCheck['flaw']
): Promise<Map<string, QualityLine['check']>> {
  const about = new Map(residents.map(resident => [resident.id, factOf(resident, flaw)]))
  const checks = (await listChecks(db, [...about.keys()], flaw)).filter(check => check.about === about.get(check.residentId))
  const names = new Map((await db.selectFrom('officer').select(['id', 'name']).execute()).map(officer => [officer.id, officer.name]))
  return new Map(
    checks.map(({ residentId, reason, checkedAt, officerId }) => [
      residentId,
      { reason, checkedAt, officerName: names.get(officerId) ?? '' }
    ])
  )
}
