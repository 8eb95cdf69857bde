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
import { listByNameKey, listByNiks } from './residents.store'

type Sought = Pick<Resident, 'name' | 'nik' | 'birthDate' | 'sex' | 'address' | 'motherName'> & {
  id?: string
  /** The family card of the person. */
  card: string | null
}

/**
 * Residents who may be the person that is being registered, with the evidence, the likeliest first. Never merged here: a person decides.
 * Compared are those of the same name key, of a NIK one slip away and of the same family; the same NIK is refused before.
 */
export async function findDuplicates(desk: Pick<Desk, 'reference'>, db: Reader, sought: Sought): Promise<PossibleDuplicate[]> {
  const person = asComparable(sought, sought.card)
  const found: PossibleDuplicate[] = []
  for (const other of await listCandidates(db, sought)) {
    const match = matchOf(person, asComparable(other, await findCardOf(db, other.id)))
    if (!match) continue
    const areaLine = await areaLineOf(desk.reference, other.address.villageCode)
    const { id: residentId, name, nik, birthDate } = other
    found.push({ ...match, residentId, name, nikMasked: nik && maskNikBeside(nik, sought.nik), birthDate, areaLine })
  }
  return found.sort((a, b) => b.score - a.score)
}

async function listCandidates(db: Reader, sought: Sought): Promise<Resident[]> {
  const found = [
    ...(await listByNameKey(db, nameKey(sought.name))),
    ...(await listByNiks(db, sought.nik ? digitsOneOff(sought.nik) : [])),
    ...(sought.card ? await listOnCard(db, sought.card) : [])
  ]
  const byId = new Map(found.map(one => [one.id, one]))
  if (sought.id) byId.delete(sought.id)
  return [...byId.values()]
}

const asComparable = (one: Omit<Sought, 'card'>, card: string | null): Comparable =>
  comparable({ ...one, family: card, villageCode: one.address.villageCode })
