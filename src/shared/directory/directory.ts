import { z } from 'zod'

/** What the directory calls its entries by. */
export const Code = z.string().regex(/^[a-z0-9-]{2,40}$/)

export const SECTORS = [
  'health',
  'education',
  'social-economic',
  'food',
  'energy',
  'farming',
  'fishery',
  'housing',
  'civil-registration',
  'employment',
  'social-rehabilitation',
  'disaster',
  'law-and-violence',
  'other'
] as const
export const SectorCode = z.enum(SECTORS)
export type SectorCode = z.infer<typeof SectorCode>

/** The letters this desk can issue. */
export const LETTER_TYPES = [
  'rujukan-kesehatan',
  'rekomendasi-pbi-jk',
  'keterangan-dtsen',
  'pengantar-dukcapil',
  'rekomendasi-pip',
  'pengantar-baznas'
] as const
export const LetterTypeCode = z.enum(LETTER_TYPES)
export type LetterTypeCode = z.infer<typeof LetterTypeCode>

export const TIME_LIMIT_UNITS = ['minutes', 'working-days', 'months'] as const

/** One word of a list (HSDS `taxonomy_term`), in both languages. */
export const Term = z.object({ code: Code, nameId: z.string(), nameEn: z.string() })
/** How something is called, for either language of the screen. */
export type TermName = Pick<z.infer<typeof Term>, 'nameId' | 'nameEn'>
export type Term = z.infer<typeof Term>
export const Sector = Term.extend({ code: SectorCode })
export type Sector = z.infer<typeof Sector>
export type ProblemType = Term

/** Where organizations of a kind stand: one in each district, in each subdistrict, in each village, or named one by one. */
export const COVERAGES = ['district', 'subdistrict', 'village', 'named'] as const

/** A kind of agency. Its templates are filled by `fillTemplate`. */
export const OrganizationKind = Term.extend({
  coverage: z.enum(COVERAGES),
  nameTemplate: z.string(),
  addressee: z.string()
})
export type OrganizationKind = z.infer<typeof OrganizationKind>

/** A text for English screens beside the Indonesian one; sets that districts wrote before there was one have none. */
const English = z.string().nullable().default(null)

/** A service in HSDS 3 words. `organizationKind` does it; a letter or referral about it goes to `referToKind`. */
export const Service = z.object({
  code: Code,
  nameId: z.string(),
  nameEn: z.string(),
  description: z.string(),
  descriptionEn: English,
  program: z.string().nullable(),
  sector: SectorCode,
  organizationKind: Code,
  referToKind: Code.nullable(),
  letterType: LetterTypeCode.nullable(),
  applicationProcess: z.string(),
  applicationProcessEn: English,
  feesDescription: z.string(),
  feesDescriptionEn: English,
  eligibilityDescription: z.string(),
  eligibilityDescriptionEn: English,
  timeLimit: z.int().positive(),
  timeLimitUnit: z.enum(TIME_LIMIT_UNITS),
  /** The district whose published standard the limit is, or that it is only this program's suggestion. */
  timeLimitSource: z.string(),
  timeLimitSourceEn: English,
  status: z.enum(['active', 'inactive']),
  /** The day somebody last checked the entry. */
  assuredDate: z.iso.date()
})
export type Service = z.infer<typeof Service>

/** A paper a service asks for. `documentCode` is the same in every service, so one KTP shown serves all cases of a visit. */
export const RequiredDocument = z.object({
  serviceCode: Code,
  position: z.int().positive(),
  documentCode: Code,
  nameId: z.string(),
  nameEn: z.string(),
  isMandatory: z.boolean(),
  form: z.enum(['copy', 'original', 'shown']),
  count: z.int().positive(),
  validDays: z.int().positive().nullable(),
  note: z.string().nullable(),
  noteEn: English
})
export type RequiredDocument = z.infer<typeof RequiredDocument>

/** A fixed day (HSDS `schedule`): here always a day of the month. */
export const Schedule = z.object({
  code: Code,
  serviceCode: Code,
  nameId: z.string(),
  nameEn: z.string(),
  freq: z.literal('MONTHLY'),
  bymonthday: z.int().min(1).max(31),
  description: z.string(),
  descriptionEn: English
})
export type Schedule = z.infer<typeof Schedule>

export const ServiceWithDocuments = Service.extend({ documents: z.array(RequiredDocument), schedules: z.array(Schedule) })
export type ServiceWithDocuments = z.infer<typeof ServiceWithDocuments>

export const CODE_SETS = ['permendagri-83-2022', 'old'] as const

/** A subject code that opens a letter number; both tables are in use, the office chooses. */
export const Classification = z.object({ code: z.string(), codeSet: z.enum(CODE_SETS), name: z.string() })
export type Classification = z.infer<typeof Classification>

/** The highest decile a program takes in, for the days from `validFrom` to `validTo` (null: until changed). */
export const ProgramRule = z.object({
  program: z.string(),
  purpose: z.string(),
  maxDecile: z.int().min(1).max(10),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  source: z.string()
})
export type ProgramRule = z.infer<typeof ProgramRule>

/** A day the offices of the country are shut, as published; the office keeps its own list, which starts from this one. */
export const PublicHoliday = z.object({
  day: z.iso.date(),
  nameId: z.string(),
  nameEn: z.string(),
  kind: z.enum(['national', 'collective-leave']),
  certainty: z.enum(['decreed', 'provisional'])
})
export type PublicHoliday = z.infer<typeof PublicHoliday>

/** An organization as the reference data would start it; the office corrects it afterwards. */
export type OrganizationStart = { kind: string; name: string; addressee: string; address: string | null }
