import { z } from 'zod'
import { ref } from '#shared/changes/references'
import { plainText } from '#shared/text'
import { CASE_STATUSES } from './case-status'

export const CASE_KINDS = ['information', 'consultation', 'request', 'complaint', 'proposal'] as const
/** The four ways a case can leave the counter. A visit is over only when each of its cases has one. */
export const ENDINGS = ['information', 'consultation', 'request', 'referral'] as const
export const URGENCIES = ['normal', 'urgent', 'emergency'] as const
export const OUTCOMES = [
  'fulfilled',
  'partly',
  'ineligible',
  'quota-full',
  'data-mismatch',
  'no-reply-agency',
  'withdrawn',
  'unreachable',
  'deceased'
] as const

/** What a case turns out to be that should not have been opened; it has no outcome then. */
export const CASE_MISTAKES = ['duplicate', 'invalid'] as const
export const isMistake = (ending: string): ending is (typeof CASE_MISTAKES)[number] => CASE_MISTAKES.some(mistake => mistake === ending)

/** One problem of one person. An open case always has an owner, a next step and a day; nothing closes by silence. */
export const Case = z.object({
  id: z.uuid(),
  number: z.string(),
  visitId: ref('visit'),
  /** The person concerned. */
  residentId: ref('resident'),
  kind: z.enum(CASE_KINDS),
  sector: z.string().max(40),
  problemType: z.string().max(40),
  serviceCode: z.string().max(60).nullable(),
  summary: plainText(1000, { multiline: true }),
  urgency: z.enum(URGENCIES),
  status: z.enum(CASE_STATUSES),
  ownerId: ref('officer'),
  nextStep: plainText(200).nullable(),
  dueOn: z.iso.date().nullable(),
  ending: z.enum(ENDINGS).nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  openedAt: z.int(),
  closedAt: z.int().nullable()
})
export type Case = z.infer<typeof Case>

/** Whether a case waits for its ending at the counter; one that was closed on its own page waits for none. */
export const lacksEnding = ({ ending, closedAt }: Pick<Case, 'ending' | 'closedAt'>): boolean => ending === null && closedAt === null

export const CASE_EVENT_KINDS = [
  'opened',
  'note',
  'documents',
  'status',
  'ending',
  'contact',
  'reopened',
  'letter',
  'letter-void',
  'handed'
] as const

/** One line of a case's history; never changed and never removed. */
export const CaseEvent = z.object({
  id: z.uuid(),
  caseId: ref('case'),
  kind: z.enum(CASE_EVENT_KINDS),
  text: plainText(1000, { multiline: true }).nullable(),
  status: z.enum(CASE_STATUSES).nullable(),
  at: z.int(),
  officerId: ref('officer')
})
export type CaseEvent = z.infer<typeof CaseEvent>

export const DOCUMENT_STATES = ['present', 'missing', 'expired'] as const

/** One paper of a service's checklist, as it lay on the counter. `position` is the paper's place in that checklist. */
export const DocumentCheck = z.object({
  id: z.uuid(),
  caseId: ref('case'),
  position: z.int().nonnegative(),
  document: plainText(200),
  isMandatory: z.boolean(),
  state: z.enum(DOCUMENT_STATES),
  note: plainText(200).nullable(),
  checkedAt: z.int(),
  officerId: ref('officer')
})
export type DocumentCheck = z.infer<typeof DocumentCheck>
