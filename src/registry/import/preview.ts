import type { ListPreview } from '#shared/registry/list-preview'
import { rememberedMap } from './column-maps'
import { ImportError } from './import-error'
import { chosenColumns, fingerprintOf, gappedColumns, type Look, look, looksRounded } from './look'

/** `folder`: where what was said of columns is remembered. */
export type PreviewOrder = { file: string; folder: string }

const EXAMPLES = 3
const LONGEST_EXAMPLE = 40

/** What stands in a list and what its columns seem to hold; throws an ImportError when it is none. */
export async function previewList(order: PreviewOrder, signal?: AbortSignal): Promise<ListPreview> {
  try {
    return await preview(order, signal)
  } catch (error) {
    throw signal?.aborted ? new ImportError({ kind: 'cancelled' }, error) : error
  }
}

async function preview({ file, folder }: PreviewOrder, signal?: AbortSignal): Promise<ListPreview> {
  const found = await look(file, cells => rememberedMap(folder, fingerprintOf(cells)) !== undefined, signal)
  const said = rememberedMap(folder, found.fingerprint)
  const columns = chosenColumns(found, said?.columns ?? {})
  return {
    header: found.headings,
    headerRow: found.skippedRows,
    examples: found.header.map((_, column) => examplesOf(found, column)),
    columns,
    gapped: gappedColumns(found),
    isRemembered: said !== undefined,
    kkFromAbove: said?.kkFromAbove ?? false,
    isRounded: await looksRounded(found, columns)
  }
}

function examplesOf({ sample }: Look, column: number): string[] {
  const cells = new Set<string>()
  for (const row of sample) {
    const cell = row[column]?.trim() ?? ''
    if (cell !== '') cells.add(masked(cell).slice(0, LONGEST_EXAMPLE))
    if (cells.size === EXAMPLES) break
  }
  return [...cells]
}

/** Enough of a number is left to tell which column it is. */
const masked = (cell: string): string => cell.replace(/\d{12,}/g, digits => `${digits.slice(0, 6)}${'*'.repeat(digits.length - 6)}`)
