import type { PaperSize } from '#shared/paper/paper-size'
import { checkPdf } from './pdf-check'
import { type CopyNote, overlayCopy } from './pdf-copy'

/** Work on whole PDFs; it takes tens of milliseconds, so the desk gives it to a worker and goes on answering. */
export type PdfWork = {
  /** How many pages, all of the expected size; rejects on anything else. */
  check(pdf: Uint8Array, paper: PaperSize): Promise<{ pages: number }>
  /** The frozen bytes with `SALINAN ke-n` laid over them. */
  copy(pdf: Uint8Array, name: string, note: CopyNote): Promise<Uint8Array>
}

/** The work itself, done where it is called. */
export const pdfWork: PdfWork = { check: checkPdf, copy: overlayCopy }
