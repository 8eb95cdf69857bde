import { distance } from 'fastest-levenshtein'
import { nameKey } from '#shared/residents/name-key'
import { maskNik } from '#shared/residents/nik'
import type { Resident } from '#shared/residents/resident'
import type { PossibleDuplicate } from '#shared/residents/residents.contract'
import { areaLineOf } from '../areas/area-line'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'
import { findMembership, listByNameKey } from './residents.store'

type Evidence = PossibleDuplicate['evidence'][number]
type Sought = Pick<Resident, 'name' | 'nik' | 'birthDate' | 'sex' | 'address'> & { id?: string; familyId?: string | undefined }

/**
 * Residents who may be the person that is being registered, with the evidence. Never merged here: a person decides.
 * Only people with the same name key are looked at; the same NIK is refused before, as it is the same person.
 */
export async function findDuplicates(desk: Pick<Desk, 'reference'>, db: Reader, sought: Sought): Promise<PossibleDuplicate[]> {
  const found: PossibleDuplicate[] = []
  for (const other of await listByNameKey(db, nameKey(sought.name))) {
    if (other.id === sought.id) continue
    const evidence = await evidenceOf(db, sought, other)
    if (evidence.length === 0) continue
    const areaLine = await areaLineOf(desk.reference, other.address.villageCode)
    found.push({
      residentId: other.id,
      name: other.name,
      nikMasked: other.nik && maskNik(other.nik),
      birthDate: other.birthDate,
      areaLine,
      evidence
    })
  }
  return found
}

/** Steps 2 to 4 of the match ladder; both people have the same name key. */
async function evidenceOf(db: Reader, sought: Sought, other: Resident): Promise<Evidence[]> {
  const evidence: Evidence[] = []
  if (sought.nik && other.nik && isSlip(sought.nik, other.nik)) evidence.push('nik-one-off-same-name')
  const sameYear = sought.birthDate && other.birthDate && sought.birthDate.slice(0, 4) === other.birthDate.slice(0, 4)
  if (sought.familyId && sameYear && (await findMembership(db, other.id))?.familyId === sought.familyId)
    evidence.push('same-family-name-year')
  const sameBirth = sought.birthDate !== null && sought.birthDate === other.birthDate && sought.sex === other.sex
  const sameVillage = sought.address.villageCode !== null && sought.address.villageCode === other.address.villageCode
  if (sameBirth && sameVillage) evidence.push('same-name-birth-village')
  return evidence
}

/** One digit wrong, or two neighbours swapped. */
function isSlip(a: string, b: string): boolean {
  if (a === b) return false
  if (distance(a, b) === 1) return true
  const at = [...a].findIndex((digit, i) => digit !== b[i])
  return a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b
}
