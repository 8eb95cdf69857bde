import type { ColumnMap, SetAsideReason } from '#shared/registry/import-columns'

/** A cell that is longer was swallowed by a quote that is never closed. */
const MOST_LINES = 4

/** Tells why a row cannot be read at all, if so; `width`: as many cells as every row should have. */
export function brokenBy(
  header: readonly string[],
  width: number,
  columns: ColumnMap
): (cells: readonly string[]) => SetAsideReason | undefined {
  const mapped = Object.values(columns)
  const { name } = columns
  const nameHeader = name === undefined ? '' : (header[name] ?? '').trim().toLowerCase()
  return cells => {
    if (cells.length < width && mapped.some(column => column >= cells.length)) return 'too-few-cells'
    if (cells.length > width && cells.slice(width).some(cell => cell.trim() !== '')) return 'too-many-cells'
    if (cells.some(cell => cell.includes('\n') && cell.split('\n').length > MOST_LINES)) return 'cell-with-many-lines'
    // nobody is called "Nama lengkap"
    if (name !== undefined && isWritten(cells[name] ?? '', nameHeader)) return 'header-again'
    return mapped.some(column => isFormula(cells[column] ?? '')) ? 'formula' : undefined
  }
}

/** Lists have millions of names, and most have another length than their header. */
const isWritten = (cell: string, words: string): boolean =>
  words !== '' && cell.length >= words.length && cell.length < words.length + 4 && cell.trim().toLowerCase() === words

/** What a spreadsheet would calculate; `="3324…"` is only its way to keep a number as text, and a sign before a number is one. */
function isFormula(cell: string): boolean {
  const first = cell.charCodeAt(0)
  // most cells begin with a letter or a digit, or are empty
  if (Number.isNaN(first) || first > 64 || (first >= 48 && first <= 57)) return false
  return /^\s*=(?!"[^"]*"$)|^\s*@\w|^\s*[+-]\s*[A-Za-z(@=]/.test(cell)
}
