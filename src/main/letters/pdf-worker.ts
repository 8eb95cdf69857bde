// The thread that works on PDFs.
import { serveWork } from '#wire/work-thread'
import { pdfWork } from './pdf-work'

serveWork(pdfWork)
