import type { Readable, Writable } from 'node:stream'

type Answer = { id?: number; sessionId?: string; method?: string; params?: unknown; result?: unknown; error?: { message: string } }
type Listener = (params: never) => void

/** Chromium's own protocol over a pair of pipes: no port is opened for it. */
export type Devtools = {
  /** Asks Chromium (or one page, by its session) and gives its answer; rejects with Chromium's sentence. */
  send<T = object>(method: string, params?: object, sessionId?: string): Promise<T>
  /** Hears one kind of event of Chromium, or of one page. One listener each. */
  on<T>(method: string, listener: (params: T) => void, sessionId?: string): void
  /** Forgets a page that is gone: whoever still waits for its answers is told. */
  forget(sessionId: string): void
}

export function connectDevtools(write: Writable, read: Readable): Devtools {
  const waiting = new Map<number, { sessionId: string | undefined; resolve(value: never): void; reject(error: Error): void }>()
  const listeners = new Map<string, Listener>()
  let lastId = 0
  let parts: Buffer[] = []

  const hear = (answer: Answer): void => {
    if (answer.id === undefined) {
      listeners.get(`${answer.sessionId ?? ''} ${answer.method}`)?.(answer.params as never)
      return
    }
    const call = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.error) call?.reject(new Error(answer.error.message))
    else call?.resolve(answer.result as never)
  }
  read.on('data', (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      const message = Buffer.concat([...parts, chunk.subarray(from, end)])
      parts = []
      from = end + 1
      hear(JSON.parse(message.toString()))
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
  })
  const giveUp = (isMine: (sessionId: string | undefined) => boolean, reason: string): void => {
    for (const [id, call] of waiting) {
      if (!isMine(call.sessionId)) continue
      waiting.delete(id)
      call.reject(new Error(reason))
    }
  }
  read.on('close', () => giveUp(() => true, 'Chromium is gone'))
  // a broken pipe is Chromium's end, which its exit tells us
  write.on('error', () => {})

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { sessionId, resolve, reject })
        write.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`)
      }),
    on: (method, listener, sessionId = '') => void listeners.set(`${sessionId} ${method}`, listener as Listener),
    forget: sessionId => {
      for (const key of [...listeners.keys()]) if (key.startsWith(`${sessionId} `)) listeners.delete(key)
      giveUp(one => one === sessionId, 'the page is gone')
    }
  }
}
