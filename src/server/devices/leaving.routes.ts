import { Left } from '#shared/sync/leaving'
import type { Context } from '../context'
import { inDistrict } from '../database/inside'
import type { App } from '../http'
import { getCaller } from './device-requests'
import { setDeviceState } from './devices.store'

/** Where a desk that is being erased says so: nothing that it signed later is believed. What it had sent stays. SPEC P10. */
export function leavingRoutes(app: App, { server, now, devices }: Context): void {
  app.route({
    ...devices,
    method: 'PUT',
    url: '/v1/leaving',
    schema: { response: { 200: Left } },
    handler: async (request, reply) => {
      const { district, device } = getCaller(request)
      await inDistrict(server, district, inside => setDeviceState(inside, device.id, 'revoked', now()))
      return reply.code(200).send({ kind: 'left', device: device.id })
    }
  })
}
