import { stringify } from 'csv-stringify/sync'

/** A table as people take it to another program. */
export type Table = { name: string; columns: readonly string[]; rows: readonly (readonly Cell[])[] }
type Cell = string | number

/** A cell that a spreadsheet would calculate instead of showing it. */
const CALCULATED = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** The text with an apostrophe before whatever a spreadsheet would take for a formula. */
export const neutralCell = (text: string): string => (CALCULATED.test(text) ? `'${text}` : text)

/** The same table as CSV and as XLSX; equal tables give equal bytes. */
export async function tableFiles(table: Table): Promise<{ name: string; bytes: Uint8Array }[]> {
  const rows = [table.columns, ...table.rows].map(row => row.map(cell => (typeof cell === 'string' ? neutralCell(cell) : cell)))
  return [
    { name: `${table.name}.csv`, bytes: csvOf(rows) },
    { name: `${table.name}.xlsx`, bytes: await xlsxOf(rows) }
  ]
}

/** With a byte order mark and semicolons, as an Indonesian Excel opens it without asking. */
const csvOf = (rows: Cell[][]): Uint8Array =>
  Buffer.from(
    stringify(rows, { bom: true, delimiter: ';', record_delimiter: 'windows', cast: { number: n => String(n).replace('.', ',') } }),
    'utf8'
  )

const WIDEST = 48

/** What is text stays text: a NIK keeps its sixteen digits. */
async function xlsxOf(rows: readonly Cell[][]): Promise<Uint8Array> {
  // nearly a megabyte of program that a desk without exports never needs
  const { utils, write } = await import('@e965/xlsx')
  const sheet = utils.aoa_to_sheet(
    rows.map(row => row.map(cell => (typeof cell === 'string' ? { t: 's', v: cell, z: '@' } : { t: 'n', v: cell })))
  )
  sheet['!cols'] = (rows[0] ?? []).map((_, at) => ({
    wch: Math.min(WIDEST, rows.reduce((widest, row) => Math.max(widest, String(row[at] ?? '').length), 0) + 2)
  }))
  const book = utils.book_new(sheet, 'Daftar')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer)
}
