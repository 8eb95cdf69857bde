// The thread of an import: it does one and ends.
import { createPrivateKey } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { buildRegistry } from '../build'
import { signerOf } from '../manifest'
import { ImportError } from './import-error'
import { importRegistry } from './import-registry'
import type { ThreadMessage, ThreadOrder } from './import-thread'

/** Milliseconds between two words of progress within a step. */
const PACE = 200

const { order, privateKey } = workerData as ThreadOrder
const cancel = new AbortController()
const say = (message: ThreadMessage): void => parentPort?.postMessage(message)
parentPort?.once('message', () => cancel.abort())

let [saidStep, saidAt] = ['', Number.NEGATIVE_INFINITY]
try {
  const report = await importRegistry(order, {
    build: buildRegistry,
    signer: signerOf(createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' })),
    signal: cancel.signal,
    onProgress: progress => {
      const now = performance.now()
      if (progress.step === saidStep && now - saidAt < PACE) return
      saidStep = progress.step
      saidAt = now
      say({ kind: 'progress', progress })
    }
  })
  say({ kind: 'done', report })
} catch (error) {
  // no text of a failure leaves the thread but its name: it could hold what stood in a cell
  if (error instanceof ImportError) say({ kind: 'refused', problem: error.problem })
  else
    say({
      kind: 'failed',
      message: error instanceof Error ? `${error.name}: ${error.stack?.split('\n').slice(1, 4).join(' ').trim()}` : 'unknown'
    })
} finally {
  parentPort?.close()
}
