import { readFile, stat } from 'node:fs/promises'
import { CFB, read, type WorkBook } from '@e965/xlsx'
import { ImportError } from './import-error'
import { repeatsWithoutEnd } from './repeated-cells'
import type { Table } from './table'
import { isAsLargeAsItSays, unzippedBytes } from './unzipped-bytes'
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
    if (!(await isAsLargeAsItSays(bytes))) throw new ImportError({ kind: 'workbook-damaged' })
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
    samples: async () => list.filter(row => row.length > 0).map(row => rowOf(row, width)),
    sheetsLeftOut: leftOut
  }
}

/** What an older kind of file holds, by the name of a box in it; a workbook with a password is such a box too. */
const BOXES: readonly (readonly [RegExp, 'workbook' | 'locked' | 'Word' | 'PowerPoint' | 'Outlook'])[] = [
  [/^(?:work)?book$/i, 'workbook'],
  [/^EncryptedPackage$/, 'locked'],
  [/^WordDocument$/, 'Word'],
  [/^PowerPoint Document$/, 'PowerPoint'],
  [/^__properties_version1\.0$|^__substg1\.0_/, 'Outlook']
]

function refuseOtherBoxes(bytes: Buffer): void {
  const { FullPaths } = CFB.read(bytes, { type: 'buffer' }) as { FullPaths: string[] }
  // below the root only: a letter may stand in a workbook, and a table in a letter
  const inside = FullPaths.flatMap(path => /^[^/]+\/([^/]+)$/.exec(path)?.[1] ?? [])
  const found = BOXES.find(([name]) => inside.some(box => name.test(box)))?.[1]
  if (found === 'locked') throw new ImportError({ kind: 'workbook-locked' })
  if (found && found !== 'workbook') throw new ImportError({ kind: 'wrong-kind-of-file', looksLike: found })
}

const isBoxes = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32BE(0) === 0xd0cf11e0

function readWorkbook(bytes: Buffer): WorkBook {
  try {
    if (isBoxes(bytes)) refuseOtherBoxes(bytes)
    if (repeatsWithoutEnd(bytes)) throw new ImportError({ kind: 'workbook-damaged' })
    return read(bytes, { type: 'buffer', dense: true, cellFormula: true, cellHTML: false, cellNF: true, cellText: false, raw: true })
  } catch (error) {
    if (error instanceof ImportError) throw error
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new ImportError({ kind: isLocked ? 'workbook-locked' : 'workbook-damaged' }, error)
  }
}
