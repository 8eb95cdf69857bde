import http from 'node:http'
import https from 'node:https'

/** Statuses of a server that is there and cannot work now, or of a proxy whose server is not there. */
export const isDown = (status: number): boolean => [429, 500, 502, 503, 504].includes(status)

/** What came back is not what a district server says in a conversation: most often the page of a public network, with status 200. */
export class NotTheServer extends Error {
  /** Only its status says anything: somebody has to wait until the server works again. */
  readonly isDown: boolean

  constructor(status = 200) {
    super()
    this.isDown = isDown(status)
  }
}

/** What the district server's answers are; nothing else is read. */
export const CONTENT_TYPE = 'x/slrt'

/** One conversation on the line: bytes are sent as they are made, answers come while more is sent. */
export type Conversation = { send(bytes: Uint8Array): void; end(): void; answers: AsyncIterable<Uint8Array>; cut(): void }

/** The way to a district server; connections are kept warm between conversations. */
export type Line = {
  converse(): Conversation
  request(method: string, path: string, options: RequestOptions): Promise<HttpAnswer>
  close(): void
}
export type RequestOptions = { body?: Uint8Array; headers?: Record<string, string> }
export type HttpAnswer = { status: number; contentType: string; body: Buffer; headers: http.IncomingHttpHeaders }

/** A line on which nothing moves for so long is dead. */
const SILENCE_MS = 30_000
/** The longest answer of an ordinary call. */
const LONGEST_ANSWER = 1 << 20

/** Plain HTTP is for this very machine only; everything else needs TLS. */
export function isSafeAddress(server: string): boolean {
  const url = URL.canParse(server) ? new URL(server) : undefined
  if (url?.protocol === 'https:') return true
  return url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
}

/** `isAcross`: the other side had taken the call. */
const silence = (isAcross = false): Error => Object.assign(new Error('the line is silent'), { code: 'ETIMEDOUT', isAcross })

export function httpLine(server: string): Line {
  const base = new URL(server)
  const module = base.protocol === 'https:' ? https : http
  // certificates of public authorities alone: what an office has installed on its PCs to read along is not believed
  const agent = new module.Agent({ keepAlive: true, maxSockets: 4, timeout: SILENCE_MS })
  const open = (method: string, path: string, headers: Record<string, string>) =>
    module.request(new URL(path, base), { method, agent, headers, timeout: SILENCE_MS })

  return {
    converse() {
      // an exchange of nothing is made every minute on a line that may be paid for by the byte: no header that says nothing
      const url = new URL('/v1/exchange', base)
      const request = module.request(url, { method: 'POST', agent, timeout: SILENCE_MS, setDefaultHeaders: false })
      request.setHeader('host', url.host)
      request.setNoDelay(true)
      let first: Uint8Array | undefined
      let hasBegun = false
      const begin = () => {
        if (!first) return
        request.setHeader('transfer-encoding', 'chunked')
        request.write(first)
        first = undefined
      }
      request.on('timeout', () => request.destroy(silence(request.socket?.connecting === false)))
      const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
        request.on('response', resolve)
        request.on('error', reject)
      })
      answered.catch(() => undefined)
      return {
        send(bytes) {
          if (hasBegun) {
            begin()
            request.write(bytes)
            return
          }
          hasBegun = true
          first = bytes
          // who has nothing more to say says so at once
          queueMicrotask(begin)
        },
        end() {
          if (first) request.setHeader('content-length', first.length)
          request.end(first)
          first = undefined
        },
        answers: answersOf(answered),
        cut: () => void request.destroy()
      }
    },

    request(method, path, { body, headers = {} }) {
      return new Promise((resolve, reject) => {
        const request = open(method, path, { ...headers, ...(body && { 'content-length': String(body.length) }) })
        request.on('timeout', () => request.destroy(silence()))
        request.on('error', reject)
        request.on('response', response => collect(response).then(resolve, reject))
        request.end(body)
      })
    },

    close: () => agent.destroy()
  }
}

async function* answersOf(answered: Promise<http.IncomingMessage>): AsyncIterable<Uint8Array> {
  const response = await answered
  // a proxy may have said more of it, as that it is text of some alphabet
  if (response.headers['content-type']?.split(';')[0]?.trim() !== CONTENT_TYPE) {
    response.destroy()
    throw new NotTheServer(response.statusCode)
  }
  for await (const piece of response) yield piece as Buffer
}

async function collect(response: http.IncomingMessage): Promise<HttpAnswer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of response) {
    length += (piece as Buffer).length
    if (length > LONGEST_ANSWER) throw new NotTheServer()
    pieces.push(piece as Buffer)
  }
  const { statusCode = 0, headers } = response
  return { status: statusCode, contentType: headers['content-type'] ?? '', body: Buffer.concat(pieces), headers }
}
