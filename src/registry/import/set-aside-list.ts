import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type Stringifier, stringify } from 'csv-stringify'
import type { SetAsideReason } from '#shared/registry/import-columns'
import { IMPORT_WORDS } from '#shared/registry/import-words'

/** The rows that were not taken over, as a list that a spreadsheet opens: by it they are put right in the file that they came from. */
export type SetAsideList = {
  add(row: number, reason: SetAsideReason, cells: readonly string[]): Promise<void>
  /** Ends the file; it exists only if a row was set aside. */
  close(): Promise<void>
  /** Removes what was written, when the import comes to nothing. */
  discard(): Promise<void>
}

/** More digits than a spreadsheet keeps: an apostrophe makes it leave them alone. */
const longNumber = /^\d{12,}$/
const first = { row: 'baris', reason: 'alasan' }

/** Whether a list is one of rows that were set aside: imported, it would take the place of all who were taken over. */
export const isSetAsideList = ([row, reason]: readonly string[]): boolean => row === first.row && reason === first.reason

/** Writes `;` between cells, as a spreadsheet set to Indonesian expects, and makes formulas harmless. */
export function openSetAsideList(path: string, header: readonly string[]): SetAsideList {
  let open: { stringifier: Stringifier; file: WriteStream } | undefined
  let failure: Error | undefined
  const begin = (): Stringifier => {
    const stringifier = stringify({ bom: true, delimiter: ';', escape_formulas: true, record_delimiter: 'windows' })
    const file = createWriteStream(path, { mode: 0o600 })
    for (const stream of [stringifier, file])
      stream.on('error', (error: Error) => {
        failure ??= error
      })
    // whoever waits for the stringifier hears of a full disk too
    file.on('error', (error: Error) => stringifier.destroy(error))
    stringifier.pipe(file)
    open = { stringifier, file }
    stringifier.write([first.row, first.reason, ...header])
    return stringifier
  }
  return {
    async add(row, reason, cells) {
      if (failure) throw failure
      const stringifier = open?.stringifier ?? begin()
      const safe = cells.map(cell => (longNumber.test(cell) ? `'${cell}` : cell))
      if (!stringifier.write([String(row), IMPORT_WORDS.id.setAside[reason], ...safe])) await once(stringifier, 'drain')
      if (failure) throw failure
    },
    async close() {
      if (!open) return
      open.stringifier.end()
      if (!failure) await once(open.file, 'finish').catch(() => undefined)
      if (failure) throw failure
    },
    async discard() {
      open?.stringifier.destroy()
      open?.file.destroy()
      if (open) await rm(path, { force: true })
    }
  }
}
