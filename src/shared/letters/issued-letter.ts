import { z } from 'zod'
import type { Machine } from '#shared/changes/machine'
import { ref } from '#shared/changes/references'
import type { LocalDate } from '#shared/clock'
import { deskMark } from '#shared/office/desk-mark'
import { plainText } from '#shared/text'
import { LetterFacts } from './letter'

export const LETTER_STATUSES = ['issued', 'void'] as const
export const letterMachine: Machine<(typeof LETTER_STATUSES)[number]> = { issued: ['void'], void: [] }

/**
 * A letter with its number: frozen when it is issued. A mistake is mended by voiding it and issuing another.
 * `pdfHash` names the frozen bytes, `dataHash` (SHA-256 of the facts) is what the code on the paper vouches for.
 */
export const IssuedLetter = z.object({
  id: z.uuid(),
  type: z.string().max(40),
  templateVersion: z.int().positive(),
  caseId: ref('case'),
  referralId: ref('referral').nullable(),
  residentId: ref('resident'),
  bookId: ref('letterBook'),
  year: z.int(),
  sequence: z.int().positive(),
  number: z.string(),
  issuedOn: z.iso.date(),
  issuedAt: z.int(),
  validUntil: z.iso.date().nullable(),
  officerId: ref('officer'),
  paper: z.enum(['F4', 'A4']),
  facts: LetterFacts,
  dataHash: z.string().length(64),
  pdfHash: z.string().length(64),
  pdfPages: z.int().positive(),
  codeText: z.string(),
  status: z.enum(LETTER_STATUSES),
  voidReason: plainText(300).nullable(),
  voidedAt: z.int().nullable(),
  voidedBy: ref('officer').nullable()
})
export type IssuedLetter = z.infer<typeof IssuedLetter>

/** Whether a letter is past its last day. */
export const isPast = ({ validUntil }: Pick<IssuedLetter, 'validUntil'>, today: LocalDate): boolean =>
  validUntil !== null && validUntil < today

/** The number series of one unit in one year. `own`: this desk alone writes in it. */
export const LetterBook = z.object({
  id: z.uuid(),
  unitCode: z.string(),
  year: z.int(),
  mode: z.enum(['own']),
  startAt: z.int().positive(),
  nextSequence: z.int().positive()
})
export type LetterBook = z.infer<typeof LetterBook>

/** A further copy of the frozen bytes, numbered, with who took it and why. */
export const LetterCopy = z.object({
  id: z.uuid(),
  letterId: ref('letter'),
  n: z.int().positive(),
  reason: plainText(200),
  takenBy: plainText(100),
  takenAt: z.int(),
  officerId: ref('officer')
})
export type LetterCopy = z.infer<typeof LetterCopy>

export const HandOver = z.object({
  id: z.uuid(),
  letterId: ref('letter'),
  receivedBy: plainText(100),
  isRepresentative: z.boolean(),
  at: z.int(),
  officerId: ref('officer')
})
export type HandOver = z.infer<typeof HandOver>

export const PRINT_STATUSES = ['sending', 'asked', 'printed', 'failed', 'cancelled'] as const
/** A spooler that says "done" proves no paper: the officer is asked. An attempt never ends as "probably". */
export const printMachine: Machine<(typeof PRINT_STATUSES)[number]> = {
  sending: ['asked', 'failed', 'cancelled'],
  asked: ['printed', 'failed', 'cancelled'],
  printed: [],
  failed: [],
  cancelled: []
}

export const PrintAttempt = z.object({
  id: z.uuid(),
  /** What was printed: a letter, one of its copies, or a paper that has no number. */
  kind: z.enum(['letter', 'copy', 'receipt', 'ticket', 'register', 'information', 'checklist', 'report']),
  letterId: ref('letter').nullable(),
  copyNo: z.int().nullable(),
  printer: z.string().max(200),
  status: z.enum(PRINT_STATUSES),
  reason: z.string().max(300).nullable(),
  startedAt: z.int(),
  endedAt: z.int().nullable(),
  officerId: ref('officer')
})
export type PrintAttempt = z.infer<typeof PrintAttempt>

/** Which desk made it. */
export type AtDesk = { deskCode: string }

type CopyPlace = Pick<LetterCopy, 'n'> & AtDesk
/** What a copy is called on paper and on screen: `2`, or `B2` when desk B made it, so that desks without a line never give one name twice. */
export const copyName = ({ n, deskCode }: CopyPlace): string => `${deskMark(deskCode)}${n}`

/** Whether an officer has seen the letter come out, at whichever desk, or this copy of it. */
export const isOnPaper = (attempts: readonly (PrintAttempt & AtDesk)[], copy: CopyPlace | null): boolean =>
  attempts.some(
    ({ status, copyNo, deskCode }) => status === 'printed' && copyNo === (copy?.n ?? null) && (!copy || deskCode === copy.deskCode)
  )
