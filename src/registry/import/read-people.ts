import type { RowRemark, SetAsideReason } from '#shared/registry/import-columns'
import type { RegistryPerson } from '#shared/registry/person'
import { type Reading, rowReader } from './read-row'
import type { SetAsideList } from './set-aside-list'
import type { Table } from './table'

/** What became of the rows: `read` is always `kept` and `setAside` together. */
export type Counts = {
  read: number
  kept: number
  setAside: number
  reasons: Partial<Record<SetAsideReason, number>>
  remarks: Partial<Record<RowRemark, number>>
}

export const noCounts = (): Counts => ({ read: 0, kept: 0, setAside: 0, reasons: {}, remarks: {} })

type People = {
  table: Table
  reading: Reading
  /** Rows above the list, header included. */
  skippedRows: number
  setAside: SetAsideList
  counts: Counts
  onRows?: (() => void) | undefined
  signal?: AbortSignal | undefined
}

/** The people of a list, batch by batch; the rows that are none are written to the list of rows set aside, and all are counted. */
export async function* readPeople({
  table,
  reading,
  skippedRows,
  setAside,
  counts,
  onRows,
  signal
}: People): AsyncIterable<RegistryPerson[]> {
  const readRow = rowReader(reading)
  let row = 0
  for await (const batch of table.rows(signal)) {
    const people: RegistryPerson[] = []
    for (const cells of batch) {
      row++
      if (row <= skippedRows) continue
      const found = readRow(cells)
      if (found.kind === 'blank') continue
      counts.read++
      if (found.kind === 'set-aside') {
        counts.setAside++
        count(counts.reasons, found.reason)
        await setAside.add(row, found.reason, cells.map(table.decode))
        continue
      }
      counts.kept++
      for (const remark of found.remarks) count(counts.remarks, remark)
      people.push(found.person)
    }
    onRows?.()
    if (people.length > 0) yield people
  }
}

function count<K extends string>(counts: Partial<Record<K, number>>, kind: K): void {
  counts[kind] = (counts[kind] ?? 0) + 1
}
