import { dateOfParts, type LocalDate } from '#shared/clock'
import type { ProgrammeState } from '#shared/registry/person'
import type { Sex } from '#shared/residents/nik'

/** Words for "nothing" in a cell. */
const nothing = new Set([
  '',
  '-',
  '--',
  '0',
  'null',
  'n/a',
  'na',
  'none',
  '#n/a',
  'nan',
  'kosong',
  'belum ada',
  'tidak ada',
  'tidak diketahui',
  '.'
])

/** What a spreadsheet shows where it could not calculate. */
export const isSheetError = (cell: string): boolean => /^#(null!|div\/0!|value!|ref!|name\?|num!)$/i.test(cell)

/** What stands below a list or a group of it; somebody with a number of their own may well be called so. */
export const isTotal = (cell: string): boolean =>
  /^(grand|sub)?\s*(total|jumlah)(\s+(total|keseluruhan|seluruhnya|semua|kk|jiwa|warga|data|orang))*\s*[:=]?$/i.test(cell)

const longestNothing = Math.max(...Array.from(nothing, word => word.length))

/** Whether a cell says that there is nothing. */
export const isNothing = (cell: string): boolean => cell.length <= longestNothing && nothing.has(cell.toLowerCase())

/** A code before its words says nothing that they do not: `1. Ya`, `2 - Perempuan`. */
const withoutCode = (cell: string): string => cell.replace(/^\d{1,2}\s*[.):-]\s*(?=\p{L})/u, '')

const sexes: ReadonlyMap<string, Sex> = new Map([
  ...['l', 'lk', 'laki laki', 'lakilaki', 'laki2', 'laki', 'pria', '1', 'm', 'male'].map(word => [word, 'male'] as const),
  ...['p', 'pr', 'perempuan', 'wanita', 'w', '2', 'f', 'female'].map(word => [word, 'female'] as const)
])

const sexWord = (cell: string): string =>
  withoutCode(cell)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** `priaWanita`: the list writes P for *pria*, a man, and W for *wanita*. */
export function readSex(cell: string, priaWanita = false): Sex | undefined {
  const word = sexWord(cell)
  return priaWanita && word === 'p' ? 'male' : sexes.get(word)
}

/** Whether P is a man in a list: where W is a woman and nobody is L. */
export function isPriaWanita(cells: readonly string[]): boolean {
  const words = new Set(cells.map(sexWord))
  return words.has('p') && words.has('w') && !words.has('l')
}

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

export type NumberReading =
  | { kind: 'number'; digits: string }
  | { kind: 'none' }
  | { kind: 'scientific' }
  | { kind: 'several' }
  | { kind: 'unreadable'; text: string }

/**
 * A NIK or KK number as a cell holds it; `scientific` is a number whose last digits a spreadsheet has thrown away. Provinces count from 11, so nothing
 * that begins with 0 is one; zeros alone stand where somebody has none.
 */
export function readNumber(cell: string): NumberReading {
  if (cell.length === 16 && sixteen.test(cell)) return { kind: 'number', digits: cell }
  const text = cell.replace(quotes, '').trim()
  if (isNothing(text) || /^0+$/.test(text)) return { kind: 'none' }
  if (/^\d[.,]?\d*E\+?\d+$/i.test(text)) return { kind: 'scientific' }
  const digits = text.replace(/^(\d{16})[.,]0+$/, '$1').replace(/[\s.\-\u2010-\u2015]/gu, '')
  const runs = digits.match(/\d+/g) ?? []
  const [only = ''] = runs
  // beside it may stand its name, a bracket, whose it is
  if (runs.length === 1 && sixteen.test(only)) return { kind: 'number', digits: only }
  if ((digits.match(/\d{16}/g) ?? []).length > 1) return { kind: 'several' }
  return { kind: 'unreadable', text }
}

const sixteen = /^[1-9]\d{15}$/
/** What keeps a number as text, as spreadsheets and people write it. */
const quotes = /^['’‘`´"]+|['’‘`´"]+$/g

const states: ReadonlyMap<string, ProgrammeState> = new Map([
  ...[
    'ya',
    'y',
    '1',
    'aktif',
    'true',
    'terima',
    'menerima',
    'penerima',
    'v',
    'x',
    '✓',
    '√',
    'ada',
    'yes',
    'active',
    'terdaftar',
    'peserta',
    'kpm'
  ].map(word => [word, 'active'] as const),
  ...['nonaktif', 'non aktif', 'non-aktif', 'tidak aktif', 'dinonaktifkan', 'inactive', 'stop', 'dihentikan', 'graduasi', 'pernah'].map(
    word => [word, 'inactive'] as const
  ),
  ...[
    'tidak',
    't',
    '0',
    '2',
    'bukan',
    'false',
    'no',
    'n',
    'tidak ada',
    'tidak terima',
    'tidak menerima',
    'belum',
    'tdk',
    'bukan penerima'
  ].map(word => [word, 'none'] as const)
])

/** What a cell says of one programme; null when it says nothing, undefined when nobody can tell. An amount of money means that it is paid. */
export function readProgrammeState(cell: string): ProgrammeState | null | undefined {
  const text = withoutCode(cell).toLowerCase()
  const state = states.get(text)
  if (state) return state
  if (isNothing(text)) return null
  if (/^(rp\.?\s*)?\d{2,3}([.,]?\d{3})+$/.test(text)) return 'active'
  if (/non.?aktif|tidak aktif|dinonaktifkan|graduasi/.test(text)) return 'inactive'
  return /\baktif\b|\bpenerima\b|^\d{4}[-/ ]/.test(text) ? 'active' : undefined
}

/** 1 to 10; null when not ranked, `range` when the list tells no more than `6-10` (as the public look-up does), undefined when it is no decile. */
export type DecileReading = number | 'range' | null | undefined

/** The decile of `3`, `Desil 3`, `3.0` or `D3`. */
export function readDecile(cell: string): DecileReading {
  const text = cell.toLowerCase()
  if (/^(?:desil)?[\s:.-]*$/.test(text) || (isNothing(text) && text !== '0') || /^(belum|tidak|tdk|non)\b/.test(text)) return null
  const found = /^(?:desil|d)?\s*\.?\s*(\d{1,2})(?:[.,]0+)?(?:\s*\(.*\))?$/.exec(text)
  const decile = Number(found?.[1])
  if (found) return decile >= 1 && decile <= 10 ? decile : undefined
  return isRange(text) ? 'range' : undefined
}

/** `6-10`, `6 s/d 10`, `> 5`, `6 ke atas`. */
function isRange(text: string): boolean {
  const bare = text.replaceAll(/desil|\s/g, '')
  const [, from, until] = /^(10|[1-9])(?:[-\u2010-\u2015]|s\.?\/?d\.?|sampai|hingga)(10|[1-9])$/.exec(bare) ?? []
  return from
    ? Number(from) < Number(until)
    : /^(?:[<>]=?|[≤≥]|diatas|dibawah|lebihdari)(?:10|[1-9])$|^(?:10|[1-9])(?:\+|keatas|kebawah)$/.test(bare)
}

/** A percentile 1 to 100 as its decile. */
export function readPercentile(cell: string): number | null | undefined {
  if (isNothing(cell)) return null
  const percentile = Number(cell.replace(',', '.').replace('%', ''))
  return percentile > 0 && percentile <= 100 ? Math.ceil(percentile / 10) : undefined
}

/** `003` from `3`, `RT 03` or `003`; null when it is none. */
export function readThreeDigits(cell: string): string | null {
  const digits = /^(?:rt|rw)?\s*\.?\s*(\d{1,3})(?:\.0+)?$/i.exec(cell)?.[1]
  return digits === undefined || Number(digits) === 0 ? null : digits.padStart(3, '0')
}
