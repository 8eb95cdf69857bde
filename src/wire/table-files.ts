import { stringify } from 'csv-stringify/sync'

/** A table as people take it to another program. */
export type Table = { name: string; columns: readonly string[]; rows: readonly (readonly string[])[] }

/** A cell that a spreadsheet would calculate instead of showing it. */
const CALCULATED = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** The text with an apostrophe before whatever a spreadsheet would take for a formula. */
export const neutralCell = (text: string): string => (CALCULATED.test(text) ? `'${text}` : text)

/** The same table as CSV and as XLSX; equal tables give equal bytes. */
export async function tableFiles(table: Table): Promise<{ name: string; bytes: Uint8Array }[]> {
  const rows = [table.columns, ...table.rows].map(row => row.map(neutralCell))
  return [
    { name: `${table.name}.csv`, bytes: csvOf(rows) },
    { name: `${table.name}.xlsx`, bytes: await xlsxOf(rows) }
  ]
}

/** With a byte order mark and semicolons, as an Indonesian Excel opens it without asking. */
const csvOf = (rows: readonly (readonly string[])[]): Uint8Array =>
  Buffer.from(stringify(rows as string[][], { bom: true, delimiter: ';', record_delimiter: 'windows' }), 'utf8')

const WIDEST = 48

/** Every cell is text: a NIK keeps its sixteen digits. */
async function xlsxOf(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  // nearly a megabyte of program that a desk without exports never needs
  const { utils, write } = await import('@e965/xlsx')
  const sheet = utils.aoa_to_sheet(rows.map(row => row.map(text => ({ t: 's', v: text, z: '@' }))))
  sheet['!cols'] = (rows[0] ?? []).map((_, at) => ({
    wch: Math.min(WIDEST, rows.reduce((widest, row) => Math.max(widest, row[at]?.length ?? 0), 0) + 2)
  }))
  const book = utils.book_new(sheet, 'Daftar')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer)
}
