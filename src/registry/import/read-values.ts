import type { ProgrammeState } from '#shared/registry/person'
import type { Sex } from '#shared/residents/nik'
import { isNothing, quotes, withoutCode } from './cell-words'

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
