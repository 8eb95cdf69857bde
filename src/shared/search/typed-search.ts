/** What somebody typed to find a person: the name, and when that person was born where it was typed too. */
export type TypedSearch = { name: string; birthYear: number | null; age: number | null }

const YEAR = /(?:^|\s)(?:lahir|thn|tahun|born)?\s*(?:\d{1,2}[-/.]\d{1,2}[-/.])?((?:18[5-9]|19\d|20\d)\d)(?=\s|$)/i
const AGE = /(?:^|\s)(?:(?:umur|usia|age)\s*(\d{1,3})(?:\s*(?:th|thn|tahun|years?))?|(\d{1,3})\s*(?:th|thn|tahun|years?(?: old)?))(?=\s|$)/i
/** A number of two or three digits behind the name; one alone is the first of a year, and behind some words it is where somebody lives. */
const BARE_AGE = /(?<!(?:^|\s)(?:rt|rw|no|nomor|blok|gang|gg)\.?)\s([1-9]\d{1,2})$/i
const OLDEST = 130
/** The neighbourhood, which no list of names knows. */
const NEIGHBOURHOOD = /(?<=\s)rt[\s./]*\d{1,3}(?:\s*\/?\s*(?:rw)?[\s./]*\d{1,3})?(?=\s|$)|(?<=\s)rw[\s./]*\d{1,3}(?=\s|$)/gi

/**
 * Reads `siti aminah 1990`, `siti aminah 17-08-1990`, `siti aminah 36 tahun` and `siti aminah 36`. A year that is still to come is none; where
 * digits are left beside the name nothing was meant so, but a number of a letter, a case or a card. `siti rt 3 rw 5` is the name alone.
 */
export function readTypedSearch(all: string, thisYear: number): TypedSearch {
  const typed = withoutNeighbourhood(all)
  const asTyped: TypedSearch = { name: typed, birthYear: null, age: null }
  const year = YEAR.exec(typed)
  const age = year ? null : (AGE.exec(typed) ?? BARE_AGE.exec(typed.trimEnd()))
  const found = year ?? age
  if (!found) return asTyped
  const name = `${typed.slice(0, found.index)} ${typed.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim()
  if (!/\p{L}{2}/u.test(name) || /\d/.test(name)) return asTyped
  const number = Number(year ? year[1] : (age?.[1] ?? age?.[2]))
  if (year) return number > thisYear ? asTyped : { name, birthYear: number, age: null }
  return number > OLDEST ? asTyped : { name, birthYear: null, age: number }
}

function withoutNeighbourhood(typed: string): string {
  const name = typed.replace(NEIGHBOURHOOD, ' ')
  return name === typed ? typed : name.replace(/\s+/g, ' ').trim()
}
