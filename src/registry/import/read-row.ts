import { type ColumnMap, type ColumnTarget, isProgramme, type RowRemark, type SetAsideReason } from '#shared/registry/import-columns'
import { PROGRAMMES, type RegistryPerson } from '#shared/registry/person'
import { isNikPlaceholder } from '#shared/residents/nik'
import { cleanName } from '#shared/residents/person-name'
import type { AreaBook } from './areas'
import { type AnswerCodes, readExclusions, readLifeStatus, readRelation } from './read-codes'
import {
  isNothing,
  readDate,
  readDecile,
  readNumber,
  readPercentile,
  readPlaceAndDate,
  readProgrammeState,
  readSex,
  readThreeDigits
} from './read-values'

/** How the rows of one file are read. */
export type Reading = {
  columns: ColumnMap
  /** How many cells the header has; a row with more or fewer is broken. */
  width: number
  header: readonly string[]
  answers: AnswerCodes
  areas: Pick<AreaBook, 'villageOf'>
  /** The Ministry's code of the village that the whole list is of. */
  village?: string
  decode: (cell: string) => string
  /** NIKs of this file that end in 0 have lost their last digit to a spreadsheet. */
  isRounded: boolean
}

export type RowReading =
  | { kind: 'person'; person: RegistryPerson; remarks: RowRemark[] }
  /** `blank` is a row with nothing in it: counted as no row at all. */
  | { kind: 'set-aside'; reason: SetAsideReason }
  | { kind: 'blank' }

const setAside = (reason: SetAsideReason): RowReading => ({ kind: 'set-aside', reason })

/** One row of an extract as a person, or why it is no person that can be trusted. Nothing is made up. */
export function readRow(reading: Reading, cells: readonly string[]): RowReading {
  if (cells.every(cell => cell.trim() === '')) return { kind: 'blank' }
  const broken = brokenReason(reading, cells)
  if (broken) return setAside(broken)
  const cell = (target: ColumnTarget): string => {
    const column = reading.columns[target]
    return column === undefined ? '' : tidy(cells[column] ?? '', reading.decode)
  }
  const name = cell('name')
  if (!/[\p{L}\p{N}]/u.test(name)) return setAside('no-name')
  if (name.length > 100) return setAside('name-too-long')

  const [nik, kk] = [readNumber(cell('nik')), readNumber(cell('kk'))]
  if (nik.kind === 'scientific' || kk.kind === 'scientific') return setAside('number-scientific')
  if (nik.kind === 'several') return setAside('two-niks')
  if (reading.isRounded && nik.kind === 'number' && nik.digits.endsWith('0')) return setAside('nik-rounded')
  const decile = decileOf(reading, cell)
  if (decile === undefined) return setAside('decile-unreadable')

  const remarks: RowRemark[] = []
  const remark = <T>(value: T | undefined, kind: RowRemark): T | null => {
    if (value !== undefined) return value
    remarks.push(kind)
    return null
  }
  const hasNik = nik.kind === 'number' && !isNikPlaceholder(nik.digits)
  if (reading.columns.nik !== undefined && !hasNik) remarks.push(nik.kind === 'unreadable' ? 'nik-unreadable' : 'nik-missing')
  if (kk.kind === 'unreadable' || kk.kind === 'several') remarks.push('kk-unreadable')
  const birth = birthOf(cell)
  if (birth.birthText !== null) remarks.push('birth-date-unreadable')
  const sexCell = cell('sex')
  const sex = isNothing(sexCell) ? null : remark(readSex(sexCell), 'sex-unreadable')
  const relationCell = cell('relation')
  const relation = isNothing(relationCell) ? null : remark(readRelation(relationCell, reading.answers, sex), 'relation-unreadable')
  const village = villageOf(reading, cell)
  if (village === null && hasPlace(reading.columns)) remarks.push('village-unknown')
  const [rt, rw] = rtRwOf(cell)
  const exclusionCell = cell('exclusion')
  const hasExclusions = reading.columns.exclusion !== undefined
  const exclusions = hasExclusions ? (isNothing(exclusionCell) ? [] : readExclusions(exclusionCell)) : null
  const lifeCell = cell('life-status')
  const person: RegistryPerson = {
    nik: hasNik ? nik.digits : null,
    nikText: nik.kind === 'unreadable' ? cut(nik.text, 40) : null,
    kk: kk.kind === 'number' && !isNikPlaceholder(kk.digits) ? kk.digits : null,
    familyId: text(cell('family-id'), 40),
    name,
    ...birth,
    sex,
    relation: relation?.relation ?? null,
    motherName: text(cell('mother-name'), 100),
    headName: text(cell('head-name'), 100),
    addressLine: text(cell('address'), 160),
    rt,
    rw,
    village,
    decile,
    programmes: programmesOf(reading.columns, cell, remarks),
    exclusions,
    exclusionText: exclusions && exclusions.length > 0 ? text(exclusionCell, 160) : null,
    lifeStatus: isNothing(lifeCell) ? null : (readLifeStatus(lifeCell) ?? null),
    codeSet: relation?.isCoded ? reading.answers : 'words'
  }
  return { kind: 'person', person, remarks }
}

/** A cell that is longer was swallowed by a quote that is never closed. */
const mostLines = 4

function brokenReason({ width, header, columns }: Reading, cells: readonly string[]): SetAsideReason | undefined {
  if (cells.length < width && Object.values(columns).some(column => column >= cells.length)) return 'too-few-cells'
  if (cells.length > width && cells.slice(width).some(cell => cell.trim() !== '')) return 'too-many-cells'
  if (cells.some(cell => cell.includes('\n') && cell.split('\n').length > mostLines)) return 'cell-with-many-lines'
  const mapped = Object.values(columns)
  if (mapped.length > 1 && mapped.every(column => cells[column]?.trim() === header[column]?.trim())) return 'header-again'
  return mapped.some(column => isFormula(cells[column] ?? '')) ? 'formula' : undefined
}

/** What a spreadsheet would calculate; `="3324…"` is only its way to keep a number as text, and a sign before a number is one. */
const isFormula = (cell: string): boolean => {
  const first = cell.charCodeAt(0)
  // most cells begin with a letter or a digit
  if (first > 64 || (first >= 48 && first <= 57)) return false
  return /^\s*=(?!"[^"]*"$)|^\s*@\w|^\s*[+-]\s*[A-Za-z(@=]/.test(cell)
}

/** The cell's text: composed, on one line, without unseen characters, apostrophes and formula quotes that only keep a number as text. */
function tidy(cell: string, decode: Reading['decode']): string {
  const text = cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell
  return isPlain.test(text) ? text.trim() : cleanName(decode(text))
}
const isPlain = /^[\x20-\x7e]*$/

const cut = (value: string, longest: number): string => (value.length > longest ? value.slice(0, longest).trim() : value)
const text = (value: string, longest: number): string | null => (isNothing(value) ? null : cut(value, longest))

type Cell = (target: ColumnTarget) => string

function decileOf({ columns }: Reading, cell: Cell): number | null | undefined {
  if (columns.decile !== undefined) return readDecile(cell('decile'))
  return columns.percentile === undefined ? null : readPercentile(cell('percentile'))
}

function birthOf(cell: Cell): Pick<RegistryPerson, 'birthDate' | 'birthText' | 'birthPlace'> {
  const [dateCell, placeCell, bothCell] = [cell('birth-date'), cell('birth-place'), cell('birth-place-date')]
  const both = isNothing(bothCell) ? undefined : readPlaceAndDate(bothCell)
  const dateText = isNothing(dateCell) || /^0000/.test(dateCell) ? (both?.dateText ?? '') : dateCell
  const birthDate = (dateText === '' ? undefined : readDate(dateText)) ?? null
  return {
    birthDate,
    birthText: birthDate || dateText === '' ? null : cut(dateText, 40),
    birthPlace: text(placeCell, 80) ?? text(both?.place ?? '', 80)
  }
}

const hasPlace = (columns: ColumnMap): boolean => columns['village-code'] !== undefined || columns.village !== undefined

function villageOf({ areas, village: owner }: Reading, cell: Cell): RegistryPerson['village'] {
  if (owner && cell('village-code') === '' && cell('village') === '') return { codeSet: 'kemendagri', code: owner }
  const [province, district, subdistrict, village] = [
    cell('province-code'),
    cell('district-code'),
    cell('subdistrict-code'),
    cell('village-code')
  ]
  return areas.villageOf({
    code: joinCodes(province, district, subdistrict, village),
    province: cell('province'),
    district: cell('district'),
    subdistrict: cell('subdistrict'),
    village: cell('village')
  })
}

/** A whole code, or the parts of one in columns of their own: 33 + 24 + 010 + 001. */
function joinCodes(province: string, district: string, subdistrict: string, village: string): string {
  const digits = village.replace(/\D/g, '')
  if (digits.length >= 10 || digits === '') return village
  if (digits.length > 4) return digits
  const part = (code: string, before: string, length: number): string =>
    code.startsWith(before) && code.length > length ? code : before + code.padStart(length, '0')
  const width = digits.length === 4 || subdistrict.replace(/\D/g, '').length <= 2 ? [2, 4] : [3, 3]
  const provinceCode = province.replace(/\D/g, '')
  const districtCode = part(district.replace(/\D/g, ''), provinceCode, 2)
  return part(digits, part(subdistrict.replace(/\D/g, ''), districtCode, width[0] ?? 3), width[1] ?? 3)
}

function rtRwOf(cell: Cell): [string | null, string | null] {
  const both = cell('rt-rw').split(/[/\-\\]/)
  return [
    readThreeDigits(cell('rt')) ?? readThreeDigits(both[0]?.trim() ?? ''),
    readThreeDigits(cell('rw')) ?? readThreeDigits(both[1]?.trim() ?? '')
  ]
}

/** One column a programme, or one column that lists them. */
function programmesOf(columns: ColumnMap, cell: Cell, remarks: RowRemark[]): RegistryPerson['programmes'] {
  const found: RegistryPerson['programmes'] = {}
  const listed = ` ${cell('programmes')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')} `
  for (const programme of PROGRAMMES) {
    if (columns[programme] !== undefined && isProgramme(programme)) {
      const state = readProgrammeState(cell(programme))
      if (state === undefined) remarks.push('programme-unreadable')
      else if (state) found[programme] = state
    } else if (listed.length > 2 && listNames[programme].some(words => listed.includes(` ${words} `))) found[programme] = 'active'
  }
  return found
}

const listNames: Record<(typeof PROGRAMMES)[number], readonly string[]> = {
  pkh: ['pkh'],
  sembako: ['sembako', 'bpnt'],
  'pbi-jk': ['pbi', 'pbi jk', 'pbi jkn', 'kis'],
  'pbi-apbd': ['pbi apbd', 'pbid', 'jamkesda'],
  pip: ['pip', 'kip'],
  'kip-kuliah': ['kip kuliah'],
  kks: ['kks'],
  'blt-desa': ['blt', 'blt desa', 'blt dd'],
  yapi: ['yapi', 'yatim piatu'],
  electricity: ['subsidi listrik'],
  rutilahu: ['rtlh', 'rutilahu'],
  other: []
}
