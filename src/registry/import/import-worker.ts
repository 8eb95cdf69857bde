// The thread of an import: it does one piece of work and ends. It starts itself a second time for what can be done beside.
import { createPrivateKey } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { buildRegistry } from '../build'
import { checkList } from '../duplicates/check-list'
import { signerOf } from '../manifest'
import { isSecondThread, serveSecondThread } from '../second-thread'
import { ImportError } from './import-error'
import { type ImportProgress, importRegistry } from './import-registry'
import type { ThreadMessage, ThreadOrder } from './import-thread'
import { previewList } from './preview'

/** Milliseconds between two words of progress within a step. */
const PACE = 200

const cancel = new AbortController()
const say = (message: ThreadMessage): void => parentPort?.postMessage(message)
parentPort?.once('message', () => cancel.abort())

let [saidStep, saidAt] = ['', Number.NEGATIVE_INFINITY]
const onProgress = (progress: ImportProgress): void => {
  const now = performance.now()
  if (progress.step === saidStep && now - saidAt < PACE) return
  saidStep = progress.step
  saidAt = now
  say({ kind: 'progress', progress })
}

function work(given: ThreadOrder): Promise<unknown> {
  if (given.kind === 'check') return checkList(given.order)
  if (given.kind === 'preview') return previewList(given.order, cancel.signal)
  const signer = signerOf(createPrivateKey({ key: Buffer.from(given.privateKey, 'base64'), type: 'pkcs8', format: 'der' }))
  return importRegistry(given.order, {
    build: buildRegistry,
    signer,
    secondThread: new URL(import.meta.url),
    signal: cancel.signal,
    onProgress
  })
}

async function importHere(): Promise<void> {
  try {
    say({ kind: 'done', value: await work(workerData as ThreadOrder) })
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
}

if (isSecondThread) serveSecondThread()
else await importHere()
