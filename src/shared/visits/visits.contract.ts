import { z } from 'zod'
import { call } from '#shared/rpc/call'
import { plainText } from '#shared/text'
import { CHANNELS, LANES, PARTICIPANT_ROLES, type Participant, type Visit, VULNERABLE_GROUPS } from './visit'

export type ParticipantCard = Participant & { name: string; nikMasked: string | null }
export type VisitCard = { visit: Visit; participants: ParticipantCard[] }

type NotNow = { kind: 'not-found' } | { kind: 'not-from-here'; status: string } | { kind: 'day-closed' }

/** Forms of the counter whose half-typed fields are kept. */
export const DRAFT_FORMS = ['resident', 'case', 'ending', 'referral', 'letter'] as const

export const visitsContract = {
  /** Gives the next ticket of a lane. On a day that was closed only with `reopens`: it has to be closed once more then. */
  checkIn: call<Visit, { kind: 'day-closed' }>()(
    z.object({
      lane: z.enum(LANES),
      channel: z.enum(CHANNELS),
      purpose: plainText(200).nullable(),
      vulnerableGroup: z.enum(VULNERABLE_GROUPS).nullable(),
      reopens: z.boolean().optional()
    })
  ),
  get: call<VisitCard, { kind: 'not-found' }>()(z.object({ visitId: z.uuid() })),
  call: call<Visit, NotNow>()(z.object({ visitId: z.uuid() })),
  serve: call<Visit, NotNow>()(z.object({ visitId: z.uuid() })),
  sendBack: call<Visit, NotNow>()(z.object({ visitId: z.uuid() })),
  markAbsent: call<Visit, NotNow>()(z.object({ visitId: z.uuid() })),
  recordPrivacyNotice: call<Visit, { kind: 'not-found' }>()(z.object({ visitId: z.uuid(), version: z.string().regex(/^[\w.-]{1,20}$/) })),
  addParticipant: call<Participant, { kind: 'not-found' } | { kind: 'visit-over' }>()(
    z.object({ visitId: z.uuid(), residentId: z.uuid(), role: z.enum(PARTICIPANT_ROLES), relation: plainText(60).nullable() })
  ),
  removeParticipant: call<null, { kind: 'not-found' } | { kind: 'visit-over' }>()(z.object({ participantId: z.uuid() })),
  /** Keeps one half-typed field, so that a power cut costs at most that field. A null value forgets it. */
  saveDraft: call<null, { kind: 'not-found' }>()(
    z.object({
      visitId: z.uuid(),
      form: z.enum(DRAFT_FORMS),
      field: z.string().regex(/^[A-Za-z][A-Za-z0-9.]{0,60}$/),
      value: z
        .string()
        .max(4000)
        .refine(text => !/\p{Cs}/u.test(text))
        .nullable()
    })
  ),
  draft: call<Record<string, string>, { kind: 'not-found' }>()(z.object({ visitId: z.uuid(), form: z.enum(DRAFT_FORMS) })),
  dropDraft: call<null>()(z.object({ visitId: z.uuid(), form: z.enum(DRAFT_FORMS) }))
}
