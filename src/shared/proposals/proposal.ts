import { z } from 'zod'
import { ref } from '#shared/changes/references'
import { plainText } from '#shared/text'
import { PROPOSAL_STATUSES } from './proposal-status'

export const PROPOSAL_KINDS = ['new-entry', 'correction', 'removal', 'reactivation'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

/** What the office asks the ministry's register to enter, correct, remove or activate again, for one resident. */
export const Proposal = z.object({
  id: z.uuid(),
  residentId: ref('resident'),
  caseId: ref('case').nullable(),
  kind: z.enum(PROPOSAL_KINDS),
  /** What is asked for, in a sentence: which programme, which field is wrong and what is right. */
  what: plainText(500, { multiline: true }),
  /** The village whose meeting speaks about it. */
  villageCode: z
    .string()
    .regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
    .nullable(),
  documents: z.array(plainText(120)).max(20),
  status: z.enum(PROPOSAL_STATUSES),
  recordedAt: z.int(),
  officerId: ref('officer'),
  /** The list in which it was handed over; each proposal is in one list only. */
  batchId: ref('proposalBatch').nullable(),
  proposedOn: z.iso.date().nullable(),
  /** Past this day a proposal without an answer rises to the top of the list. */
  answerBy: z.iso.date().nullable(),
  answeredOn: z.iso.date().nullable(),
  answerNote: plainText(500, { multiline: true }).nullable()
})
export type Proposal = z.infer<typeof Proposal>

/** A new entry and a removal are asked for once; two corrections or reactivations may differ in what they say. */
export function isSameWish(open: Pick<Proposal, 'what'>, { kind, what }: Pick<Proposal, 'kind' | 'what'>): boolean {
  const folded = (text: string) => text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
  return kind === 'new-entry' || kind === 'removal' || folded(open.what) === folded(what)
}

/** At most so many proposals in one list: its rows travel to the other desks in one piece. */
export const BATCH_ROWS = 200

/** A list of proposals as it was handed over; its rows are kept, so that the same file can be written again. */
export const ProposalBatch = z.object({
  id: z.uuid(),
  /** `USUL-A-2026-003`: the desk, the year, and which list of this desk. */
  number: z.string().max(40),
  exportedOn: z.iso.date(),
  exportedAt: z.int(),
  officerId: ref('officer'),
  columns: z.array(z.string().max(40)).max(60),
  rows: z.array(z.array(z.string().max(1200)).max(60)).max(BATCH_ROWS)
})
export type ProposalBatch = z.infer<typeof ProposalBatch>
