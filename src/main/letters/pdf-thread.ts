import { Worker } from 'node:worker_threads'
import type { PdfWork } from './pdf-work'

export type PdfOrder = { id: number; name: keyof PdfWork; args: unknown[] }
export type PdfAnswer = { id: number; value?: unknown; error?: string }

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void }

/** PDF work in a thread of its own, started with the first call and again should it die; what it was doing then is rejected. */
export function pdfThread(program: URL): PdfWork {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let last = 0

  const start = (): Worker => {
    const started = new Worker(program)
    // a desk that ends does not wait for it
    started.unref()
    started.on('message', ({ id, value, error }: PdfAnswer) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) one?.resolve(value as never)
      else one?.reject(new Error(error))
    })
    const fail = (error: Error): void => {
      worker = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    started.on('error', fail)
    started.on('exit', () => fail(new Error('the PDF thread ended')))
    return started
  }
  const call = <T>(name: keyof PdfWork, args: unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      worker ??= start()
      const id = ++last
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
      worker.postMessage({ id, name, args } satisfies PdfOrder)
    })

  return { check: (pdf, paper) => call('check', [pdf, paper]), copy: (pdf, n, note) => call('copy', [pdf, n, note]) }
}
