import { z } from 'zod'
import { call } from '#shared/rpc/call'
import { Organization } from './organization'

export const organizationsContract = {
  list: call<Organization[]>()(z.object({ kind: z.string().max(40).optional() })),
  add: call<Organization>()(Organization.omit({ id: true, isActive: true })),
  correct: call<Organization, { kind: 'not-found' }>()(Organization)
}
