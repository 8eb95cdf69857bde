import { ageOn, type LocalDate, yearOf } from '#shared/clock'
import { nameKey } from '#shared/residents/name-key'
import type { Resident } from '#shared/residents/resident'
import type { SearchFilter } from '#shared/search/search.contract'
import type { Reader } from '../database/tables'
import { listCardsOf } from '../residents/families.store'

/** Those who fit a filter. Whoever has no birth date stays, as nobody knows better; for a head of the family there has to be one. */
export async function narrowed<F extends { resident: Resident }>(
  db: Reader,
  found: F[],
  filter: SearchFilter | null,
  today: LocalDate
): Promise<F[]> {
  if (!filter) return found
  const near = found.filter(({ resident }) => isInVillage(resident, filter.villageCode) && isOfAge(resident.birthDate, filter, today))
  const head = nameKey(filter.headName ?? '')
  if (!head) return near
  const families = await listCardsOf(
    db,
    near.map(one => one.resident.id)
  )
  const headed = new Set(families.filter(({ headName }) => headName && isCalled(nameKey(headName), head)).map(family => family.residentId))
  return near.filter(one => headed.has(one.resident.id))
}

const isInVillage = ({ address, domicile }: Resident, code: string | null): boolean =>
  code === null || address.villageCode === code || domicile?.villageCode === code

function isOfAge(birthDate: LocalDate | null, { birthYear, age }: SearchFilter, today: LocalDate): boolean {
  if (birthDate === null) return true
  if (birthYear !== null) return yearOf(birthDate) === birthYear
  return age === null || Math.abs(ageOn(birthDate, today) - age) <= 1
}

/** Whether a name has a beginning of each word, in any order. */
const isCalled = (name: string, typed: string): boolean => {
  const words = name.split(' ')
  return typed.split(' ').every(part => words.some(word => word.startsWith(part)))
}
