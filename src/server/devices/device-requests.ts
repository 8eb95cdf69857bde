import type { FastifyReply, FastifyRequest } from 'fastify'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import type { App } from '../http'
import { byAddress, type LimitAll, type Limits } from '../limits'
import { type Device, findDevice } from './devices.store'
import { admit, type NotAdmitted, readAuthorization } from './signed-request'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who signed this request; set on routes of devices alone. */
    caller: Caller | null
    /** The id of the device that speaks, for the log. */
    speaker: string | null
  }
}

export type Caller = { district: string; device: Device }
export type DeviceRequests = {
  /** Hooks of a route that only an enrolled device may call. */
  onRequest: ((request: FastifyRequest, reply: FastifyReply) => Promise<unknown>)[]
  preHandler: ((request: FastifyRequest, reply: FastifyReply) => Promise<unknown>)[]
}

const FORBIDDEN: readonly NotAdmitted[] = ['unconfirmed', 'revoked', 'frozen']
const NO_BODY = new Uint8Array()

/**
 * Lets in only what an enrolled device signed and never sent before: a limit by address first, then whether it names a device, and only then is a body
 * taken in; then the signature, and a limit by device.
 */
export function deviceRequests(app: App, server: Database, now: () => number, limitAll: LimitAll, limits: Limits): DeviceRequests {
  app.decorateRequest('caller', null)
  app.decorateRequest('speaker', null)
  const checkSignature = async (request: FastifyRequest, reply: FastifyReply) => {
    const body = request.body instanceof Uint8Array ? request.body : NO_BODY
    const { method, url: path } = request
    const admitted = await admit(server, { authorization: request.headers.authorization, method, path, body }, now())
    if (admitted.ok) {
      request.caller = admitted.value
      request.speaker = admitted.value.device.id
      return
    }
    const { kind } = admitted.problem
    return reply.code(FORBIDDEN.includes(kind) ? 403 : 401).send({ kind })
  }
  const checkName = async (request: FastifyRequest, reply: FastifyReply) => {
    const signed = readAuthorization(request.headers.authorization)
    const isKnown = signed && (await inDistrict(server, signed.district, inside => findDevice(inside, signed.device)))
    if (!isKnown) return reply.code(401).send({ kind: signed ? 'unknown-device' : 'not-signed' })
  }
  return {
    onRequest: [limitAll(limits.addressCalls, byAddress), checkName],
    preHandler: [checkSignature, limitAll(limits.deviceCalls, request => getCaller(request).device.id)]
  }
}

/** Who signed the request of a route that only devices may call. */
export function getCaller(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('this route lets in anybody')
  return request.caller
}
