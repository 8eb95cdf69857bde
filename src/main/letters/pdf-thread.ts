import { workThread } from '#wire/work-thread'
import type { PdfWork } from './pdf-work'

/** PDF work in a thread of its own; its library is loaded here only when the thread cannot work. */
export const pdfThread = (program: URL): PdfWork =>
  workThread<PdfWork>(program, ['check', 'copy'], async () => (await import('./pdf-work')).pdfWork)
