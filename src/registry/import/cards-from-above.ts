import type { SetAsideReason } from '#shared/registry/import-columns'
import { isNikPlaceholder } from '#shared/residents/nik'
import { readNumber } from './read-values'
import type { RowReading } from './row-reading'
import { type Cells, written } from './said'

type ReadRow = (cells: readonly string[]) => RowReading

/** Somebody stands in such a row, whose family goes on below. */
const SOMEBODY: readonly SetAsideReason[] = [
  'two-niks',
  'number-scientific',
  'nik-rounded',
  'decile-unreadable',
  'name-too-long',
  'formula'
]

/**
 * Reads a list that writes a family's card in the first row of the family alone, as a CSV made of merged cells does: who has nothing there has the card of the row above.
 * A family ends with an empty row, a total, another head or a card that cannot be read: whoever stands below has none.
 */
export function withCardsFromAbove(readRow: ReadRow, cells: Cells): ReadRow {
  const cardOf = written(cells, 'kk')
  let above: string | null = null
  return row => {
    const read = readRow(row)
    const card = cardOf(row)
    const isSomebody = read.kind === 'person' || (read.kind === 'set-aside' && SOMEBODY.includes(read.reason))
    if (card !== '' || !isSomebody) {
      above = read.kind === 'set-aside' && read.reason === 'too-many-cells' ? null : wholeCard(card)
      return read
    }
    if (read.kind !== 'person') return read
    if (read.person.relation === 'head') above = null
    return above === null ? read : { ...read, person: { ...read.person, kk: above }, remarks: [...read.remarks, 'kk-from-above'] }
  }
}

function wholeCard(text: string): string | null {
  const card = readNumber(text)
  return card.kind === 'number' && !isNikPlaceholder(card.digits) ? card.digits : null
}
