import { z } from 'zod'
import type { TermName } from '#shared/directory/directory'
import { call } from '#shared/rpc/call'
import { plainText } from '#shared/text'
import { REPLY_ROUTES, type Referral } from './referral'
import { REFERRAL_STATUSES } from './referral-status'

export type ReferralCard = Referral & {
  organizationName: string
  addressee: string
  service: TermName | null
  caseNumber: string
  /** The case was closed before this referral was answered for good, or since. */
  isCaseClosed: boolean
  residentId: string
  residentName: string
}

export const referralsContract = {
  draft: call<
    Referral,
    { kind: 'not-found' } | { kind: 'case-closed' } | { kind: 'organization-not-found' } | { kind: 'service-not-found' }
  >()(
    z.object({
      caseId: z.uuid(),
      organizationId: z.uuid(),
      serviceCode: z.string().max(60).nullable(),
      reason: plainText(1000, { multiline: true })
    })
  ),
  /** The resident takes the referral along: the case's ending is now "referral" and the agency's clock runs. */
  send: call<Referral, { kind: 'not-found' } | { kind: 'case-closed' } | { kind: 'not-from-here'; status: string }>()(
    z.object({ referralId: z.uuid() })
  ),
  ofCase: call<ReferralCard[]>()(z.object({ caseId: z.uuid() })),
  /** Sent and not answered, the longest overdue first: of many only the first, and how many there are. */
  listOpen: call<{ lines: ReferralCard[]; count: number }>()(z.object({})),
  byCode: call<ReferralCard | null>()(z.object({ code: z.string().max(20) })),
  /** Takes down an answer. The one that ended the referral stays: given once more with a note, that note takes the place of what was written of it. */
  answer: call<Referral, { kind: 'not-found' } | { kind: 'illegal-move'; from: string; to: string }>()(
    z.object({
      referralId: z.uuid(),
      to: z.enum(REFERRAL_STATUSES),
      route: z.enum(REPLY_ROUTES).nullable(),
      note: plainText(500, { multiline: true }).nullable()
    })
  )
}
