import { z } from 'zod'
import type { ChangedMeanwhile } from '#shared/changes/meant'
import { call } from '#shared/rpc/call'
import { Organization } from './organization'

export const organizationsContract = {
  list: call<Organization[]>()(z.object({ kind: z.string().max(40).optional() })),
  add: call<Organization>()(Organization.omit({ id: true, isActive: true })),
  /** What was changed elsewhere while the form was open is neither taken back nor written over unseen. */
  correct: call<Organization, { kind: 'not-found' } | ChangedMeanwhile<'organization', Organization>>()(
    Organization.extend({ shown: Organization.optional() })
  )
}
