import { z } from 'zod'
import { Day } from '#shared/day'
import { Code, SectorCode, type TermName } from '#shared/directory/directory'
import type { Resident } from '#shared/residents/resident'
import { call } from '#shared/rpc/call'
import { plainText } from '#shared/text'
import type { DayClosing, Visit } from '#shared/visits/visit'
import { CASE_KINDS, CASE_MISTAKES, type Case, type CaseEvent, DOCUMENT_STATES, type DocumentCheck, OUTCOMES, URGENCIES } from './case'
import { CASE_STATUSES } from './case-status'

export type BoardVisit = Visit & { names: string[]; cases: number; casesWithoutEnding: number; officerName: string | null }
export type Board = { day: string; isClosed: boolean; visits: BoardVisit[]; overdueCases: number }

export type CaseCard = {
  case: Case
  residentName: string
  residentPresence: Resident['presence']
  service: TermName | null
  ownerName: string
  isOwnerHere: boolean
  documents: DocumentCheck[]
  /** `clockAhead`: by how many milliseconds the clock went ahead that told `at`, where it is known to have been wrong. */
  events: (CaseEvent & { officerName: string; clockAhead: number | null })[]
}
export type CaseLine = Case & {
  residentName: string
  residentPresence: Resident['presence']
  service: TermName | null
  ownerName: string
  /** The owner still works here with cases. */
  isOwnerHere: boolean
  isOverdue: boolean
}

/** All of the office; those of the signed-in officer; those whose owner works here no longer. */
export const WHOSE_CASES = ['all', 'mine', 'ownerless'] as const
export type WhoseCases = (typeof WHOSE_CASES)[number]
/** `count` and `overdue` are of all that were asked for, `ownerless` of the whole office. */
export type OpenCases = { lines: CaseLine[]; count: number; overdue: number; ownerless: number }

const NextStep = z.object({ nextStep: plainText(200), dueOn: Day })
type Gone = { kind: 'not-found' } | { kind: 'case-closed' }

export const casesContract = {
  /** Today's visits with what still lacks an ending. */
  board: call<Board>()(z.object({})),
  open: call<Case, { kind: 'visit-not-being-served' } | { kind: 'resident-not-found' } | { kind: 'service-not-found' }>()(
    z.object({
      visitId: z.uuid(),
      residentId: z.uuid(),
      kind: z.enum(CASE_KINDS),
      sector: SectorCode,
      problemType: Code,
      serviceCode: z.string().max(60).nullable(),
      summary: plainText(1000, { multiline: true }),
      urgency: z.enum(URGENCIES)
    })
  ),
  get: call<CaseCard, { kind: 'not-found' }>()(z.object({ caseId: z.uuid() })),
  ofVisit: call<CaseLine[]>()(z.object({ visitId: z.uuid() })),
  ofResident: call<CaseLine[]>()(z.object({ residentId: z.uuid() })),
  /** Open cases of the office, overdue first, that have each word of the text in number, name, service or owner; of many only the first. */
  listOpen: call<OpenCases>()(z.object({ whose: z.enum(WHOSE_CASES), text: z.string().max(100).optional() })),
  /** Says of each paper of the checklist whether it lay on the counter; each call replaces what was said of those papers and of no other. */
  checkDocuments: call<DocumentCheck[], Gone>()(
    z.object({
      caseId: z.uuid(),
      documents: z
        .array(
          z.object({
            position: z.int().min(0).max(99),
            document: plainText(200),
            isMandatory: z.boolean(),
            state: z.enum(DOCUMENT_STATES),
            note: plainText(200).nullable()
          })
        )
        .max(40)
    })
  ),
  note: call<CaseEvent, { kind: 'not-found' }>()(
    z.object({ caseId: z.uuid(), kind: z.enum(['note', 'contact']), text: plainText(1000, { multiline: true }) })
  ),
  /** Ends the case at this counter in one of three ways; the fourth, referral, is `referrals.send`. */
  end: call<Case, Gone | { kind: 'due-in-past' } | { kind: 'already-ended' }>()(
    z.object({
      caseId: z.uuid(),
      ending: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('information'), answer: plainText(1000, { multiline: true }) }),
        z.object({ kind: z.literal('consultation'), advice: plainText(1000, { multiline: true }), followUp: NextStep.nullable() }),
        z.object({ kind: z.literal('request'), note: plainText(1000, { multiline: true }).nullable(), followUp: NextStep })
      ])
    })
  ),
  move: call<Case, Gone | { kind: 'illegal-move'; from: string; to: string } | { kind: 'due-in-past' }>()(
    z.object({
      caseId: z.uuid(),
      to: z.enum(CASE_STATUSES),
      text: plainText(1000, { multiline: true }).nullable(),
      followUp: NextStep.nullable()
    })
  ),
  close: call<Case, Gone>()(
    z.object({ caseId: z.uuid(), outcome: z.enum([...OUTCOMES, ...CASE_MISTAKES]), text: plainText(1000, { multiline: true }) })
  ),
  /** A manager opens a closed case again. */
  reopen: call<Case, { kind: 'not-found' } | { kind: 'not-closed' } | { kind: 'due-in-past' }>()(
    z.object({ caseId: z.uuid(), reason: plainText(500, { multiline: true }), followUp: NextStep })
  ),
  hand: call<Case, Gone | { kind: 'officer-not-found' }>()(z.object({ caseId: z.uuid(), officerId: z.uuid() })),
  /** Ends the visit; refused while a case has no ending or there is no case at all. */
  finishVisit: call<
    Visit,
    | { kind: 'not-found' }
    | { kind: 'not-from-here'; status: string }
    | { kind: 'no-case' }
    | { kind: 'cases-without-ending'; numbers: string[] }
  >()(z.object({ visitId: z.uuid() })),
  /** Closes the day; refused while anybody waits, is being served, or a case of today has no ending. */
  closeDay: call<DayClosing, { kind: 'already-closed' } | { kind: 'visits-open'; tickets: string[] }>()(z.object({}))
}
