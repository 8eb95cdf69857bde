import { z } from 'zod'
import type { DriveProblem } from '#shared/files/drive-problem'
import { call } from '#shared/rpc/call'
import { plainText } from '#shared/text'
import { PROPOSAL_KINDS, type Proposal } from './proposal'

export type ProposalLine = Proposal & {
  residentName: string
  nikMasked: string | null
  areaLine: string
  batchNumber: string | null
  /** Days since it was handed over; null before that. */
  age: number | null
  /** The day by which an answer was hoped for has passed. */
  isLate: boolean
}
export type BatchLine = { id: string; number: string; exportedOn: string; officerName: string; count: number; unanswered: number }

/** Which part of the list: still to be handed over, waiting for an answer, answered. */
export const PROPOSAL_LISTS = ['ready', 'waiting', 'answered'] as const
export type ProposalCounts = Record<(typeof PROPOSAL_LISTS)[number] | 'late', number>

/** A stick by its path, or the documents folder of this PC. */
export const FilePlace = z.string().min(1).max(400)
export const DOCUMENTS = 'documents'

/**
 * Where the files of a list lie now, by name; `problem` when the list is kept and only the files could not be written. `doubled`: so many asked for what
 * another proposal for the same person asks for, and were withdrawn.
 */
export type Exported = {
  batchId: string
  number: string
  count: number
  left: number
  doubled: number
  files: string[]
  problem: DriveProblem | null
}

const id = z.object({ proposalId: z.uuid() })

export const proposalsContract = {
  /** Writes down what is to be asked of the ministry's register; a second open proposal for the same thing is refused. */
  propose: call<
    Proposal,
    { kind: 'not-found' } | { kind: 'case-not-found' } | { kind: 'already-proposed'; proposalId: string; recordedOn: string }
  >()(
    z.object({
      residentId: z.uuid(),
      caseId: z.uuid().nullable(),
      kind: z.enum(PROPOSAL_KINDS),
      what: plainText(500, { multiline: true }),
      documents: z.array(plainText(120)).max(20)
    })
  ),
  ofResident: call<ProposalLine[]>()(z.object({ residentId: z.uuid() })),
  counts: call<ProposalCounts>()(z.object({})),
  /** A page of fifty; of those that wait for an answer the longest overdue comes first. */
  list: call<{ lines: ProposalLine[]; next: number | null }>()(
    z.object({ list: z.enum(PROPOSAL_LISTS), from: z.int().min(0).max(1_000_000) })
  ),
  /** What came of it; `proposed` takes back an answer that was keyed in by mistake. */
  answer: call<Proposal, { kind: 'not-found' } | { kind: 'illegal-move'; from: string; to: string }>()(
    id.extend({ to: z.enum(['approved', 'rejected', 'withdrawn', 'proposed']), note: plainText(500, { multiline: true }).nullable() })
  ),
  /** Hands over what is ready as one list, marks it, and writes the list as CSV and XLSX. */
  exportReady: call<Exported, { kind: 'nothing-ready' } | DriveProblem>()(z.object({ to: FilePlace, answerDays: z.int().min(1).max(365) })),
  /** Writes the files of an earlier list again, to the letter. */
  exportAgain: call<Exported, { kind: 'not-found' } | DriveProblem>()(z.object({ batchId: z.uuid(), to: FilePlace })),
  batches: call<BatchLine[]>()(z.object({}))
}
