import { randomUUID } from 'node:crypto'
import type { FastifyError } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { App } from './http'

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
    return reply.code(500).send({ kind: 'unexpected', reference })
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
