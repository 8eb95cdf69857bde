import { z } from 'zod'
import { call } from '#shared/rpc/call'
import { RegistryCheck } from './registry'

export const registryContract = {
  /** Keeps the result of a hand lookup in SIKS-NG; letters that speak of the registry rest on it. */
  recordCheck: call<RegistryCheck, { kind: 'not-found' } | { kind: 'decile-without-listing' }>()(
    RegistryCheck.omit({ id: true, checkedAt: true, officerId: true })
  ),
  /** All checks of one person, newest first. */
  checksOf: call<RegistryCheck[]>()(z.object({ residentId: z.uuid() }))
}
