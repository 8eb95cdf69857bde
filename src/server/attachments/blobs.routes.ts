import { Readable } from 'node:stream'
import { z } from 'zod'
import { Wanted } from '#shared/sync/wanted'
import type { Context } from '../context'
import { inDistrict } from '../database/inside'
import { getCaller } from '../devices/device-requests'
import type { App } from '../http'
import { CHUNK_BYTES } from '../limits'
import { Problem } from '../problem'
import { findBlob, listWanted } from './blobs.store'
import { readRange } from './byte-range'
import { checkBlob } from './check-blob'
import { readBlob } from './read-blob'
import { type ChunkRefusal, takeChunk } from './take-chunk'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

const STATUS: Record<ChunkRefusal['kind'], 400 | 409 | 422 | 429> = {
  'hash-differs': 422,
  'size-differs': 409,
  elsewhere: 409,
  'wrong-piece': 400,
  'too-many-unfinished': 429,
  'too-much': 429
}

/** Attachments: sent and fetched in pieces, under the SHA-256 of the whole. */
export function blobRoutes(app: App, { server, now, limits, devices }: Context): void {
  const params = z.object({ hash: Hash })

  app.route({
    ...devices,
    method: 'PUT',
    url: '/v1/blobs/:hash/:offset',
    bodyLimit: CHUNK_BYTES,
    schema: {
      params: z.object({ hash: Hash, offset: z.coerce.number().int().nonnegative() }),
      headers: z.object({ 'upload-length': z.coerce.number().int().positive().max(limits.blobBytes) }),
      response: { 200: z.object({ have: z.int(), isWhole: z.boolean() }), '4xx': Problem }
    },
    handler: async (request, reply) => {
      const { district, device } = getCaller(request)
      const { hash, offset } = request.params
      const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
      const chunk = { hash, offset, size: request.headers['upload-length'], bytes }
      const taken = await takeChunk(server, { district, device: device.id, dayBytes: limits.deviceDayBytes }, chunk, now())
      return taken.ok ? reply.code(200).send(taken.value) : reply.code(STATUS[taken.problem.kind]).send(taken.problem)
    }
  })

  app.route({
    ...devices,
    method: 'GET',
    url: '/v1/blobs',
    schema: { description: 'The attachments that a desk which has them should bring again', response: { 200: Wanted, '4xx': Problem } },
    handler: async request => ({ wanted: await inDistrict(server, getCaller(request).district, listWanted) })
  })

  app.route({
    ...devices,
    method: 'HEAD',
    url: '/v1/blobs/:hash',
    schema: { params },
    handler: async (request, reply) => {
      const blob = await inDistrict(server, getCaller(request).district, inside => findBlob(inside, request.params.hash))
      if (!blob) return reply.code(404).send()
      return reply
        .header('upload-offset', blob.have)
        .header('upload-length', blob.size)
        .header('upload-complete', blob.isWhole ? '?1' : '?0')
        .send()
    }
  })

  app.route({
    ...devices,
    method: 'GET',
    url: '/v1/blobs/:hash',
    exposeHeadRoute: false,
    schema: { params },
    handler: async (request, reply) => {
      const { district } = getCaller(request)
      const blob = await inDistrict(server, district, inside => findBlob(inside, request.params.hash))
      const isBegun = blob?.isWhole === 1 && (request.headers.range ?? 'bytes=0-').startsWith('bytes=0-')
      if (isBegun && !(await checkBlob(server, district, blob))) {
        request.log.error({ blob: blob.hash }, 'an attachment is damaged here, and is asked for again')
        return reply.code(404).send({ kind: 'unknown-blob' })
      }
      if (!blob?.isWhole) return reply.code(404).send({ kind: 'unknown-blob' })
      const range = readRange(request.headers.range, blob.size)
      if (range === 'none') return reply.code(416).header('content-range', `bytes */${blob.size}`).send({ kind: 'no-such-range' })
      const { from, to } = range ?? { from: 0, to: blob.size - 1 }
      if (range) reply.code(206).header('content-range', `bytes ${from}-${to}/${blob.size}`)
      reply
        .header('accept-ranges', 'bytes')
        .header('content-length', to - from + 1)
        .type('application/octet-stream')
      return reply.send(Readable.from(readBlob(server, district, blob.hash, from, to)))
    }
  })
}
