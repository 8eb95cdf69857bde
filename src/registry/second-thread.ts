import { once } from 'node:events'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { ContentHash } from './content-hash'
import { asRegistryError, openFile } from './file'
import { NameIndex } from './names/name-index'
import type { NameRows } from './names/name-rows'
import { hashOfRows, type PartSum } from './prove'
import { RegistryError, type RegistryProblem } from './registry'

/** People who were written to the file one behind the other: what of them is searched, and each as JSON where their hash is wanted. */
export type Written = { names: string[]; facts: Uint32Array<ArrayBuffer>; rows: string[] }

/** Rows of a file that lies on the disk, from one up to and with another. */
export type PartToProve = { path: string; key: Uint8Array; from: number; to: number }

/** What is done beside the writing of rows: it takes as long as that, and needs nothing of the file. */
export type Beside = {
  /** Waits while what was added before is still to be done. */
  add(people: Written): Promise<void>
  /** What was added in rows as JSON. */
  contentHash(): Promise<string>
  /** Everything by which those who were added are found, once; nobody can be added after that. */
  names(): AsyncIterable<NameRows>
  sumOf(part: PartToProve): Promise<PartSum>
  end(): Promise<void>
}

/** In this thread: it takes longer, and holds up whoever shares the thread with it. */
export function inThisThread(): Beside {
  const work = new Work()
  return {
    add: async people => work.add(people),
    contentHash: async () => work.hash.digest(),
    async *names() {
      yield* work.index.rows()
    },
    sumOf: async part => sumOf(part),
    end: async () => undefined
  }
}

class Work {
  readonly index = new NameIndex()
  readonly hash = new ContentHash()

  add({ names, facts, rows }: Written): void {
    for (const [at, name] of names.entries()) this.index.add(name, facts[at] ?? 0)
    for (const row of rows) this.hash.addJson(row)
  }
}

function sumOf({ path, key, from, to }: PartToProve): PartSum {
  const raw = openFile(path, key)
  try {
    return hashOfRows(raw, from, to)
  } finally {
    raw.close()
  }
}

type Order = { add: Written } | { ask: 'hash' } | { ask: 'names' } | { ask: 'sum'; part: PartToProve }
type Answer = { value: unknown; isLast: boolean } | { problem: RegistryProblem }
/** It was added. */
const ADDED = 'added'

/** What comes and goes at once gets so much room: the engine's own measure takes three times as much and saves no time here. */
export const YOUNG_MB = 16

/** So many portions may wait for the second thread: more of them would only fill the memory. */
const MOST_WAITING = 4

const SECOND_THREAD = 'second thread of a build'

/** Whether this thread is one that `inSecondThread` started. */
export const isSecondThread = workerData === SECOND_THREAD

/** In a thread of its own, started from this program; it has to call `serveSecondThread` when `isSecondThread`. Throws what the thread dies of. */
export function inSecondThread(program: URL): Beside {
  const worker = new Worker(program, { workerData: SECOND_THREAD, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
  const died = Promise.withResolvers<never>()
  died.promise.catch(() => undefined)
  worker.once('error', died.reject)
  worker.once('exit', () => died.reject(new Error('the second thread of a build has ended')))
  const said: Answer[] = []
  let waiting = 0
  worker.on('message', (answer: Answer | typeof ADDED) => {
    if (answer === ADDED) waiting--
    else said.push(answer)
  })
  const heard = () => Promise.race([once(worker, 'message'), died.promise])
  const next = async () => {
    for (;;) {
      const answer = said.shift()
      if (answer && 'problem' in answer) throw new RegistryError(answer.problem)
      if (answer) return answer
      await heard()
    }
  }
  const ask = async <T>(order: Order): Promise<T> => {
    worker.postMessage(order)
    return (await next()).value as T
  }
  return {
    async add(people) {
      while (waiting >= MOST_WAITING) await heard()
      waiting++
      worker.postMessage({ add: people } satisfies Order, [people.facts.buffer])
    },
    contentHash: () => ask({ ask: 'hash' }),
    names() {
      // it begins at once, not only when the first rows are wanted
      worker.postMessage({ ask: 'names' } satisfies Order)
      return allOf<NameRows>(next)
    },
    sumOf: part => ask({ ask: 'sum', part }),
    end: async () => void (await worker.terminate())
  }
}

async function* allOf<T>(next: () => Promise<{ value: unknown; isLast: boolean }>): AsyncGenerator<T> {
  for (let answer = await next(); !answer.isLast; answer = await next()) yield answer.value as T
}

/** The thread's side. */
export function serveSecondThread(): void {
  const port = parentPort
  if (!port) throw new Error('this is no thread')
  const work = new Work()
  const say = (value: unknown, buffers: ArrayBuffer[] = []): void => port.postMessage({ value, isLast: false } satisfies Answer, buffers)
  const saySum = (part: PartToProve): void => {
    try {
      say(sumOf(part))
    } catch (error) {
      const failure = asRegistryError(error)
      if (!(failure instanceof RegistryError)) throw error
      port.postMessage({ problem: failure.problem } satisfies Answer)
    }
  }
  port.on('message', (order: Order) => {
    if ('add' in order) {
      work.add(order.add)
      port.postMessage(ADDED)
    } else if (order.ask === 'hash') say(work.hash.digest())
    else if (order.ask === 'sum') saySum(order.part)
    else {
      for (const rows of work.index.rows()) say(rows, buffersOf(rows))
      port.postMessage({ value: undefined, isLast: true } satisfies Answer)
    }
  })
}

function buffersOf({ rows }: NameRows): ArrayBuffer[] {
  const bytes = rows.flat().filter(value => value instanceof Uint8Array)
  return [...new Set(bytes.map(({ buffer }) => buffer as ArrayBuffer))]
}
