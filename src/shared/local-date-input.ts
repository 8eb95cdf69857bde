/** Days as people type and read them. A typed day is taken as written or refused, never shifted and never guessed. */
import { ageOn, type DateParts, dateOfParts, type LocalDate, partsOf, weekdayOf } from '#shared/clock'

export type Language = 'id' | 'en'

export type TypedDateProblem =
  | { kind: 'empty' }
  | { kind: 'not-a-date' }
  | { kind: 'no-such-day'; day: number; month: number; year: number }
  | { kind: 'two-digit-year'; candidates: LocalDate[] }
  | { kind: 'in-future' }
  | { kind: 'too-old' }

export type TypedDate = { ok: true; value: LocalDate } | { ok: false; problem: TypedDateProblem }

/** `past`: a day that must have happened, within 130 years (a birth, a death, an issued document). */
export type TypedDateOptions = { past?: boolean }

const oldestYears = 130

const monthNames: Record<Language, readonly string[]> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
}

const weekdayNames: Record<Language, readonly string[]> = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
}

const monthSpellings: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb', 'pebruari'],
  ['mar', 'mrt'],
  ['apr'],
  [],
  ['jun'],
  ['jul'],
  ['agu', 'ags', 'agt', 'agust', 'aug'],
  ['sep', 'sept'],
  ['okt', 'oct'],
  ['nov', 'nop', 'nopember'],
  ['des', 'dec']
]

const monthByName: ReadonlyMap<string, number> = new Map(
  monthSpellings.flatMap((spellings, index) =>
    [monthNames.id[index] ?? '', monthNames.en[index] ?? '', ...spellings].map(name => [name.toLowerCase(), index + 1])
  )
)

/**
 * The day that was typed, day first: `17081990`, `17/8/1990`, `17-08-1990`, `17.8.1990`, `17 8 1990`, `17 agu 1990`, or ISO `1990-08-17`.
 * A year of two digits is answered with the days it could mean, for the person to choose.
 */
export function parseTypedDate(text: string, today: LocalDate, options: TypedDateOptions = {}): TypedDate {
  const typed = text.trim().toLowerCase()
  if (typed === '') return refused({ kind: 'empty' })
  const read = readTyped(typed)
  if (!read) return refused({ kind: 'not-a-date' })
  const { day, month, yearText } = read
  const year = Number(yearText)
  if (yearText.length === 2) return askCentury({ day, month, year }, today, options)
  if (year < 1000) return refused({ kind: 'not-a-date' })
  const value = dateOfParts({ day, month, year })
  if (value === undefined) return refused({ kind: 'no-such-day', day, month, year })
  const problem = problemOfPast(value, today, options)
  return problem ? refused(problem) : { ok: true, value }
}

/** `Jumat, 17 Agustus 1990` or `Friday, 17 August 1990`. */
export function formatDateLong(date: LocalDate, language: Language = 'id'): string {
  return `${weekdayNames[language][weekdayOf(date)]}, ${formatDate(date, language)}`
}

/** `17 Agustus 1990` or `17 August 1990`. */
export function formatDate(date: LocalDate, language: Language = 'id'): string {
  const { day, month, year } = partsOf(date)
  return `${day} ${monthNames[language][month - 1]} ${year}`
}

/** `17-08-1990` */
export function formatDateShort(date: LocalDate): string {
  partsOf(date)
  return date.split('-').reverse().join('-')
}

function readTyped(typed: string): { day: number; month: number; yearText: string } | undefined {
  if (typed.length > 40) return undefined
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return { day: Number(iso[3]), month: Number(iso[2]), yearText: iso[1] ?? '' }
  const numeric =
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed) ?? /^(\d{1,2})(?: ?([/.-]) ?| )(\d{1,2})(?: ?\2 ?| )(\d{4}|\d{2})$/.exec(typed)
  if (numeric) {
    const [day, month, yearText = ''] = numeric.length === 4 ? numeric.slice(1) : [numeric[1], numeric[3], numeric[4]]
    return { day: Number(day), month: Number(month), yearText }
  }
  const named = /^(\d{1,2})[ ./-]*([a-z]+)[ ./-]*(\d{4}|\d{2})$/.exec(typed)
  const month = monthByName.get(named?.[2] ?? '')
  return named && month !== undefined ? { day: Number(named[1]), month, yearText: named[3] ?? '' } : undefined
}

function askCentury({ day, month, year }: DateParts, today: LocalDate, options: TypedDateOptions): TypedDate {
  const real = [1900, 2000].flatMap(century => dateOfParts({ day, month, year: century + year }) ?? [])
  if (real.length === 0) return refused({ kind: 'no-such-day', day, month, year })
  const candidates = real.filter(date => !problemOfPast(date, today, options))
  return refused(candidates.length > 0 ? { kind: 'two-digit-year', candidates } : { kind: 'in-future' })
}

function problemOfPast(date: LocalDate, today: LocalDate, { past = false }: TypedDateOptions): TypedDateProblem | undefined {
  if (!past) return undefined
  if (date > today) return { kind: 'in-future' }
  return ageOn(date, today) > oldestYears ? { kind: 'too-old' } : undefined
}

function refused(problem: TypedDateProblem): TypedDate {
  return { ok: false, problem }
}
