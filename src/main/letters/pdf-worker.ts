// The thread that works on PDFs: each message is one call of `pdfWork`.
import { parentPort } from 'node:worker_threads'
import type { PdfAnswer, PdfOrder } from './pdf-thread'
import { pdfWork } from './pdf-work'

parentPort?.on('message', async ({ id, name, args }: PdfOrder) => {
  try {
    const value = await (pdfWork[name] as (...args: unknown[]) => Promise<unknown>)(...args)
    parentPort?.postMessage({ id, value } satisfies PdfAnswer)
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies PdfAnswer)
  }
})
