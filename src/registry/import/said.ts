import type { ColumnMap, ColumnTarget } from '#shared/registry/import-columns'
import { cleanName } from '#shared/residents/person-name'

/** The tidy text of a cell, empty where the list has no such column. */
export type Cell = (target: ColumnTarget) => string

/** How the cells of one list are found and read. */
export type Cells = {
  columns: ColumnMap
  decode: (cell: string) => string
}

/** So much is remembered of one column; one that says something else in every row may not grow the memory. */
const MOST_REMEMBERED = 2 ** 16

/**
 * Reads some columns of a row and remembers what they meant: the columns of a list say the same few hundred things again and again. What `read` gives
 * is shared between rows.
 */
export function said<T>(
  { columns, decode }: Cells,
  targets: readonly ColumnTarget[],
  read: (cell: Cell) => T
): (cells: readonly string[]) => T {
  const mapped = targets.flatMap(target => columns[target] ?? [])
  const [only] = mapped
  const known = new Map<string, { value: T }>()
  return cells => {
    const key = mapped.length === 1 ? (cells[only ?? 0] ?? '') : mapped.map(column => cells[column]).join('\0')
    const before = known.get(key)
    if (before) return before.value
    const value = read(target => cellOf(columns[target], cells, decode))
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(key, { value })
    return value
  }
}

/** The tidy text of one column. */
export const written =
  ({ columns, decode }: Cells, target: ColumnTarget): ((cells: readonly string[]) => string) =>
  cells =>
    cellOf(columns[target], cells, decode)

const cellOf = (column: number | undefined, cells: readonly string[], decode: Cells['decode']): string =>
  column === undefined ? '' : tidy(cells[column] ?? '', decode)

/** The cell's text: composed, on one line, without unseen characters, apostrophes and formula quotes that only keep a number as text. */
function tidy(cell: string, decode: Cells['decode']): string {
  const text = cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell
  return isPlain.test(text) ? text.trim() : cleanName(decode(text))
}
const isPlain = /^[\x20-\x7e]*$/
