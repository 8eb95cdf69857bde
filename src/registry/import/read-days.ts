import { dateOfParts, type LocalDate } from '#shared/clock'
import { quotes } from './cell-words'

const months: ReadonlyMap<string, number> = new Map(
  `januari jan january i;februari feb pebruari peb february ii;maret mar march iii;april apr iv;mei may v;juni jun june vi;juli jul july vii;
   agustus agu ags agt aug august viii;september sep sept ix;oktober okt oct october x;november nov nop nopember xi;desember des dec december xii`
    .split(';')
    .flatMap((names, index) =>
      names
        .trim()
        .split(/\s+/)
        .map(name => [name, index + 1] as const)
    )
)

/**
 * A day as exports write it: `1990-08-17` (with a time behind it), `17/08/1990`, `17-8-1990`, `17 Agustus 1990`, `17-VIII-1990`, `17081990`,
 * `19900817`, a spreadsheet's day number. Day before month (the other way round where the list does so, see `isMonthFirst`), unless that gives no day. Undefined
 * for a year alone: no day is made up.
 */
export function readDate(cell: string, monthFirst = false): LocalDate | undefined {
  const text = cell
    .replace(quotes, '')
    .replace(/^(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\b[ ,]*/i, '')
    .replace(/[T ]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?( ?[AP]M|Z|[+-]\d\d:?\d\d)?$/i, '')
    .trim()
    .replace(/\s*([-/.\\])\s*/g, '$1')
    .replaceAll('\\', '/')
    .replace(/[.,;]$/, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text)
  if (iso) return dayOf(iso[3], iso[2], iso[1])
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})((?:18|19|20)\d{2})$/.exec(text)
  if (local) {
    const [day, month] = monthFirst ? [local[2], local[1]] : [local[1], local[2]]
    return dayOf(day, month, local[3]) ?? dayOf(month, day, local[3])
  }
  const named = /^(\d{1,2})[-/. ]*([a-z]+)[-/. ,]*(\d{4})$/i.exec(text)
  if (named) return dayOf(named[1], String(months.get((named[2] ?? '').toLowerCase()) ?? 0), named[3])
  const american = /^([a-z]+)[. ]*(\d{1,2}),? *(\d{4})$/i.exec(text)
  if (american) return dayOf(american[2], String(months.get((american[1] ?? '').toLowerCase()) ?? 0), american[3])
  return /^\d{4,5}([.,]\d+)?$/.test(text) ? dayOfSerial(Number.parseInt(text, 10)) : undefined
}

/** Nobody on a list is older. */
const OLDEST = 110

/** A day whose year has two digits, in a list of the year `upTo`: the one century that somebody alive can be born in; `two` where both are possible. */
export function readShortDate(cell: string, monthFirst: boolean, upTo: number): LocalDate | 'two' | undefined {
  const [, before, short] = /^(\d{1,2}\s*[-/. ]\s*\d{1,2}\s*[-/.]\s*|\d{1,2}[-/. ]*[a-z]+[-/. ,]*)['’]?(\d{2})$/i.exec(cell.trim()) ?? []
  if (before === undefined) return undefined
  const days = [1800, 1900, 2000, 2100]
    .map(century => century + Number(short))
    .filter(year => year <= upTo && year >= upTo - OLDEST)
    .flatMap(year => readDate(`${before}${year}`, monthFirst) ?? [])
  return days.length > 1 ? 'two' : days[0]
}

const dayOf = (day = '', month = '', year = ''): LocalDate | undefined => {
  const parts = { day: Number(day), month: Number(month), year: Number(year) }
  return parts.year < 1850 || parts.year > 2200 ? undefined : dateOfParts(parts)
}

/** A list cannot hold so few days with the month second by chance or by slips. */
const SLIPS = 10

/** Whether the days of a list are written with the month first, as a spreadsheet does that was not set to Indonesian. */
export function isMonthFirst(cells: readonly string[]): boolean {
  let [dayFirst, monthFirst] = [0, 0]
  for (const cell of cells) {
    const [, first, second] = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)/.exec(cell) ?? []
    if (Number(first) > 12) dayFirst++
    else if (Number(second) > 12) monthFirst++
  }
  return monthFirst > SLIPS * dayFirst
}

/** Days counted from 30 December 1899, as spreadsheets do; from 1900 on, and none that lie ahead of any import. A number that can be a year is one. */
const dayOfSerial = (serial: number): LocalDate | undefined =>
  serial > 366 && serial < 73_415 && !(serial >= 1850 && serial <= 2200)
    ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
    : undefined

/** `Kendal, 17-08-1990` in its parts, of which either may be missing; a place may hold a number too. The day's text is what follows the place, day or not. */
export function readPlaceAndDate(cell: string): { place: string; dateText: string } {
  const starts = Array.from(cell.matchAll(/(?:^|[-,/ ])\s*(?=\d)/g), ({ index, 0: { length } }) => index + length)
  const at = starts.find(start => readDate(cell.slice(start)) !== undefined) ?? starts[0] ?? cell.length
  return { place: cell.slice(0, at).replace(/[-,/\s]+$/, ''), dateText: cell.slice(at).trim() }
}
