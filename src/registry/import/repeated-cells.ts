import { CFB } from '@e965/xlsx'

/** A row has no more cells. */
const MOST_CELLS = 16_384
/** A sheet has no more rows. */
const MOST_ROWS = 1_048_576

/**
 * Whether a sheet of OpenDocument says that one cell stands in its row, or one row in its sheet, more often than any program can show. The workbook
 * library would write them all out, and take the whole program with it.
 */
export function repeatsWithoutEnd(bytes: Buffer): boolean {
  const text = contentOf(bytes)
  return (
    text !== undefined &&
    (repeatsMore(text, /number-columns-repeated\s*=\s*["'](\d+)/g, MOST_CELLS) ||
      repeatsMore(text, /number-rows-repeated\s*=\s*["'](\d+)/g, MOST_ROWS))
  )
}

const repeatsMore = (text: string, said: RegExp, most: number): boolean =>
  Array.from(text.matchAll(said)).some(([, times]) => Number(times) > most)

/** The text of the sheets; undefined where the workbook is of another kind. */
function contentOf(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 200).toString('latin1')
  if (/^\s*<|^\u00ef\u00bb\u00bf\s*</.test(head)) return bytes.includes('office:document') ? bytes.toString('latin1') : undefined
  // no other workbook has a part of this name
  if (!head.startsWith('PK') || !bytes.includes('content.xml')) return undefined
  const content = CFB.find(CFB.read(bytes, { type: 'buffer' }), '/content.xml')?.content
  return content && Buffer.from(content).toString('latin1')
}
