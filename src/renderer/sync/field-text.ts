import { isRealDate } from '#shared/clock'
import { formatPhone } from '#shared/residents/phone'
import { codeWord } from '../text/code-word'
import type { Codes } from '../text/id/codes'
import { groupNik } from '../ui/NikField'

/** Which list of words a field's codes belong to. */
const LISTS: Record<string, keyof Codes> = {
  sex: 'sex',
  religion: 'religion',
  maritalStatus: 'maritalStatus',
  phoneOwner: 'phoneOwner',
  noNikReason: 'noNikReason',
  relation: 'relation',
  roles: 'role',
  lane: 'lane',
  channel: 'channel',
  vulnerableGroup: 'vulnerableGroup',
  outcome: 'outcome',
  ending: 'ending',
  urgency: 'urgency',
  sector: 'sector',
  replyRoute: 'replyRoute',
  'case.kind': 'caseKind',
  'case.status': 'caseStatus',
  'referral.status': 'referralStatus',
  'letter.status': 'letterStatus',
  'letter.type': 'letterType',
  'visit.status': 'visitStatus',
  'documentCheck.state': 'documentState',
  'participant.role': 'participantRole',
  'printAttempt.status': 'printStatus',
  'proposal.kind': 'proposalKind',
  'proposal.status': 'proposalStatus',
  presence: 'presence',
  verdict: 'pairVerdict',
  'caseEvent.kind': 'caseEventKind',
  'caseEvent.status': 'caseStatus'
}

/** A text value of a record's field as people read it: codes in words, numbers in groups, days as `formatDay` writes them. */
export function fieldText(entity: string, field: string, value: string, language: string, formatDay: (day: string) => string): string {
  const list = LISTS[`${entity}.${field}`] ?? LISTS[field]
  if (list) return codeWord(list, value, language)
  if (field === 'nik' || field === 'kk') return groupNik(value)
  if (field === 'phone') return formatPhone(value)
  return isRealDate(value) ? formatDay(value) : value
}
