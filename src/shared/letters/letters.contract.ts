import { z } from 'zod'
import { Day } from '#shared/day'
import type { Sheet } from '#shared/paper/sheet'
import { Month } from '#shared/reports/month'
import { call } from '#shared/rpc/call'
import { plainText } from '#shared/text'
import type { AtDesk, HandOver, IssuedLetter, LetterBook, LetterCopy, PrintAttempt } from './issued-letter'

export type LetterLine = Pick<
  IssuedLetter,
  'id' | 'type' | 'number' | 'sequence' | 'year' | 'issuedOn' | 'status' | 'voidReason' | 'validUntil' | 'caseId'
> & {
  residentName: string
  addressee: string
}
export type LetterCard = {
  letter: IssuedLetter
  attempts: (PrintAttempt & AtDesk)[]
  copies: (LetterCopy & AtDesk)[]
  handOvers: HandOver[]
  officerName: string
}
export type PrinterCard = { name: string; isDefault: boolean; state: 'idle' | 'busy' | 'stopped' | 'unknown' }
export type RegisterView = { book: LetterBook; letters: LetterLine[]; unused: number[] }

/** What was found out about a code that was scanned from a paper. */
export type Verification =
  | {
      kind: 'genuine'
      number: string
      issuedOn: string
      letterType: string
      initials: string
      nikTail: string
      here: ({ letterId: string } & Pick<IssuedLetter, 'status' | 'validUntil'>) | null
    }
  | { kind: 'unknown-key'; number: string; issuedOn: string }
  | { kind: 'forged' }
  | { kind: 'not-a-letter-code' }
  | { kind: 'damaged' }
  | { kind: 'newer-version' }

/** What the officer types for a letter beyond what the case and the resident already say. */
export const LetterOrder = z.object({
  type: z.string().max(40),
  caseId: z.uuid(),
  referralId: z.uuid().nullable(),
  organizationId: z.uuid().nullable(),
  signerId: z.uuid(),
  urgency: z.enum(['Biasa', 'Segera', 'Sangat Segera', 'Penting', 'Rahasia']),
  attachments: z.int().min(0).max(50),
  purpose: plainText(200).nullable(),
  copiesTo: z.array(plainText(120)).max(8),
  bpjs: z
    .object({
      cardNumber: z
        .string()
        .regex(/^\d{13}$/)
        .nullable(),
      deactivatedOn: Day.nullable(),
      reason: plainText(200).nullable(),
      facility: plainText(120).nullable(),
      facilityLetter: plainText(120).nullable()
    })
    .nullable(),
  school: z.object({ name: plainText(120), grade: plainText(30).nullable() }).nullable()
})
export type LetterOrder = z.infer<typeof LetterOrder>

type CannotIssue =
  | { kind: 'not-found' }
  | { kind: 'case-closed' }
  | { kind: 'unknown-letter-type' }
  | { kind: 'missing-facts'; facts: string[] }
  | { kind: 'signer-not-found' }
  | { kind: 'organization-not-found' }

/** What the officer has answered to the questions that come before a number. */
const Answers = z.object({
  /** The earlier letter that the officer has seen and wants another one beside. */
  inSpiteOf: z.uuid().nullable(),
  /** The officer has looked at the calendar: today is right although a later date stands in the book, or this PC's clock is in doubt. */
  isDateConfirmed: z.boolean().default(false)
})

type CannotNumber =
  | { kind: 'similar-letter-valid'; letterId: string; number: string; issuedOn: string; validUntil: string | null }
  | { kind: 'book-not-open'; year: number }
  | { kind: 'date-before-last'; lastIssuedOn: string }
  /** This PC's clock is likely to be wrong; `expected`: the day by the district's time, null where nobody can tell. */
  | { kind: 'date-doubtful'; issuedOn: string; expected: string | null }
  | { kind: 'page-does-not-fit' }
  /** This desk may have numbered letters that it does not know of: until it has spoken with the district, it numbers none. */
  | { kind: 'numbers-held' }
  /** Another computer has written under this desk's name: a new book has to be opened here. */
  | { kind: 'numbers-lost' }

type NoPrinter = { kind: 'printer-not-found' } | { kind: 'spooler-down' }
type PrintRefusal = { kind: 'not-found' } | { kind: 'pdf-elsewhere' } | NoPrinter | { kind: 'attempt-open'; attemptId: string }

/** A paper that has no number of its own. */
export const Paper = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), visitId: z.uuid() }),
  z.object({ kind: z.literal('receipt'), caseId: z.uuid() }),
  z.object({ kind: z.literal('information'), serviceCode: z.string().max(60) }),
  z.object({ kind: z.literal('register'), bookId: z.uuid() }),
  z.object({ kind: z.literal('report'), month: Month }),
  z.object({ kind: z.literal('checklist') })
])
export type Paper = z.infer<typeof Paper>

export const lettersContract = {
  /** The letter as it would be printed now, without number and code, for reading before it is issued. */
  preview: call<{ sheet: Sheet; missing: string[] }, Exclude<CannotIssue, { kind: 'missing-facts' }>>()(LetterOrder),
  /** Numbers, freezes and keeps a letter in one transaction. Printing is another call: a paper jam burns no number. */
  issue: call<IssuedLetter, CannotIssue | CannotNumber>()(LetterOrder.extend(Answers.shape)),
  /** Issues a letter that came back because another has its number under the next free one; the paper with the old number becomes void. */
  issueAnew: call<IssuedLetter, Exclude<CannotIssue, { kind: 'case-closed' } | { kind: 'organization-not-found' }> | CannotNumber>()(
    Answers.extend({ change: z.string().max(80) })
  ),
  get: call<LetterCard, { kind: 'not-found' }>()(z.object({ letterId: z.uuid() })),
  ofCase: call<LetterLine[]>()(z.object({ caseId: z.uuid() })),
  /** The frozen bytes; those of another desk's letter are fetched when they are not here. */
  pdf: call<Uint8Array, { kind: 'not-found' } | { kind: 'pdf-elsewhere' }>()(z.object({ letterId: z.uuid() })),
  printers: call<PrinterCard[], { kind: 'spooler-down' }>()(z.object({})),
  /** Sends the frozen bytes to the printer, or a copy that was made and has not come out (`copyNo`); answers when the spooler has answered. */
  print: call<PrintAttempt, PrintRefusal | { kind: 'already-printed' } | { kind: 'letter-void' }>()(
    z.object({ letterId: z.uuid(), printer: z.string().max(200), copyNo: z.int().positive().optional() })
  ),
  /** Takes a job that this desk is sending out of the queue; what came of it, its attempt says. */
  stopPrint: call<null>()(z.object({ attemptId: z.uuid() })),
  /** The officer's answer to "did the paper come out well?". */
  answerPrint: call<PrintAttempt, { kind: 'not-found' } | { kind: 'not-asked' }>()(
    z.object({ attemptId: z.uuid(), answer: z.enum(['printed', 'failed', 'cancelled']), reason: plainText(200).nullable() })
  ),
  /** A later copy: the frozen bytes with `SALINAN ke-n` laid over them. */
  printCopy: call<PrintAttempt, PrintRefusal | { kind: 'letter-void' } | { kind: 'never-printed' }>()(
    z.object({ letterId: z.uuid(), printer: z.string().max(200), reason: plainText(200), takenBy: plainText(100) })
  ),
  handOver: call<HandOver, { kind: 'not-found' } | { kind: 'letter-void' }>()(
    z.object({ letterId: z.uuid(), receivedBy: plainText(100), isRepresentative: z.boolean() })
  ),
  void: call<IssuedLetter, { kind: 'not-found' } | { kind: 'already-void' }>()(z.object({ letterId: z.uuid(), reason: plainText(300) })),
  openBook: call<LetterBook, { kind: 'already-open' } | { kind: 'not-this-year' } | { kind: 'numbers-lost' }>()(
    z.object({ year: z.int().min(2000).max(2200), firstNumber: z.int().min(1).max(99_999) })
  ),
  /** A held book goes on behind the last number on paper, which somebody has looked up in the register and on the letters. */
  confirmNumbers: call<
    LetterBook,
    { kind: 'numbering-not-held' } | { kind: 'book-not-open'; year: number } | { kind: 'number-known'; number: number }
  >()(z.object({ lastNumber: z.int().min(0).max(99_998) })),
  books: call<LetterBook[]>()(z.object({})),
  register: call<RegisterView, { kind: 'not-found' }>()(z.object({ bookId: z.uuid() })),
  /** Says whether the text of a scanned code was made by a desk of this office; needs no network. */
  verify: call<Verification>()(z.object({ text: z.string().max(1000) })),
  /** Papers without a number: queue ticket, receipt with what is still missing, list of requirements, printed register. */
  printPaper: call<PrintAttempt, { kind: 'not-found' } | NoPrinter>()(
    z.object({
      paper: Paper,
      printer: z.string().max(200)
    })
  ),
  /** The same papers for the screen. */
  showPaper: call<Sheet, { kind: 'not-found' }>()(
    z.object({
      paper: Paper
    })
  )
}
