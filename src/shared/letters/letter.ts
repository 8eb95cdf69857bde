import { z } from 'zod'
import { LetterTypeCode } from '#shared/directory/directory'
import { CAPACITIES } from '#shared/office/office'
import { Letterhead } from '#shared/paper/sheet'
import { RegistrySource } from '#shared/registry/edition'
import { MARITAL_STATUSES, RELIGIONS } from '#shared/residents/resident'

const Text = z.string().max(1_000)
const Day = z.iso.date()

export const LetterType = LetterTypeCode
export type LetterType = LetterTypeCode

export const SIFAT = ['Biasa', 'Segera', 'Sangat Segera', 'Penting', 'Rahasia'] as const

/** The official under a letter, as that person was on the day of signing. */
export const SignerSnapshot = z.object({
  capacity: z.enum(CAPACITIES),
  /** Whose authority is used with `a.n.` and `u.b.`: BUPATI KENDAL, KEPALA DINAS SOSIAL. */
  onBehalfOf: Text.nullable(),
  position: Text,
  name: Text,
  rank: Text.nullable(),
  nip: z
    .string()
    .regex(/^\d{18}$/)
    .nullable()
})
export type SignerSnapshot = z.infer<typeof SignerSnapshot>

export const LetterAddress = z.object({
  line: Text,
  rt: Text.nullable(),
  rw: Text.nullable(),
  village: Text.nullable(),
  subdistrict: Text.nullable(),
  district: Text.nullable()
})
export type LetterAddress = z.infer<typeof LetterAddress>

export const LetterResident = z.object({
  name: Text,
  nik: Text.nullable(),
  /** `332401******0001`, for letters whose target does not need the whole number. */
  nikMasked: Text.nullable(),
  provisionalId: Text.nullable(),
  kk: Text.nullable(),
  birthPlace: Text.nullable(),
  birthDate: Day.nullable(),
  sex: z.enum(['male', 'female']),
  religion: z.enum(RELIGIONS).nullable(),
  occupation: Text.nullable(),
  maritalStatus: z.enum(MARITAL_STATUSES).nullable(),
  address: LetterAddress,
  phone: Text.nullable()
})
export type LetterResident = z.infer<typeof LetterResident>

export const LetterRegistry = z.object({
  isListed: z.boolean(),
  decile: z.int().min(1).max(10).nullable(),
  /** `2026-T4` or `2026-10`, as the source names it. */
  period: Text,
  checkedOn: Day,
  checkedBy: Text,
  source: RegistrySource
})
export type LetterRegistry = z.infer<typeof LetterRegistry>

/** Everything a letter says, copied on the day it is made: later changes of a resident, an office or an official never reach it. */
export const LetterFacts = z.object({
  paper: z.enum(['F4', 'A4']),
  office: z.object({ name: Text, contact: Text.nullable() }),
  letterhead: Letterhead,
  place: Text,
  /** Null while it is a draft. */
  number: Text.nullable(),
  issuedOn: Day,
  sifat: z.enum(SIFAT),
  /** How many bundles go with the letter; 0 prints `-`. */
  lampiran: z.int().min(0).max(99),
  hal: Text,
  /** The first and the last paragraph where the district's own take the place of the program's. */
  wording: z.object({ opening: Text.nullable(), closing: Text.nullable() }).optional(),
  addressee: z.object({ title: Text, organization: Text, place: Text.nullable() }).nullable(),
  resident: LetterResident,
  familyHead: z
    .object({ name: Text, nik: Text.nullable(), nikMasked: Text.nullable(), birthDate: Day.nullable(), occupation: Text.nullable() })
    .nullable(),
  registry: LetterRegistry.nullable(),
  case: z.object({ number: Text, summary: Text, serviceName: Text }),
  bpjs: z
    .object({
      cardNumber: Text.nullable(),
      deactivatedOn: Day.nullable(),
      reason: Text.nullable(),
      facility: Text.nullable(),
      /** Number and date of the health facility's letter. */
      facilityLetter: Text.nullable()
    })
    .nullable(),
  school: z.object({ name: Text, npsn: Text.nullable(), grade: Text.nullable(), nisn: Text.nullable() }).nullable(),
  purpose: Text.nullable(),
  validUntil: Day.nullable(),
  tembusan: z.array(Text).max(12),
  signer: SignerSnapshot,
  returnSlip: z.object({ code: Text, referralNumber: Text, answerBy: Day.nullable() }).nullable(),
  verification: z.object({ codeText: z.string().min(1).max(1_200) }).nullable()
})
export type LetterFacts = z.infer<typeof LetterFacts>
