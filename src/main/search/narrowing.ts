import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type LocalDate, yearOf } from '#shared/clock'
import type { RegistryQuery } from '#shared/registry/find'
import { nameKey } from '#shared/residents/name-key'
import type { SearchFilter } from '#shared/search/search.contract'
import { isHeadedBy } from '../residents/families.store'
import { wordsOf } from './search.store'

/** What leaves people out of a search: `villages` are all that may be meant. */
export type Narrowing = Omit<SearchFilter, 'villageCode'> & { villages: readonly string[] | null }

export const narrowingOf = ({ villageCode, ...filter }: SearchFilter): Narrowing => ({
  ...filter,
  villages: villageCode ? [villageCode] : null
})

/** For a row of `resident`: whoever has no birth date stays, as nobody knows better; for a head of the family there has to be one. */
export function fitting({ villages, birthYear, age, headName }: Narrowing, today: LocalDate): RawBuilder<SqlBool> {
  const fits: RawBuilder<SqlBool>[] = []
  if (villages) {
    const list = sql.join(villages)
    fits.push(sql`(resident.address ->> '$.villageCode' in (${list}) or resident.domicile ->> '$.villageCode' in (${list}))`)
  }
  if (birthYear !== null) fits.push(sql`(resident.birth_date is null or substr(resident.birth_date, 1, 4) = ${String(birthYear)})`)
  else if (age !== null) {
    const [from, until] = [yearsBefore(today, age + 2), yearsBefore(today, age - 1)]
    fits.push(sql`(resident.birth_date is null or (resident.birth_date > ${from} and resident.birth_date <= ${until}))`)
  }
  if (headName?.trim()) fits.push(isHeadedBy(wordsOf(nameKey(headName))))
  return fits.length === 0 ? sql`true` : sql.join(fits, sql` and `)
}

/** The same for the register. */
export function inRegister({ villages, birthYear, age, headName }: Narrowing, today: LocalDate): Partial<RegistryQuery> {
  return {
    ...(villages && { villages: [...villages] }),
    ...(birthYear !== null ? { birthYear, birthYearSlack: 0 } : age !== null ? { birthYear: yearOf(today) - age, birthYearSlack: 1 } : {}),
    ...(headName?.trim() && { headName: headName.trim() })
  }
}

/** The same day so many years before; the last of February may name a day that is none, which is as good for comparing. */
const yearsBefore = (day: LocalDate, years: number): string => `${String(yearOf(day) - years).padStart(4, '0')}${day.slice(4)}`
