import { readFile, stat } from 'node:fs/promises'
import { read, type WorkBook } from '@e965/xlsx'
import { ImportError } from './import-error'
import type { Table } from './table'
import { unzippedBytes } from './unzipped-bytes'
import { listOf, rowOf } from './workbook-sheets'

/** A workbook is read whole, so what is in it has to fit in memory too. */
const largestContents = 700e6
const rowsAtOnce = 1_000

/** The sheets of a workbook that hold the list. Numbers come with all their digits, days as `YYYY-MM-DD`, formulas as what they came to. */
export async function openWorkbook(path: string, format: 'xlsx' | 'xls'): Promise<Table> {
  const { size } = await stat(path)
  const bytes = await readFile(path)
  if (format === 'xlsx') {
    const contents = unzippedBytes(bytes)
    if (contents === undefined) throw new ImportError({ kind: 'workbook-damaged' })
    if (contents > largestContents) throw new ImportError({ kind: 'workbook-too-large', megabytes: Math.round(contents / 1e6) })
  }
  const { rows: list, leftOut } = listOf(readWorkbook(bytes))
  if (list.length === 0) throw new ImportError({ kind: 'file-empty' })
  const width = list.reduce((widest, row) => Math.max(widest, row.length), 0)
  let done = 0
  return {
    size,
    done: () => done,
    decode: cell => cell,
    rows: async function* (signal) {
      done = 0
      for (let at = 0; at < list.length; at += rowsAtOnce) {
        signal?.throwIfAborted()
        yield list.slice(at, at + rowsAtOnce).map(row => rowOf(row, width))
        done = Math.round((size * Math.min(list.length, at + rowsAtOnce)) / list.length)
      }
    },
    samples: async () => list.map(row => rowOf(row, width)),
    sheetsLeftOut: leftOut
  }
}

/** A workbook with a password is a box of this name in an older kind of file. */
const LOCKED_INSIDE = Buffer.from('EncryptedPackage', 'utf16le')

function readWorkbook(bytes: Buffer): WorkBook {
  if (bytes.includes(LOCKED_INSIDE)) throw new ImportError({ kind: 'workbook-locked' })
  try {
    return read(bytes, { type: 'buffer', dense: true, cellFormula: true, cellHTML: false, cellNF: true, cellText: false, raw: true })
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new ImportError({ kind: isLocked ? 'workbook-locked' : 'workbook-damaged' }, error)
  }
}
