import { z } from 'zod'
import { Enrol, Enrolled, type EnrolRefusal, Opened, OpenNonce } from '#shared/sync/enrolment'
import type { Context } from '../context'
import type { App } from '../http'
import { byAddress } from '../limits'
import { Problem } from '../problem'
import { enrol, openNonce } from './enrol'

const STATUS: Record<EnrolRefusal, 400 | 404 | 409 | 410> = {
  'unknown-code': 404,
  'code-expired': 410,
  'code-used': 410,
  'code-dead': 410,
  'device-known': 409,
  'desk-taken': 409,
  'desk-other': 409,
  'bad-signature': 400,
  'key-reused': 409
}

/** How a desk joins: with a code once, then asking until somebody has compared the check number. */
export function enrolRoutes(app: App, { server, now, limits, limitAll }: Context): void {
  const onRequest = limitAll(limits.strangerCalls, byAddress)
  const response = { 200: Enrolled, '4xx': Problem }
  const headers = z.object({ 'idempotency-key': z.string().min(8).max(80) })
  app.post('/v1/enrol', { onRequest, schema: { headers, body: Enrol, response } }, async (request, reply) => {
    const answer = await enrol(server, request.body, request.headers['idempotency-key'], now())
    if (answer.ok) return reply.code(200).send(answer.value)
    return reply.code(STATUS[answer.problem.kind]).send(answer.problem)
  })

  const nonceSchema = { body: OpenNonce, response: { 200: Opened, '4xx': Problem } }
  app.post('/v1/enrol/nonce', { onRequest: limitAll(limits.deviceCalls, byAddress), schema: nonceSchema }, async (request, reply) => {
    const answer = await openNonce(server, request.body)
    return answer.ok ? reply.code(200).send(answer.value) : reply.code(404).send(answer.problem)
  })
}
