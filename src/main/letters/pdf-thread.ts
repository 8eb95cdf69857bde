import { Worker } from 'node:worker_threads'
import type { PdfWork } from './pdf-work'

export type PdfOrder = { id: number; name: keyof PdfWork; args: unknown[] }
export type PdfAnswer = { id: number; value?: unknown; error?: string }

type Waiting = { order: PdfOrder; resolve: (value: never) => void; reject: (error: unknown) => void }

/**
 * PDF work in a thread of its own, started with the first call. Should the thread not start, or die, the work is done here instead:
 * a letter then holds the desk for a moment, but it is never refused.
 */
export function pdfThread(program: URL): PdfWork {
  const waiting = new Map<number, Waiting>()
  const state: { worker: Worker | undefined; isBroken: boolean } = { worker: undefined, isBroken: false }
  let last = 0

  const start = (): Worker => {
    const worker = new Worker(program)
    // a desk that ends does not wait for it
    worker.unref()
    worker.on('message', ({ id, value, error }: PdfAnswer) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) one?.resolve(value as never)
      else one?.reject(new Error(error))
    })
    const giveUp = (): void => {
      if (state.worker !== worker) return
      state.worker = undefined
      state.isBroken = true
      const left = [...waiting.values()]
      waiting.clear()
      for (const { order, resolve, reject } of left) workHere(order).then(resolve as (value: unknown) => void, reject)
    }
    worker.on('error', giveUp)
    worker.on('exit', giveUp)
    return worker
  }
  const call = <T>(name: keyof PdfWork, args: unknown[]): Promise<T> => {
    const order: PdfOrder = { id: ++last, name, args }
    if (state.isBroken) return workHere(order) as Promise<T>
    return new Promise((resolve, reject) => {
      waiting.set(order.id, { order, resolve: resolve as Waiting['resolve'], reject })
      state.worker ??= start()
      state.worker.postMessage(order)
    })
  }
  return { check: (pdf, paper) => call('check', [pdf, paper]), copy: (pdf, n, note) => call('copy', [pdf, n, note]) }
}

/** Loaded only when it is needed: the start of the desk does not wait for a PDF library. */
async function workHere({ name, args }: PdfOrder): Promise<unknown> {
  const { pdfWork } = await import('./pdf-work')
  return (pdfWork[name] as (...args: unknown[]) => Promise<unknown>)(...args)
}
