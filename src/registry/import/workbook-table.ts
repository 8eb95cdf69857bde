import { readFile, stat } from 'node:fs/promises'
import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { findHeaderRow } from './guess-columns'
import { ImportError } from './import-error'
import type { Table } from './table'
import { unzippedBytes } from './unzipped-bytes'

/** A workbook is read whole, so what is in it has to fit in memory too. */
const largestContents = 700e6
const rowsAtOnce = 1_000

/** The sheet of a workbook that holds the list. Numbers come with all their digits, days as `YYYY-MM-DD`, formulas as `=…`. */
export async function openWorkbook(path: string, format: 'xlsx' | 'xls'): Promise<Table> {
  const { size } = await stat(path)
  const bytes = await readFile(path)
  if (format === 'xlsx') {
    const contents = unzippedBytes(bytes)
    if (contents === undefined) throw new ImportError({ kind: 'workbook-damaged' })
    if (contents > largestContents) throw new ImportError({ kind: 'workbook-too-large', megabytes: Math.round(contents / 1e6) })
  }
  const sheet = listOf(readWorkbook(bytes))
  const width = sheet.reduce((widest, row) => Math.max(widest, row?.length ?? 0), 0)
  let done = 0
  return {
    size,
    done: () => done,
    decode: cell => cell,
    rows: async function* (signal) {
      done = 0
      for (let at = 0; at < sheet.length; at += rowsAtOnce) {
        signal?.throwIfAborted()
        yield sheet.slice(at, at + rowsAtOnce).map(row => rowOf(row, width))
        done = Math.round((size * Math.min(sheet.length, at + rowsAtOnce)) / sheet.length)
      }
    },
    samples: async () => sheet.map(row => rowOf(row, width))
  }
}

type Row = readonly (CellObject | undefined)[] | undefined

function readWorkbook(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'buffer', dense: true, cellFormula: true, cellHTML: false, cellNF: true, cellText: false, raw: true })
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new ImportError({ kind: isLocked ? 'workbook-locked' : 'workbook-damaged' }, error)
  }
}

/** The first sheet with a header that is understood; else the longest one. */
function listOf(book: WorkBook): Row[] {
  const sheets = book.SheetNames.map(name => rowsOf(book.Sheets[name]))
  const known = sheets.find(rows => findHeaderRow(rows.slice(0, 40).map(row => rowOf(row, row?.length ?? 0))) !== undefined)
  const list = known ?? sheets.reduce<Row[]>((longest, rows) => (rows.length > longest.length ? rows : longest), [])
  if (list.length === 0) throw new ImportError({ kind: 'file-empty' })
  return list
}

const rowsOf = (sheet: WorkSheet | undefined): Row[] => [...((sheet as { '!data'?: Row[] } | undefined)?.['!data'] ?? [])]

/** Empty cells at the end of a row are not in the file. */
const rowOf = (row: Row, width: number): string[] => Array.from({ length: width }, (_, at) => textOf(row?.[at]))

function textOf(cell: CellObject | undefined): string {
  if (!cell) return ''
  if (cell.f !== undefined) return `=${cell.f}`
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
