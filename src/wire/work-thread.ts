import { parentPort, type ResourceLimits, Worker } from 'node:worker_threads'

/** Work as functions whose arguments and answers can be sent to a thread. */
type Work<W> = { [N in keyof W]: (...args: never[]) => Promise<unknown> }
type Order = { id: number; name: string; args: unknown[] }
type Answer = { id: number; value?: unknown; error?: string }

type Waiting = { order: Order; resolve: (value: never) => void; reject: (error: unknown) => void }

/** `endsWhenIdle`: with the last answer, and is started anew for the next call. */
export type ThreadOptions = { limits?: ResourceLimits; startsAtOnce?: boolean; endsWhenIdle?: boolean }

/**
 * Work in a thread of its own, started with the first call unless told otherwise. Should the thread not start, or die, its work is done here instead (`here`
 * loads it, only then): it then holds the desk for a moment, but it is never refused. After one that had worked another is begun.
 */
export function workThread<W extends Work<W>>(
  program: URL,
  names: readonly (keyof W & string)[],
  here: () => Promise<W>,
  { limits, startsAtOnce = false, endsWhenIdle = false }: ThreadOptions = {}
): W {
  const waiting = new Map<number, Waiting>()
  const state: { worker: Worker | undefined; isBroken: boolean } = { worker: undefined, isBroken: false }
  let last = 0

  const workHere = async ({ name, args }: Order): Promise<unknown> =>
    ((await here()) as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[name]?.(...args)

  const start = (): Worker => {
    const worker = new Worker(program, { ...(limits && { resourceLimits: limits }) })
    let hasWorked = false
    worker.on('message', ({ id, value, error }: Answer) => {
      hasWorked = true
      const one = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) one?.resolve(value as never)
      else one?.reject(new Error(error))
      if (!endsWhenIdle || waiting.size > 0) return
      state.worker = undefined
      void worker.terminate()
    })
    const giveUp = (): void => {
      if (state.worker !== worker) return
      state.worker = undefined
      state.isBroken = !hasWorked
      const left = [...waiting.values()]
      waiting.clear()
      for (const { order, resolve, reject } of left) workHere(order).then(resolve as (value: unknown) => void, reject)
    }
    worker.on('error', giveUp)
    worker.on('exit', giveUp)
    // a program that ends does not wait for it; a listener that is added afterwards would make it wait again
    worker.unref()
    return worker
  }
  if (startsAtOnce) state.worker = start()
  const call = (name: string, args: unknown[]): Promise<unknown> => {
    const order: Order = { id: ++last, name, args }
    if (state.isBroken) return workHere(order)
    return new Promise((resolve, reject) => {
      waiting.set(order.id, { order, resolve: resolve as Waiting['resolve'], reject })
      state.worker ??= start()
      state.worker.postMessage(order)
    })
  }
  return Object.fromEntries(names.map(name => [name, (...args: unknown[]) => call(name, args)])) as unknown as W
}

/** The thread's side: each message is one call of `work`. */
export function serveWork<W extends Work<W>>(work: W): void {
  parentPort?.on('message', async ({ id, name, args }: Order) => {
    try {
      const value = await (work as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[name]?.(...args)
      parentPort?.postMessage({ id, value } satisfies Answer)
    } catch (error) {
      parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies Answer)
    }
  })
}
