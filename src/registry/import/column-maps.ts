import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { COLUMN_TARGETS } from '#shared/registry/import-columns'
import { ImportError } from './import-error'

/** Which header holds what, as an officer says it: `{ "columns": { "nik": "NO KTP", "name": "NAMA" } }`. An empty header says that none does. */
const SaidMap = z.strictObject({
  columns: z.partialRecord(z.enum(COLUMN_TARGETS), z.string().max(200)),
  /** Which generation of numbered answers the list uses. */
  answers: z.enum(['regsosek-2022', 'bdt-2015', 'civil-registry']).optional(),
  /** Who has no family card has that of a row above: the card is written in the first row of each family alone. */
  kkFromAbove: z.boolean().optional()
})
export type SaidMap = z.infer<typeof SaidMap>

const Remembered = z.record(z.string(), SaidMap)

/** Reads a map that somebody wrote: in full, or just the columns. Throws an ImportError for anything else. */
function readSaidMap(text: string): SaidMap {
  try {
    const said: unknown = JSON.parse(text)
    const isFull = typeof said === 'object' && said !== null && 'columns' in said
    return SaidMap.parse(isFull ? said : { columns: said })
  } catch (error) {
    throw new ImportError({ kind: 'map-not-readable' }, error)
  }
}

/** The map in a file of its own; throws an ImportError. */
export function readMapFile(path: string): SaidMap {
  try {
    return readSaidMap(readFileSync(path, 'utf8'))
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError({ kind: 'map-not-readable' }, error)
  }
}

const fileOf = (folder: string): string => join(folder, 'column-maps.json')

/** What was said of a list with this header the last time; undefined when it is new, or when the notes cannot be read. */
export function rememberedMap(folder: string, fingerprint: string): SaidMap | undefined {
  return allOf(folder)[fingerprint]
}

/** Keeps a map for the next list with the same header. */
export function rememberMap(folder: string, fingerprint: string, { columns, answers, kkFromAbove }: SaidMap): void {
  const all = { ...allOf(folder), [fingerprint]: { columns, ...(answers ? { answers } : {}), ...(kkFromAbove ? { kkFromAbove } : {}) } }
  const draft = `${fileOf(folder)}.part`
  writeFileSync(draft, JSON.stringify(all, null, 1))
  renameSync(draft, fileOf(folder))
}

function allOf(folder: string): Record<string, SaidMap> {
  try {
    return Remembered.parse(JSON.parse(readFileSync(fileOf(folder), 'utf8')))
  } catch {
    return {}
  }
}
