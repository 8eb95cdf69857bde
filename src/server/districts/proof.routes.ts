import { sign } from 'node:crypto'
import { z } from 'zod'
import { DistrictProof, ProofNonce, proofText } from '#shared/sync/district-proof'
import type { Context } from '../context'
import { getCaller } from '../devices/device-requests'
import type { App } from '../http'
import { districtKey } from './district-key'

/** Where a desk that was told of a new address finds out whether its own district is there. SPEC P11. */
export function proofRoutes(app: App, { server, devices }: Context): void {
  app.get(
    '/v1/proof/:nonce',
    { ...devices, schema: { params: z.object({ nonce: ProofNonce }), response: { 200: DistrictProof } } },
    async request => {
      const { district, device } = getCaller(request)
      const text = proofText({ district, device: device.id, nonce: request.params.nonce })
      const signature = sign(null, Buffer.from(text), await districtKey(server, district)).toString('base64')
      return { kind: 'district' as const, signature }
    }
  )
}
