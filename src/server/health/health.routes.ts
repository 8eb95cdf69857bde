import { z } from 'zod'
import type { Context } from '../context'
import type { App } from '../http'
import { byAddress } from '../limits'
import { listHealth } from './health.store'

const Health = z.object({
  status: z.literal('ok'),
  districts: z.array(
    z.object({
      district: z.string(),
      head: z.int(),
      desks: z.int(),
      unconfirmed: z.int(),
      oldestUnseen: z.object({ desk: z.string(), seconds: z.int() }).nullable(),
      waiting: z.int(),
      refused: z.int(),
      backupSeconds: z.int().nullable()
    })
  )
})

/** The server runs, and its database does not answer as it should. */
const NoDatabase = z.object({ kind: z.literal('no-database') })

/** It answers, and takes nothing: a standby, after its primary was lost, or a disk that the system has closed after a fault. */
const ReadOnly = z.object({ kind: z.literal('read-only') })

/** What desks send cannot be kept any more, or soon. */
const DiskFull = z.object({ kind: z.literal('disk-full'), freeBytes: z.int().optional() })
/** About what a busy day of a district brings. */
const ROOM_BYTES = 64 * 1_048_576

/** For whoever watches the server: how each district fares, and Prometheus' figures. */
export function healthRoutes(app: App, { server, now, limits, limitAll, metrics }: Context): void {
  const onRequest = limitAll(limits.deviceCalls, byAddress)
  app.get(
    '/healthz',
    { onRequest, schema: { response: { 200: Health, 503: z.union([NoDatabase, ReadOnly, DiskFull]) } } },
    async (request, reply) => {
      try {
        const freeBytes = await server.freeBytes?.()
        if (freeBytes !== undefined && freeBytes < ROOM_BYTES) return reply.code(503).send({ kind: 'disk-full' as const, freeBytes })
        if (metrics.isOutOfRoom()) return reply.code(503).send({ kind: 'disk-full' as const })
        if (await server.isReadOnly()) return reply.code(503).send({ kind: 'read-only' as const })
        return { status: 'ok' as const, districts: await listHealth(server, now()) }
      } catch (err) {
        request.log.error({ err }, 'no database')
        return reply.code(503).send({ kind: 'no-database' as const })
      }
    }
  )
  app.get('/metrics', { onRequest, schema: { response: { 200: z.string() } } }, async (_request, reply) => {
    reply.type(metrics.contentType)
    return metrics.text()
  })
}
