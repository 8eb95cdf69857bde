import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Hello, TurnedAway } from '#shared/sync/protocol'
import type { Context } from '../context'
import { isNoRoom } from '../database/fault-word'
import type { App } from '../http'
import { byAddress } from '../limits'
import { converse } from './converse'

/** What a conversation travels as: packed messages, both ways at once. */
export const EXCHANGE_TYPE = 'x/slrt'

/** How many conversations a device may have at once: a line that was cut may leave one behind that does not know it yet. */
const MOST_AT_ONCE = 4

/** One request carries a whole conversation: frames up, verdicts and feed down, each as it comes. */
export function exchangeRoutes(app: App, { server, now, frames, limits, limitAll, metrics }: Context): void {
  const underWay = new Map<string, number>()
  const rise = (device: string, by: number) => {
    const count = (underWay.get(device) ?? 0) + by
    if (count > 0) underWay.set(device, count)
    else underWay.delete(device)
    return count
  }
  const onRequest = limitAll(limits.addressCalls, byAddress)
  void app.register((exchange, _options, done) => {
    // the body is read by the conversation, piece by piece, whatever it calls itself
    exchange.removeAllContentTypeParsers()
    exchange.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const schema = { description: 'A conversation of desk and server; see src/shared/sync/SPEC.md' }
    exchange.post('/v1/exchange', { onRequest, schema }, async (request, reply) => {
      let heard: Hello | undefined
      const speak = async function* () {
        const tooSlow = setTimeout(() => request.raw.destroy(), limits.headersMs)
        const greeted = (hello: Hello): TurnedAway | undefined => {
          clearTimeout(tooSlow)
          heard = hello
          request.speaker = hello.device
          return rise(hello.device, 1) > MOST_AT_ONCE ? 'too-many' : undefined
        }
        const said: Parameters<typeof converse>[1]['said'] = message => {
          if (heard && message.kind === 'verdicts') metrics.countFrame(heard.district, message.verdicts)
        }
        const failed = (err: unknown) => {
          request.log.error({ err, route: request.routeOptions.url }, 'database')
          if (isNoRoom(err)) metrics.noteNoRoom()
        }
        try {
          yield* converse(piecesOf(request), { server, now, frames, dayBytes: limits.deviceDayBytes, greeted, said, failed })
        } finally {
          clearTimeout(tooSlow)
          if (heard) rise(heard.device, -1)
        }
      }
      headersOf(request, reply)
      const answers = speak()
      const length = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY)
      const short = length <= SHORT ? await upTo(SHORT, answers) : undefined
      if (short?.isAll) return reply.send(short.bytes)
      return reply.send(Readable.from(short ? after(short.bytes, answers) : answers, { objectMode: false }))
    })
    done()
  })
}

/** Who says no more than a hello in so many bytes is answered in one piece, if the answer is no longer. */
const SHORT = 512

/** What is said every minute says nothing that goes without saying; a proxy is told that it may not keep any of it back. */
function headersOf(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('content-type', EXCHANGE_TYPE)
  reply.raw.sendDate = false
  reply.raw.removeHeader('connection')
  if (request.headers['x-forwarded-for'] !== undefined) reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
}

async function upTo(size: number, answers: AsyncGenerator<Uint8Array>): Promise<{ bytes: Buffer; isAll: boolean }> {
  const pieces: Uint8Array[] = []
  for (let length = 0; length <= size; ) {
    const { value: piece, done } = await answers.next()
    if (done) return { bytes: Buffer.concat(pieces), isAll: true }
    pieces.push(piece)
    length += piece.length
  }
  return { bytes: Buffer.concat(pieces), isAll: false }
}

async function* after(bytes: Uint8Array, answers: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield bytes
  yield* answers
}

/** A line that is cut ends the conversation as any end does: what was taken is taken, the rest comes with the next one. */
async function* piecesOf(request: FastifyRequest): AsyncGenerator<Uint8Array> {
  try {
    // leaving before the end must not close the line under the answer that is still to be sent
    for await (const piece of request.raw.iterator({ destroyOnReturn: false })) yield piece
  } catch (error) {
    if ((error as { code?: string }).code !== 'ECONNRESET') throw error
  }
}
