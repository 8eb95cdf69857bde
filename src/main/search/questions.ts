import { type LocalDate, yearOf } from '#shared/clock'
import { COST } from '#shared/registry/name-costs'
import type { AlsoFits, SearchFilter } from '#shared/search/search.contract'
import { mayNamePlace } from '#shared/search/typed-places'
import { readTypedSearch } from '#shared/search/typed-search'
import type { Reference } from '../database/reference'
import type { Reader } from '../database/tables'
import { findOffice } from '../office/office.store'
import { type Narrowing, narrowingOf } from './narrowing'
import { typedPlaces } from './typed-places'

/** One way to understand what was typed; `behind` is how much farther than as typed its answers are, `alsoFits` what of the typed words is no name. */
export type Question = { text: string; narrowing: Narrowing | null; behind: number; alsoFits: readonly AlsoFits[] }

const ANYWHERE: Narrowing = { villages: null, birthYear: null, age: null, headName: null }

/** What may be meant: all words are the name, or those at its end are where the person lives. A year or an age is when they were born, unless a field says it. */
export async function questionsOf(
  { db, reference }: { db: Reader; reference: Reference },
  typed: string,
  filter: SearchFilter | null,
  today: LocalDate
): Promise<Question[]> {
  const given = filter && narrowingOf(filter)
  const { name, birthYear, age } = readTypedSearch(typed, yearOf(today))
  const saysBirth = given !== null && (given.birthYear !== null || given.age !== null)
  const isBorn = !saysBirth && (birthYear !== null || age !== null)
  const narrowing = isBorn ? { ...(given ?? ANYWHERE), birthYear, age } : given
  const alsoFits: AlsoFits[] = isBorn ? ['birth'] : []
  const asNamed: Question = { text: name, narrowing, behind: 0, alsoFits }
  if (given?.villages || /\d/.test(name) || !mayNamePlace(name)) return [asNamed]
  const office = await findOffice(db)
  const places = office ? await typedPlaces(reference, office.districtCode, name) : []
  return [
    asNamed,
    ...places.map(place => ({
      text: place.name,
      narrowing: { ...(narrowing ?? ANYWHERE), villages: place.villages },
      behind: COST.slip,
      alsoFits: [...alsoFits, 'village' as const]
    }))
  ]
}
