// The thread that works on PDFs.
import { serveWork } from '../work-thread'
import { pdfWork } from './pdf-work'

serveWork(pdfWork)
