import { z } from 'zod'
import { ref } from '#shared/changes/references'
import { plainText } from '#shared/text'
import { REFERRAL_STATUSES } from './referral-status'

export const REPLY_ROUTES = ['return-slip', 'phone', 'district-form'] as const

/** One case sent to one service of one organization. `code` is on the return slip, so that an agency can answer without an account. */
export const Referral = z.object({
  id: z.uuid(),
  caseId: ref('case'),
  organizationId: ref('organization'),
  serviceCode: z.string().max(60).nullable(),
  reason: plainText(1000, { multiline: true }),
  code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/),
  status: z.enum(REFERRAL_STATUSES),
  dueOn: z.iso.date().nullable(),
  sentAt: z.int().nullable(),
  repliedAt: z.int().nullable(),
  replyRoute: z.enum(REPLY_ROUTES).nullable(),
  replyNote: plainText(500, { multiline: true }).nullable(),
  officerId: ref('officer')
})
export type Referral = z.infer<typeof Referral>
