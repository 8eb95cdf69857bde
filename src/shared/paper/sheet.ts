// Everything that becomes paper, as data: the same value is previewed, rendered to PDF and tested.
import { z } from 'zod'

const Day = z.iso.date()
const Line = z.string().max(2_000)
const Page = z.enum(['F4', 'A4'])

/** What stands at the head of an office's paper; `lines` from the top: government, agency, further lines. */
export const Letterhead = z.object({
  lines: z.array(Line).min(1).max(5),
  address: Line,
  postcode: Line.nullable(),
  phone: Line.nullable(),
  email: Line.nullable(),
  website: Line.nullable(),
  /** PNG or JPEG as a data URL: the page may load nothing from outside. */
  logo: z
    .string()
    .max(280_000)
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/)
    .nullable()
})
export type Letterhead = z.infer<typeof Letterhead>

const Run = z.object({ text: Line, strong: z.boolean().optional() })
const Row = z.object({ label: Line, value: Line })

/** A piece of a letter's body, from top to bottom. */
export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), runs: z.array(Run).min(1) }),
  z.object({ kind: z.literal('table'), rows: z.array(Row).min(1) }),
  z.object({ kind: z.literal('box'), text: Line })
])
export type Block = z.infer<typeof Block>

export const LetterSheet = z.object({
  kind: z.literal('letter'),
  paper: Page,
  layout: z.enum(['surat-dinas', 'surat-keterangan']),
  letterhead: Letterhead,
  title: Line.nullable(),
  /** Null on a draft, which then carries KONSEP across the page and no code. */
  number: Line.nullable(),
  placeAndDate: Line,
  /** Sifat, lampiran and hal, under the number of a surat dinas. */
  particulars: z.array(Row),
  addressee: z.array(Line),
  blocks: z.array(Block),
  signature: z.object({ capacity: z.array(Line), name: Line, rank: Line.nullable(), nip: Line.nullable() }),
  tembusan: z.array(Line),
  verification: z.object({ codeText: z.string().min(1).max(1_200) }).nullable(),
  returnSlip: z
    .object({
      code: Line,
      referralNumber: Line,
      residentName: Line,
      from: Line,
      organization: Line,
      answerBy: Line.nullable(),
      contact: Line.nullable()
    })
    .nullable()
})
export type LetterSheet = z.infer<typeof LetterSheet>

const Item = z.object({ name: Line, note: Line.nullable() })

export const ReceiptSheet = z.object({
  kind: z.literal('receipt'),
  paper: Page,
  letterhead: Letterhead,
  ticket: Line,
  caseNumber: Line,
  receivedOn: Day,
  receivedBy: Line,
  residentName: Line,
  service: Line,
  received: z.array(Item),
  missing: z.array(Item),
  nextStep: Line,
  comeBackOn: Day.nullable(),
  contact: Line,
  /** What the desk's scanner reads to find the case again; never a NIK. */
  code: z.string().min(1).max(200)
})
export type ReceiptSheet = z.infer<typeof ReceiptSheet>

export const TicketSheet = z.object({
  kind: z.literal('ticket'),
  paper: z.literal('ticket-80'),
  office: Line,
  ticket: Line,
  lane: z.enum(['general', 'vulnerable']),
  takenOn: Day,
  /** As read on the clock: `08.15 WIB`. */
  takenAt: Line,
  waitingBefore: z.int().min(0).nullable(),
  purpose: Line.nullable()
})
export type TicketSheet = z.infer<typeof TicketSheet>

/** One number of a book. A `gap` is a number that no letter carries, with the reason. */
export const RegisterRow = z.object({
  number: Line,
  issuedOn: Day.nullable(),
  type: Line,
  /** Initials only. */
  about: Line,
  addressee: Line,
  status: z.enum(['issued', 'void', 'gap']),
  reason: Line.nullable()
})
export type RegisterRow = z.infer<typeof RegisterRow>

export const RegisterSheet = z.object({
  kind: z.literal('register'),
  paper: Page,
  letterhead: Letterhead,
  book: Line,
  fromOn: Day,
  untilOn: Day,
  printedOn: Day,
  printedBy: Line,
  rows: z.array(RegisterRow),
  /** The newest line of the access log and its hash: a log that is shorter or other than this paper says was tampered with. */
  accessLog: z
    .object({ n: z.int().nonnegative(), hash: z.string().length(64), known: z.object({ n: z.int().positive(), on: Day }).optional() })
    .optional()
})
export type RegisterSheet = z.infer<typeof RegisterSheet>

export const InformationSheet = z.object({
  kind: z.literal('information'),
  paper: Page,
  letterhead: Letterhead,
  service: Line,
  summary: Line.nullable(),
  requirements: z.array(Item.extend({ isMandatory: z.boolean() })),
  steps: z.array(Line),
  duration: Line.nullable(),
  place: Line,
  hours: Line.nullable(),
  contact: Line,
  printedOn: Day
})
export type InformationSheet = z.infer<typeof InformationSheet>

/** What an officer does step by step, with a box to tick for each. */
export const ChecklistSheet = z.object({
  kind: z.literal('checklist'),
  paper: Page,
  letterhead: Letterhead,
  title: Line,
  facts: z.array(z.object({ name: Line, value: Line })),
  steps: z.array(Line),
  contact: Line,
  printedOn: Day
})
export type ChecklistSheet = z.infer<typeof ChecklistSheet>

/** What opens a desk's data when its computer or account is gone; it goes into a sealed envelope. */
export const RecoveryCodeSheet = z.object({
  kind: z.literal('recovery-code'),
  paper: Page,
  letterhead: Letterhead,
  deskCode: Line,
  code: z.string().max(80),
  words: z.array(z.string().max(20)).max(40),
  madeOn: Day
})
export type RecoveryCodeSheet = z.infer<typeof RecoveryCodeSheet>

/** A copy of everything about one person, on request. Fields, kinds and features are codes; the paper puts them into words. */
export const PersonalDataSheet = z.object({
  kind: z.literal('personal-data'),
  paper: Page,
  letterhead: Letterhead,
  purpose: z.enum(['own-request', 'guardian', 'authority']),
  deskCode: Line,
  printedOn: Day,
  printedBy: Line,
  sections: z.array(z.object({ entity: Line, facts: z.array(z.object({ field: Line, value: Line })) })),
  looks: z.array(z.object({ when: Line, officer: Line, kind: Line, feature: Line.nullable() })),
  moreLooks: z.int().nonnegative()
})
export type PersonalDataSheet = z.infer<typeof PersonalDataSheet>

/** The office's counts of a month for its head; cells are written out, and no person is among them. */
export const ReportSheet = z.object({
  kind: z.literal('report'),
  paper: Page,
  letterhead: Letterhead,
  month: Line,
  /** The day up to which it counts, while the month is not over. */
  soFarOn: Day.nullable(),
  desks: z.array(Line),
  sections: z.array(z.object({ title: Line, columns: z.array(Line), rows: z.array(z.array(Line)), total: z.array(Line).nullable() })),
  notes: z.array(Line),
  place: Line,
  printedOn: Day,
  printedBy: Line
})
export type ReportSheet = z.infer<typeof ReportSheet>

export const Sheet = z.discriminatedUnion('kind', [
  LetterSheet,
  ReceiptSheet,
  TicketSheet,
  RegisterSheet,
  InformationSheet,
  ChecklistSheet,
  RecoveryCodeSheet,
  PersonalDataSheet,
  ReportSheet
])
export type Sheet = z.infer<typeof Sheet>
