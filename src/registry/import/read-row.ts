import { yearOf } from '#shared/clock'
import { type ColumnMap, PLACE_TARGETS, type RowRemark, type SetAsideReason } from '#shared/registry/import-columns'
import { PROGRAMMES, type RegistryPerson } from '#shared/registry/person'
import { isNikPlaceholder } from '#shared/residents/nik'
import type { AreaBook } from './areas'
import { brokenBy } from './broken-row'
import { withCardsFromAbove } from './cards-from-above'
import { isNothing, isSheetError, isTotal } from './cell-words'
import type { Habits } from './look'
import { type AnswerCodes, readExclusions, readLifeStatus, readRelation } from './read-codes'
import { readDate, readPlaceAndDate, readShortDate } from './read-days'
import { readProgrammes } from './read-programmes'
import { type DecileReading, readDecile, readNumber, readPercentile, readSex, readThreeDigits } from './read-values'
import type { RowReading } from './row-reading'
import { type Cell, type Cells, said, written } from './said'

/** How the rows of one file are read. */
export type Reading = Cells &
  Habits & {
    header: readonly string[]
    /** A row with more cells is broken. */
    width: number
    answers: AnswerCodes
    /** Who has no family card has that of a row above. */
    kkFromAbove: boolean
    areas: Pick<AreaBook, 'villageOf'>
    /** The Ministry's code of the village that the whole list is of. */
    village?: string
    /** The year that the list is of: nobody on it was born much later. */
    year: number
  }

const setAside = (reason: SetAsideReason): RowReading => ({ kind: 'set-aside', reason })

/** Reads the rows of one extract: each as a person, or why it is no person that can be trusted. Nothing is made up. */
export function rowReader(reading: Reading): (cells: readonly string[]) => RowReading {
  return reading.kkFromAbove ? withCardsFromAbove(eachRowReader(reading), reading) : eachRowReader(reading)
}

function eachRowReader(reading: Reading): (cells: readonly string[]) => RowReading {
  const { columns, header, width, answers } = reading
  const brokenReason = brokenBy(header, width, columns)
  const [firstNameOf, lastNameOf] = [written(reading, 'name'), written(reading, 'last-name')]
  const [nikOf, kkOf] = [written(reading, 'nik'), written(reading, 'kk')]
  const [familyIdOf, motherOf] = [written(reading, 'family-id'), written(reading, 'mother-name')]
  const [headOf, addressOf] = [written(reading, 'head-name'), written(reading, 'address')]
  const decileOf = said(reading, ['decile', 'percentile'], cell => readDecileOr(columns, cell))
  const birthOf = said(reading, ['birth-date', 'birth-place-date'], cell => readBirth(cell, reading))
  const birthPlaceOf = said(reading, ['birth-place'], cell => text(cell('birth-place'), 80))
  const sexIn = (cell: Cell) => unlessNothing(cell('sex'), text => readSex(text, reading.isPriaWanita))
  const sexOf = said(reading, ['sex'], sexIn)
  const relationOf = said(reading, ['relation', 'sex'], cell => {
    const sex = sexIn(cell) ?? null
    return unlessNothing(cell('relation'), relation => readRelation(relation, answers, sex))
  })
  const villageOf = said(reading, PLACE_TARGETS, cell => readVillage(reading, cell))
  const rtRwOf = said(reading, ['rt', 'rw', 'rt-rw'], readRtRw)
  const programmesOf = said(reading, ['programmes', ...PROGRAMMES], cell => readProgrammes(columns, cell))
  const exclusionsOf = said(reading, ['exclusion'], cell => readExclusionCell(columns, cell('exclusion')))
  const lifeOf = said(reading, ['life-status'], cell => unlessNothing(cell('life-status'), readLifeStatus))
  const others = Object.values(columns).filter(column => column !== columns.name && column !== columns['last-name'])
  const hasPlace = columns['village-code'] !== undefined || columns.village !== undefined

  return cells => {
    if (cells.every(cell => cell.trim() === '')) return { kind: 'blank' }
    const broken = brokenReason(cells)
    if (broken) return setAside(broken === 'too-few-cells' && cells.some(cell => isTotal(cell.trim())) ? 'total' : broken)
    const name = wholeName(firstNameOf(cells), lastNameOf(cells))
    if (!/\p{L}/u.test(name) || isNothing(name)) return setAside('no-name')
    if (isSheetError(name)) return setAside('formula')
    if (name.length > 100) return setAside('name-too-long')
    if (others.length > 0 && others.every(column => (cells[column] ?? '').trim() === '')) return setAside('only-a-name')

    const [nik, kk] = [readNumber(nikOf(cells)), readNumber(kkOf(cells))]
    if (nik.kind === 'scientific' || kk.kind === 'scientific') return setAside('number-scientific')
    if (nik.kind === 'several') return setAside('two-niks')
    if (reading.isRounded && nik.kind === 'number' && nik.digits.endsWith('0')) return setAside('nik-rounded')
    if (nik.kind !== 'number' && kk.kind !== 'number' && isTotal(name)) return setAside('total')
    const decile = decileOf(cells)
    if (decile === undefined) return setAside('decile-unreadable')

    const remarks: RowRemark[] = decile === 'range' ? ['decile-range'] : []
    const hasNik = nik.kind === 'number' && !isNikPlaceholder(nik.digits)
    if (columns.nik !== undefined && !hasNik) remarks.push(nik.kind === 'unreadable' ? 'nik-unreadable' : 'nik-missing')
    if (kk.kind === 'unreadable' || kk.kind === 'several') remarks.push('kk-unreadable')
    const birth = birthOf(cells)
    if (birth.text !== null) remarks.push(birth.isOfTwo ? 'birth-year-unclear' : 'birth-date-unreadable')
    const sex = sexOf(cells)
    if (sex === undefined) remarks.push('sex-unreadable')
    const relation = relationOf(cells)
    if (relation === undefined) remarks.push('relation-unreadable')
    const village = villageOf(cells)
    if (village === null && hasPlace) remarks.push('village-unknown')
    const [rt, rw] = rtRwOf(cells)
    const lifeStatus = lifeOf(cells)
    if (lifeStatus === undefined) remarks.push('life-status-unreadable')
    const { programmes, unreadable } = programmesOf(cells)
    for (let count = 0; count < unreadable; count++) remarks.push('programme-unreadable')
    const person: RegistryPerson = {
      nik: hasNik ? nik.digits : null,
      nikText: nik.kind === 'unreadable' ? cut(nik.text, 40) : null,
      kk: kk.kind === 'number' && !isNikPlaceholder(kk.digits) ? kk.digits : null,
      familyId: text(familyIdOf(cells), 40),
      name,
      birthDate: birth.date,
      birthText: birth.text,
      birthPlace: birthPlaceOf(cells) ?? birth.place,
      sex: sex ?? null,
      relation: relation?.relation ?? null,
      motherName: text(motherOf(cells), 100),
      headName: text(headOf(cells), 100),
      addressLine: text(addressOf(cells), 160),
      rt,
      rw,
      village,
      decile: decile === 'range' ? null : decile,
      programmes,
      ...exclusionsOf(cells),
      lifeStatus: lifeStatus ?? null,
      codeSet: relation?.isCoded ? answers : 'words'
    }
    return { kind: 'person', person, remarks }
  }
}

/** A name in one column or in two, of which the second may repeat what the first ends with. */
function wholeName(first: string, last: string): string {
  if (isNothing(last) || isSheetError(last) || first.toUpperCase().endsWith(` ${last.toUpperCase()}`)) return first
  return isNothing(first) ? last : `${first} ${last}`
}

/** Null for a cell that says that there is nothing. */
const unlessNothing = <T>(cell: string, read: (cell: string) => T): T | null => (isNothing(cell) ? null : read(cell))

/** A sign of two halves is not cut in two: half of one is no text. */
const cut = (value: string, longest: number): string =>
  value.length > longest
    ? value
        .slice(0, longest)
        .replace(/[\ud800-\udbff]$/, '')
        .trim()
    : value
const text = (value: string, longest: number): string | null => (isNothing(value) || isSheetError(value) ? null : cut(value, longest))

function readDecileOr(columns: ColumnMap, cell: Cell): DecileReading {
  if (columns.decile !== undefined) return readDecile(cell('decile'))
  return columns.percentile === undefined ? null : readPercentile(cell('percentile'))
}

type Birth = { date: string | null; text: string | null; isOfTwo: boolean; place: string | null }

/** `text` is what nobody can read as one day, `isOfTwo` when it can mean two; `place` what stands before the day in a cell with both. */
function readBirth(cell: Cell, { isMonthFirst, year }: Reading): Birth {
  const [dateCell, bothCell] = [cell('birth-date'), cell('birth-place-date')]
  const both = isNothing(bothCell) ? undefined : readPlaceAndDate(bothCell)
  const dateText = isNothing(dateCell) || /^0000/.test(dateCell) ? (both?.dateText ?? '') : dateCell
  const read = dateText === '' ? undefined : (readDate(dateText, isMonthFirst) ?? readShortDate(dateText, isMonthFirst, year))
  const isOfTwo = read === 'two'
  // a newborn may have come after the period that the list is called by
  const date = read === undefined || isOfTwo || yearOf(read) > year + 1 ? null : read
  return { date, text: date || dateText === '' ? null : cut(dateText, 40), isOfTwo, place: text(both?.place ?? '', 80) }
}

function readExclusionCell(columns: ColumnMap, cell: string): Pick<RegistryPerson, 'exclusions' | 'exclusionText'> {
  if (columns.exclusion === undefined) return { exclusions: null, exclusionText: null }
  const exclusions = isNothing(cell) ? [] : readExclusions(cell)
  return { exclusions, exclusionText: exclusions.length > 0 ? text(cell, 160) : null }
}

function readVillage({ areas, village: owner }: Reading, cell: Cell): RegistryPerson['village'] {
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
  // the Ministry counts villages from 1001, BPS to 999; a spreadsheet has taken the zeros from before either
  const width = digits.length === 4 ? [2, 4] : [3, 3]
  const provinceCode = province.replace(/\D/g, '')
  const districtCode = part(district.replace(/\D/g, ''), provinceCode, 2)
  return part(digits, part(subdistrict.replace(/\D/g, ''), districtCode, width[0] ?? 3), width[1] ?? 3)
}

/** `003/005`, `RT 003 RW 005` or `003005` in its two parts; a spreadsheet makes a day of the first, from which nobody can tell them again. */
function readPair(cell: string): string[] {
  if (readDate(cell) !== undefined || (readDate(`${cell}-2000`) !== undefined && /[a-z]{3}/i.test(cell))) return []
  const [, rt, rw] = /^(\d{3})(\d{3})$/.exec(cell) ?? /^(rt.*\d)\W*(rw.*)$/i.exec(cell) ?? []
  return rt !== undefined && rw !== undefined ? [rt, rw] : cell.split(/[/\-\\]/)
}

function readRtRw(cell: Cell): [string | null, string | null] {
  const both = readPair(cell('rt-rw'))
  return [
    readThreeDigits(cell('rt')) ?? readThreeDigits(both[0]?.trim() ?? ''),
    readThreeDigits(cell('rw')) ?? readThreeDigits(both[1]?.trim() ?? '')
  ]
}
