import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './http'
import { senderOf } from './sender'

/** What one sender may ask of the server. */
export type Limits = {
  /** Calls a minute: of one address before we know who it is, of one address on signed calls, and of one device. */
  strangerCalls: number
  addressCalls: number
  deviceCalls: number
  /** What one device may bring in a day, as it comes to lie here. */
  deviceDayBytes: number
  jsonBytes: number
  blobBytes: number
  headersMs: number
  requestMs: number
  idleMs: number
  checkMs: number
  connections: number
  /** A whole office may stand behind one address. */
  addressConnections: number
  /** How often is looked whether the certificate was renewed. */
  certificateMs: number
  /** How long a stop waits for calls that are under way. */
  closeMs: number
}

/** Attachments travel in pieces of at most this size. */
export const CHUNK_BYTES = 262_144

export const LIMITS: Limits = {
  strangerCalls: 30,
  addressCalls: 3_000,
  deviceCalls: 600,
  // some sixty times what an office with many photos brings; ten years of a desk that worked alone come in one day
  deviceDayBytes: 4 * 1_073_741_824,
  jsonBytes: 65_536,
  blobBytes: 32 * 1_048_576,
  headersMs: 20_000,
  // a piece of an attachment takes two minutes on the slowest line we know; what is cut off begins again where it was
  requestMs: 600_000,
  idleMs: 65_000,
  checkMs: 5_000,
  connections: 1_000,
  addressConnections: 300,
  certificateMs: 60_000,
  closeMs: 10_000
}

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
export type LimitAll = (most: number, who: (request: FastifyRequest) => string) => Hook

const MINUTE_MS = 60_000

/** A hook that answers 429, and when to come again, to whoever has called too often in a minute. */
export function limitsOf(app: App): LimitAll {
  return (most, who) => {
    const check = app.createRateLimit({ max: most, timeWindow: MINUTE_MS, keyGenerator: who })
    return async (request, reply) => {
      const found = await check(request)
      if (found.isAllowed || !found.isExceeded) return
      // not all at the same second again
      const seconds = found.ttlInSeconds + Math.floor(Math.random() * 5)
      return reply.code(429).header('retry-after', seconds).send({ kind: 'too-many', seconds })
    }
  }
}

export const byAddress = (request: FastifyRequest): string => senderOf(request.ip)
