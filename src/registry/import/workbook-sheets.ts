import { type CellObject, type Range, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { findHeader, guessColumns, tellsApart } from './guess-columns'
import { headerKey } from './header-words'

export type Row = readonly (CellObject | undefined)[]

/** The rows of a workbook's list, and the sheets that hold another list. */
export type WorkbookList = { rows: Row[]; leftOut: string[] }

/**
 * The first sheet with a header that names people and tells them apart (a list of codes has names too), else the first with any header that is understood, else the longest. Below it come the rows of all
 * sheets with the same header (a sheet for each village); a row that an earlier sheet has too, but for its running number, is there once.
 */
export function listOf(book: WorkBook): WorkbookList {
  const sheets = book.SheetNames.map(name => sheetOf(name, book.Sheets[name]))
  const longest = sheets.reduce<Sheet | undefined>(
    (most, sheet) => (sheet.rows.length > (most?.rows.length ?? 0) ? sheet : most),
    undefined
  )
  const main = sheets.find(sheet => sheet.isOfPeople) ?? sheets.find(sheet => sheet.header !== undefined) ?? longest
  if (!main) return { rows: [], leftOut: [] }
  const alike = sheets.filter(sheet => sheet !== main && sheet.header !== undefined && sheet.header === main.header)
  const leftOut = sheets.filter(sheet => sheet.isOfPeople && sheet.header !== main.header).map(sheet => sheet.name)
  return { rows: alike.length === 0 ? main.rows : joined([main, ...alike]), leftOut }
}

type Sheet = { name: string; rows: Row[]; header: string | undefined; firstRow: number; isOfPeople: boolean }

/** A sheet has no more rows; a damaged one says that its last row is the billionth. */
const MOST_ROWS = 2 ** 20
/** No list is wider; a cell that somebody touched at the far end of a sheet does not make it so. */
const MOST_COLUMNS = 1_000

/** Rows that are looked at to know a sheet. */
const LOOKED_AT = 100

function sheetOf(name: string, sheet: WorkSheet | undefined): Sheet {
  const rows = rowsOf(sheet)
  const first = rows.slice(0, LOOKED_AT).map(row => rowOf(row, row.length))
  const header = findHeader(first)
  if (!header) return { name, rows, header: undefined, firstRow: 0, isOfPeople: false }
  const firstRow = header.at + header.rows
  const columns = guessColumns(header.cells, first.slice(firstRow))
  const words = header.cells.map(headerKey).join('\n').trimEnd()
  return { name, rows, header: words, firstRow, isOfPeople: columns.name !== undefined && tellsApart(columns) }
}

function joined(sheets: readonly Sheet[]): Row[] {
  const rows: Row[] = []
  const known = new Set<string>()
  for (const [n, sheet] of sheets.entries()) {
    for (const [at, row] of sheet.rows.entries()) {
      if (n > 0 && at < sheet.firstRow) continue
      const words = rowOf(row, row.length)
        .join('\t')
        .trimEnd()
        .replace(/^\d{1,6}\t/, '\t')
      if (n > 0 && known.has(words)) continue
      known.add(words)
      rows.push(row)
    }
  }
  return rows
}

function rowsOf(sheet: WorkSheet | undefined): Row[] {
  const data = (sheet as { '!data'?: (Row | undefined)[] } | undefined)?.['!data'] ?? []
  const rows = Array.from(atMost(MOST_ROWS, data), row => atMost(MOST_COLUMNS, row ?? []))
  return withMerged(rows, sheet?.['!merges'] ?? [])
}

/** The whole of it is copied only where it has to be cut: there may be a million. */
const atMost = <T>(most: number, list: readonly T[]): readonly T[] => (list.length > most ? list.slice(0, most) : list)

/** A cell merged over several rows says the same in each of them: one family card for all who stand beside it. */
function withMerged(rows: Row[], merged: readonly Range[]): Row[] {
  for (const { s: from, e: until } of merged) {
    const cell = rows[from.r]?.[from.c]
    if (from.c !== until.c || !cell) continue
    for (let at = from.r + 1; at <= until.r && at < rows.length; at++) {
      const row = [...(rows[at] ?? [])]
      row[from.c] = cell
      rows[at] = row
    }
  }
  return rows
}

/** The texts of a row; empty cells at its end are not in the file, and an empty row has none. */
export const rowOf = (row: Row, width: number): string[] =>
  row.length === 0 ? [] : Array.from({ length: width }, (_, at) => textOf(row[at]))

/** What a spreadsheet shows for an error. */
const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0, '#NULL!'],
  [7, '#DIV/0!'],
  [15, '#VALUE!'],
  [23, '#REF!'],
  [29, '#NAME?'],
  [36, '#NUM!'],
  [42, '#N/A']
])

/** What the cell shows; a formula counts by what it came to when the workbook was saved, and stays one when it came to nothing. */
function textOf(cell: CellObject | undefined): string {
  if (!cell) return ''
  if (cell.f !== undefined && (cell.t === 'z' || cell.v === undefined)) return `=${cell.f}`
  if (cell.t === 'e') return ERRORS.get(cell.v) ?? '#VALUE!'
  if (cell.t === 'n' && typeof cell.v === 'number') return cell.z !== undefined && SSF.is_date(cell.z) ? dayOf(cell.v) : digitsOf(cell.v)
  if (cell.t === 'd' && cell.v instanceof Date) return cell.v.toISOString().slice(0, 10)
  return cell.t === 'z' || cell.v === undefined ? '' : String(cell.v)
}

/** Sixteen digits fit a spreadsheet's number only just: past that, what it shows is already another number. */
const digitsOf = (value: number): string => (Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value))

function dayOf(serial: number): string {
  const { y, m, d } = SSF.parse_date_code(serial) as { y: number; m: number; d: number }
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}
