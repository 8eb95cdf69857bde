import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { formatDate } from '#shared/local-date-input'
import { printable } from '#shared/paper/printable'

export type CopyNote = { reason: string; takenBy: string; takenOn: string }

const MARK_SIZE = 64
const NOTE_SIZE = 7.5
const MARGIN_PT = 28

/**
 * The frozen letter with `SALINAN ke-n` laid over every page. The answer begins with exactly the frozen bytes:
 * the mark is an incremental update behind them, so that what was issued can always be cut out and hashed again.
 */
export async function overlayCopy(pdf: Uint8Array, name: string, note: CopyNote): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, forIncrementalUpdate: true })
  const [bold, plain] = [await document.embedFont(StandardFonts.HelveticaBold), await document.embedFont(StandardFonts.Helvetica)]
  const mark = `SALINAN ke-${name}`
  const line = `${mark}. Alasan: ${note.reason}. Diambil oleh: ${note.takenBy}, ${formatDate(note.takenOn, 'id')}.`
  for (const page of document.getPages()) {
    drawMark(page, mark, bold)
    drawNote(page, encodable(line, plain), plain)
  }
  const copy = await document.save()
  if (!startsWith(copy, pdf)) throw new Error('the copy does not begin with the frozen bytes')
  return copy
}

/** Grey and slanted across the middle: seen at once, yet the letter stays readable. */
function drawMark(page: PDFPage, mark: string, font: PDFFont): void {
  const { width, height } = page.getSize()
  const angle = Math.atan2(height, width)
  const half = font.widthOfTextAtSize(mark, MARK_SIZE) / 2
  page.drawText(mark, {
    x: width / 2 - half * Math.cos(angle),
    y: height / 2 - half * Math.sin(angle),
    size: MARK_SIZE,
    font,
    rotate: degrees((angle * 180) / Math.PI),
    color: rgb(0.35, 0.35, 0.35),
    opacity: 0.22
  })
}

function drawNote(page: PDFPage, line: string, font: PDFFont): void {
  const room = page.getWidth() - 2 * MARGIN_PT
  page.drawText(cutTo(line, room, font), { x: MARGIN_PT, y: 14, size: NOTE_SIZE, font, color: rgb(0.2, 0.2, 0.2) })
}

/** The standard fonts know Western letters only; any other becomes `?` rather than stop a copy. */
const encodable = (text: string, font: PDFFont): string => {
  const known = new Set(font.getCharacterSet())
  return [...printable(text)].map(letter => (known.has(letter.codePointAt(0) ?? 0) ? letter : '?')).join('')
}

function cutTo(text: string, room: number, font: PDFFont): string {
  if (font.widthOfTextAtSize(text, NOTE_SIZE) <= room) return text
  let cut = text
  while (cut.length > 1 && font.widthOfTextAtSize(`${cut}...`, NOTE_SIZE) > room) cut = cut.slice(0, -1)
  return `${cut}...`
}

const startsWith = (whole: Uint8Array, start: Uint8Array): boolean =>
  whole.length > start.length && start.every((byte, index) => whole[index] === byte)
