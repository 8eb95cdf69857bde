import { PDFDocument } from '@cantoo/pdf-lib'
import { type PaperSize, pointsOf } from '#shared/paper/paper-size'

/** Chromium rounds a page to whole device pixels. */
const TOLERANCE_PT = 1

/** Thrown when bytes that were to be frozen are not the paper that was asked for. */
export class UnexpectedPdf extends Error {
  override name = 'UnexpectedPdf'
}

/** The pages of a PDF, all of the expected size and upright; throws `UnexpectedPdf` on anything else, on no page and on bytes that are no PDF. */
export async function checkPdf(bytes: Uint8Array, expected: PaperSize): Promise<{ pages: number; widthPt: number; heightPt: number }> {
  const pages = await pagesOf(bytes)
  const wanted = pointsOf(expected)
  for (const [index, page] of pages.entries()) {
    const { width, height } = page.getMediaBox()
    const isRight = Math.abs(width - wanted.widthPt) <= TOLERANCE_PT && Math.abs(height - wanted.heightPt) <= TOLERANCE_PT
    if (!isRight || page.getRotation().angle !== 0)
      throw new UnexpectedPdf(`page ${index + 1} is ${width.toFixed(1)} x ${height.toFixed(1)} pt, not ${expected}`)
  }
  const [first] = pages
  if (!first) throw new UnexpectedPdf('no page')
  const { width, height } = first.getMediaBox()
  return { pages: pages.length, widthPt: width, heightPt: height }
}

async function pagesOf(bytes: Uint8Array) {
  try {
    return (await PDFDocument.load(bytes, { updateMetadata: false })).getPages()
  } catch (cause) {
    throw new UnexpectedPdf('not a readable PDF', { cause })
  }
}
