import type { ReferralStatus } from './referral-status'

type Answer = Exclude<ReferralStatus, 'draft' | 'sent'>

const SAID: Record<Answer, (agency: string) => string> = {
  accepted: agency => `${agency} menerima rujukan`,
  declined: agency => `${agency} menolak rujukan`,
  'in-service': agency => `${agency} sedang melayani`,
  completed: agency => `${agency} sudah melayani`,
  returned: agency => `${agency} mengembalikan rujukan`,
  cancelled: agency => `Rujukan ke ${agency} dibatalkan`,
  'no-reply': agency => `${agency} belum menjawab`
}

/** What the history of a case says of an agency's answer: whose it is, what it was, and what was written of it. */
export const answerLine = (to: Answer, agency: string, note: string | null): string => SAID[to](agency) + (note ? `: ${note}` : '')
