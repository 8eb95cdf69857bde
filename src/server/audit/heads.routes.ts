import { Countersign, HeadRefusal, ToldHead } from '#shared/audit/audit-head'
import type { Context } from '../context'
import { getCaller } from '../devices/device-requests'
import type { App } from '../http'
import { Problem } from '../problem'
import { takeHead } from './take-head'

/** Where a desk tells how far its access log goes, and gets the district's signature on that. SPEC A1. */
export function headRoutes(app: App, { server, now, devices }: Context): void {
  app.route({
    ...devices,
    method: 'PUT',
    url: '/v1/access-log',
    schema: { response: { 200: Countersign, 400: Problem, 409: HeadRefusal } },
    handler: async (request, reply) => {
      const told = readHead(request.body)
      if (!told) return reply.code(400).send({ kind: 'not-a-head' })
      const taken = await takeHead(server, getCaller(request), told, now())
      if (taken.ok) return reply.code(200).send(taken.value)
      if (taken.problem.kind === 'bad-signature') return reply.code(400).send(taken.problem)
      return reply.code(409).send(taken.problem)
    }
  })
}

/** What was signed are bytes; the JSON in them is read after. */
function readHead(body: unknown): ToldHead | undefined {
  if (!(body instanceof Uint8Array)) return undefined
  try {
    return ToldHead.parse(JSON.parse(Buffer.from(body).toString('utf8')))
  } catch {
    return undefined
  }
}
