import type { SearchFilter } from '#shared/search/search.contract'

/** What stands in the narrowing fields, as it was typed. */
export type TypedFilter = { villageCode: string; born: string; head: string }
export const NO_FILTER: TypedFilter = { villageCode: '', born: '', head: '' }

/** A year of four digits, or an age of at most three; null for what is neither. */
export function readBorn(typed: string): Pick<SearchFilter, 'birthYear' | 'age'> | null {
  const text = typed.trim()
  if (text === '') return { birthYear: null, age: null }
  if (/^(18[5-9]|19\d|20\d)\d$/.test(text)) return { birthYear: Number(text), age: null }
  return /^\d{1,3}$/.test(text) && Number(text) <= 130 ? { birthYear: null, age: Number(text) } : null
}

/** The filter to search with; null while nothing narrows. A year that is not finished narrows nothing yet. */
export function readFilter({ villageCode, born, head }: TypedFilter): SearchFilter | null {
  const { birthYear, age } = readBorn(born) ?? { birthYear: null, age: null }
  const headName = head.replace(/\p{C}/gu, '').trim().slice(0, 100) || null
  if (!villageCode && birthYear === null && age === null && !headName) return null
  return { villageCode: villageCode || null, birthYear, age, headName }
}
