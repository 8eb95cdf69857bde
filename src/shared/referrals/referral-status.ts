import type { Machine } from '#shared/changes/machine'

export const REFERRAL_STATUSES = [
  'draft',
  'sent',
  'accepted',
  'declined',
  'in-service',
  'completed',
  'returned',
  'cancelled',
  'no-reply'
] as const
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number]

/** A silent agency can still answer; an answer that ends the referral stays. */
export const referralMachine: Machine<ReferralStatus> = {
  draft: ['sent', 'cancelled'],
  sent: ['accepted', 'declined', 'in-service', 'completed', 'returned', 'cancelled', 'no-reply'],
  accepted: ['in-service', 'completed', 'returned', 'cancelled', 'no-reply'],
  'in-service': ['completed', 'returned', 'no-reply'],
  'no-reply': ['accepted', 'declined', 'in-service', 'completed', 'returned', 'cancelled'],
  declined: [],
  completed: [],
  returned: [],
  cancelled: []
}

const AWAITING: readonly ReferralStatus[] = ['sent', 'accepted', 'in-service', 'no-reply']

/** Whether an agency still owes the answer that ends a referral. */
export const awaitsAnswer = (status: ReferralStatus): boolean => AWAITING.includes(status)

const ANSWERED: readonly ReferralStatus[] = ['accepted', 'in-service', 'completed', 'declined', 'returned']

/** Whether an agency has said anything to it, be it that the person is being looked after. */
export const isAnswered = (status: ReferralStatus): boolean => ANSWERED.includes(status)
