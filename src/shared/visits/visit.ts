import { z } from 'zod'
import type { Machine } from '#shared/changes/machine'
import { ref } from '#shared/changes/references'
import { plainText } from '#shared/text'

export const LANES = ['general', 'vulnerable'] as const
export const VULNERABLE_GROUPS = ['elderly', 'disability', 'pregnant', 'infant', 'violence-victim', 'emergency'] as const
export const CHANNELS = ['walk-in', 'phone', 'whatsapp', 'facilitator', 'puskesos', 'lapor'] as const
export const VISIT_STATUSES = ['waiting', 'called', 'serving', 'done', 'no-show'] as const
export type VisitStatus = (typeof VISIT_STATUSES)[number]

/** A called person may be called again, sent back to wait, or marked absent; an absent one who turns up waits again. */
export const visitMachine: Machine<VisitStatus> = {
  waiting: ['called', 'serving', 'no-show'],
  called: ['serving', 'waiting', 'no-show'],
  serving: ['done', 'waiting'],
  done: [],
  'no-show': ['waiting']
}

export const Visit = z.object({
  id: z.uuid(),
  day: z.iso.date(),
  /** The desk that gave the ticket: each counts its own. */
  deskCode: z.string().min(1).max(2),
  lane: z.enum(LANES),
  ticketNo: z.int().positive(),
  ticket: z.string(),
  channel: z.enum(CHANNELS),
  /** What the person said at the door; may be empty. */
  purpose: plainText(200).nullable(),
  vulnerableGroup: z.enum(VULNERABLE_GROUPS).nullable(),
  status: z.enum(VISIT_STATUSES),
  arrivedAt: z.int(),
  calledAt: z.int().nullable(),
  servingAt: z.int().nullable(),
  endedAt: z.int().nullable(),
  officerId: ref('officer').nullable(),
  /** The version of the privacy notice that was read or handed over (UU 27/2022 art. 21). */
  privacyNotice: z.string().max(20).nullable(),
  privacyNoticedAt: z.int().nullable()
})
export type Visit = z.infer<typeof Visit>

export const PARTICIPANT_ROLES = ['reporter', 'applicant', 'concerned', 'representative'] as const

/** Who plays which part in a visit; one person may play several, and the parts are never merged. */
export const Participant = z.object({
  id: z.uuid(),
  visitId: ref('visit'),
  residentId: ref('resident'),
  role: z.enum(PARTICIPANT_ROLES),
  /** How a reporter or representative is related to the person concerned. */
  relation: plainText(60).nullable(),
  isRemoved: z.boolean()
})
export type Participant = z.infer<typeof Participant>

export const DayClosing = z.object({
  id: z.uuid(),
  day: z.iso.date(),
  /** The desk whose day it was. */
  deskCode: z.string().max(2).nullable().optional(),
  closedAt: z.int(),
  officerId: ref('officer'),
  visits: z.int(),
  noShows: z.int(),
  cases: z.int(),
  letters: z.int()
})
export type DayClosing = z.infer<typeof DayClosing>
