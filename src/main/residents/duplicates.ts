import { type Comparable, comparable, matchOf } from '#shared/residents/match'
import { nameKey } from '#shared/residents/name-key'
import { maskNikBeside } from '#shared/residents/nik-beside'
import { digitsOneOff } from '#shared/residents/one-off'
import type { Resident } from '#shared/residents/resident'
import type { PossibleDuplicate } from '#shared/residents/residents.contract'
import { areaLineOf } from '../areas/area-line'
import type { Reader } from '../database/tables'
import type { Desk } from '../desk'
import { findCardOf, listOnCard } from './families.store'
import { listByNameKey, listByNiks, listShownByNiks, type Shown, shownOf } from './residents.store'

type Sought = Pick<Resident, 'name' | 'nik' | 'birthDate' | 'sex' | 'address' | 'motherName'> & {
  id?: string
  /** The family card of the person. */
  card: string | null
}

/**
 * Residents who may be the person that is being registered, with the evidence, the likeliest first. Never merged here: a person decides.
 * Compared are those of the same name key, of a NIK one slip away and of the same family, and records of the same NIK that were found to be somebody's;
 * the same NIK on a record that stands is refused before.
 */
export async function findDuplicates(desk: Pick<Desk, 'reference'>, db: Reader, sought: Sought): Promise<PossibleDuplicate[]> {
  const person = asComparable(sought, sought.card)
  const found: PossibleDuplicate[] = []
  for (const { record, shown } of await listCandidates(db, sought)) {
    const match = matchOf(person, asComparable(record, await findCardOf(db, record.id)))
    if (!match) continue
    const areaLine = await areaLineOf(desk.reference, shown.address.villageCode)
    const { id: residentId, name, birthDate } = shown
    found.push({ ...match, residentId, name, nikMasked: record.nik && maskNikBeside(record.nik, sought.nik), birthDate, areaLine })
  }
  const ordered = found.sort((a, b) => b.score - a.score)
  return ordered.filter(({ residentId }, at) => ordered.findIndex(one => one.residentId === residentId) === at)
}

async function listCandidates(db: Reader, sought: Sought): Promise<Shown[]> {
  const merged = sought.nik ? (await listShownByNiks(db, [sought.nik])).filter(({ record }) => record.mergedInto) : []
  const found = [
    ...(await shownOf(db, await listByNameKey(db, nameKey(sought.name)))),
    ...(await shownOf(db, await listByNiks(db, sought.nik ? digitsOneOff(sought.nik) : []))),
    ...(await shownOf(db, sought.card ? await listOnCard(db, sought.card) : [])),
    ...merged
  ]
  return [...new Map(found.map(one => [one.record.id, one])).values()].filter(({ shown }) => shown.id !== sought.id)
}

const asComparable = (one: Omit<Sought, 'card'>, card: string | null): Comparable =>
  comparable({ ...one, family: card, villageCode: one.address.villageCode })
