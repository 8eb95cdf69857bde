import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { faultWord } from './database/fault-word'
import type { App } from './http'

/** What is no request of HTTP never gets as far as an answer: one is written by hand, and the line is closed. */
export function refuseNoRequest({ code }: Error & { code?: string }, socket: Socket): void {
  const [status, kind] = NO_REQUESTS[code ?? ''] ?? [400, 'malformed']
  const body = JSON.stringify({ kind })
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close`
  if (socket.writable && code !== 'ECONNRESET') socket.write(`${head}\r\n\r\n${body}`)
  socket.destroySoon()
}

const NO_REQUESTS: Record<string, [number, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'too-slow']
}

/** For what is refused before it has a route. */
export const refuseMalformed = (status: number | undefined, reply: FastifyReply): void =>
  void reply
    .code(status ?? 400)
    .type('application/json')
    .serializer(JSON.stringify)
    .send({ kind: 'malformed' })

/** Every answer that is no success says why in `kind`; what nobody expected is logged under a reference, and only that is sent. */
export function answerErrors(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // a route's own schema says nothing about these
    reply.type('application/json').serializer((problem: unknown) => JSON.stringify(problem))
    if (hasZodFastifySchemaValidationErrors(error)) {
      const fields = error.validation.map(({ instancePath }) => instancePath.replaceAll('/', '.').replace(/^\./, ''))
      return reply.code(400).send({ kind: 'invalid', fields: [...new Set(fields)] })
    }
    const status = error.statusCode ?? 500
    if (status < 500) return reply.code(status).send({ kind: status === 413 ? 'too-large' : 'malformed' })
    const reference = randomUUID().slice(0, 8)
    request.log.error({ err: error, reference, route: request.routeOptions.url }, 'unexpected')
    // a database or a disk that does not answer will again
    const isDown = faultWord(error) !== undefined
    return reply.code(isDown ? 503 : 500).send({ kind: isDown ? 'no-database' : 'unexpected', reference })
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ kind: 'unknown-path' }))
  app.addHook('onResponse', async (request, reply) => {
    const { routeOptions, method } = request
    const ms = Math.round(reply.elapsedTime)
    request.log.info(
      { method, route: routeOptions.url ?? null, status: reply.statusCode, ms, device: request.speaker ?? undefined },
      'answered'
    )
  })
}
