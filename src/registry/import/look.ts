import { createHash } from 'node:crypto'
import type { EditionDraft } from '#shared/registry/edition'
import { COLUMN_TARGETS, type ColumnMap, type ColumnTarget } from '#shared/registry/import-columns'
import type { SaidMap } from './column-maps'
import { openCsv } from './csv-table'
import { findHeader, guessColumns, type Header, tellsApart } from './guess-columns'
import { headerKey } from './header-words'
import { ImportError, problemOfSystem } from './import-error'
import type { AnswerCodes } from './read-codes'
import { isMonthFirst } from './read-days'
import { isPriaWanita, readNumber } from './read-values'
import { areRounded } from './rounded-niks'
import { type FileKind, sniff } from './sniff'
import type { Table } from './table'

/** How many rows are looked at before anything is decided. */
const sampleRows = 500

/** What a file is, before a row of it is taken over. */
export type Look = {
  table: Table
  header: string[]
  /** The header with each of its words once, as a column is pointed at: a second NAMA is `NAMA (2)`. */
  headings: string[]
  /** Cells of the header's row, those without words at its end included. */
  width: number
  /** Rows above the header, and the header itself. */
  skippedRows: number
  sample: string[][]
  guess: ColumnMap
  /** Of the header's words: the same export in another month has the same. */
  fingerprint: string
}

/** Opens a list of any kind and finds its header, by `isHeader` first; throws an ImportError. */
export async function look(path: string, isHeader: (cells: readonly string[]) => boolean, signal?: AbortSignal): Promise<Look> {
  const table = await openTable(path)
  const rows = await firstRows(table, signal)
  const known = rows.slice(0, 40).findIndex(row => isHeader(withoutEmptyEnd(row)) && !row.some(isNumber))
  const found: Header | undefined = known < 0 ? findHeader(rows) : { at: known, rows: 1, cells: rows[known] ?? [] }
  if (!found) throw new ImportError({ kind: 'no-header' })
  const header = withoutEmptyEnd(found.cells)
  const skippedRows = found.at + found.rows
  const sample = rows.slice(skippedRows)
  const width = found.cells.length
  const [headings, guess, fingerprint] = [toldApart(header), guessColumns(header, sample), fingerprintOf(header)]
  return { table, header, headings, width, skippedRows, sample, guess, fingerprint }
}

/** A NIK or a family card: whoever pointed at a row with one would lose a person, and have them kept as the name of a column. */
const isNumber = (cell: string): boolean => /\d{10}/.test(cell.replaceAll(/[\s.'-]/g, ''))

/** Headings of two rows often say NIK and NAMA of the head first and of the member after. */
function toldApart(header: readonly string[]): string[] {
  const taken = new Set<string>()
  return header.map(name => {
    let [own, n] = [name, 1]
    while (name !== '' && taken.has(own)) own = `${name} (${++n})`
    taken.add(own)
    return own
  })
}

export const fingerprintOf = (header: readonly string[]): string =>
  createHash('sha256').update(header.map(headerKey).join('\n')).digest('hex').slice(0, 32)

/** Whether a row is the header that the officer speaks of. */
export function isHeaderOf(said: SaidMap | null): (cells: readonly string[]) => boolean {
  const names = Object.values(said?.columns ?? {}).filter(name => name !== '')
  return cells => {
    const headings = toldApart(cells)
    return names.length > 0 && names.every(name => columnOf(headings, name) >= 0)
  }
}

function columnOf(headings: readonly string[], name: string): number {
  const exact = headings.indexOf(name)
  return exact >= 0 ? exact : headings.findIndex(cell => headerKey(cell) !== '' && headerKey(cell) === headerKey(name))
}

/** What kind of list a file is; throws an ImportError for what is none, or is too large to be read. */
export const kindOf = (path: string): Promise<FileKind> => orProblem(() => sniff(path))

const openTable = (path: string): Promise<Table> =>
  orProblem(async () => {
    const file = await sniff(path)
    if (file.kind === 'text') return openCsv(path, file.encoding, file.bomBytes)
    // the workbook library is large and rarely needed
    const { openWorkbook } = await import('./workbook-table')
    return openWorkbook(path, file.format)
  })

async function orProblem<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const problem = problemOfSystem(error)
    throw problem ? new ImportError(problem, error) : error
  }
}

async function firstRows(table: Table, signal?: AbortSignal): Promise<string[][]> {
  const rows: string[][] = []
  for await (const batch of table.rows(signal)) {
    rows.push(...batch.map(row => row.map(cell => table.decode(cell))))
    if (rows.length >= sampleRows) break
  }
  return rows.slice(0, sampleRows)
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex(cell => cell.trim() !== '')
  return cells.slice(0, last + 1).map(cell => cell.trim())
}

/** The columns to read by: what the officer says by header names, over what was guessed. */
export function chosenColumns({ headings, guess }: Look, said: Partial<Record<ColumnTarget, string>>): ColumnMap {
  const missing: string[] = []
  const chosen: ColumnMap = {}
  for (const target of COLUMN_TARGETS) {
    const name = said[target]
    if (name === undefined || name === '') continue
    const column = columnOf(headings, name)
    if (column < 0) missing.push(name)
    else chosen[target] = column
  }
  if (missing.length > 0) throw new ImportError({ kind: 'column-missing', columns: missing })
  const taken = new Set(Object.values(chosen))
  for (const target of COLUMN_TARGETS) {
    const column = guess[target]
    // an empty name says that no column holds it
    if (column !== undefined && said[target] === undefined && !taken.has(column)) chosen[target] = column
  }
  return chosen
}

/** A national extract has names and NIKs; a village's list at least names and something to tell people of one name apart. */
export function refuseMissing(columns: ColumnMap, source: EditionDraft['source']): void {
  const missing: ColumnTarget[] = columns.name === undefined ? ['name'] : []
  if (columns.nik === undefined && (source !== 'village-list' || !tellsApart(columns))) missing.push('nik')
  if (missing.length > 0) throw new ImportError({ kind: 'column-missing', columns: missing })
}

/** Which list of codes a file's numbers are read with, when nobody says so. */
export function guessAnswers({ header, sample }: Look, columns: ColumnMap, source: EditionDraft['source']): AnswerCodes {
  const column = columns.relation
  const cells = column === undefined ? [] : sample.map(row => row[column]?.trim() ?? '')
  const heading = column === undefined ? '' : headerKey(header[column] ?? '')
  if (heading.includes('shdk') || cells.some(cell => /^(9|10|11)$/.test(cell))) return 'civil-registry'
  // a household is a survey's word; a family card knows families
  const isSurvey = /\b(krt|rumah tangga)\b/.test(heading)
  if (source === 'village-list' && !isSurvey) return 'civil-registry'
  return source === 'DTSEN' ? 'regsosek-2022' : 'bdt-2015'
}

export async function looksRounded({ table, sample }: Look, columns: ColumnMap): Promise<boolean> {
  const column = columns.nik
  if (column === undefined) return false
  const niks = (rows: readonly string[][]): string[] =>
    rows.flatMap(row => {
      const reading = readNumber(row[column]?.trim() ?? '')
      return reading.kind === 'number' ? [reading.digits] : []
    })
  return areRounded(niks(sample)) || areRounded(niks(await table.samples()))
}

/** The columns in which a family's number may stand in its first row alone: such numbers, and many empty cells below them. */
export function gappedColumns({ header, sample }: Look): number[] {
  const rows = sample.filter(row => row.some(cell => cell.trim() !== ''))
  return [...header.keys()].filter(column => {
    const cells = rows.map(row => row[column]?.trim() ?? '')
    const first = cells.findIndex(cell => readNumber(cell).kind === 'number')
    return first >= 0 && cells.slice(first).filter(cell => cell === '').length * GAPPED > rows.length
  })
}

/** One empty cell in so many is more than people without a card. */
const GAPPED = 5

/** How whoever wrote a list wrote it, as far as no heading says. */
export type Habits = {
  /** NIKs of this file that end in 0 have lost their last digit to a spreadsheet. */
  isRounded: boolean
  /** Days of birth are written with the month first. */
  isMonthFirst: boolean
  /** Sex is written P for a man and W for a woman. */
  isPriaWanita: boolean
}

export const habitsOf = async (found: Look, columns: ColumnMap): Promise<Habits> => ({
  isRounded: await looksRounded(found, columns),
  isMonthFirst: looksMonthFirst(found, columns),
  isPriaWanita: looksPriaWanita(found, columns)
})

/** Whether the first rows write days of birth with the month first. */
function looksMonthFirst({ sample }: Look, columns: ColumnMap): boolean {
  const mapped = [columns['birth-date'], columns['birth-place-date']].filter(column => column !== undefined)
  return isMonthFirst(sample.flatMap(row => mapped.map(column => row[column] ?? '')))
}

/** Whether the first rows write P for a man and W for a woman. */
function looksPriaWanita({ sample }: Look, columns: ColumnMap): boolean {
  const column = columns.sex
  return column !== undefined && isPriaWanita(sample.map(row => row[column] ?? ''))
}
