import { z } from 'zod'
import { Day } from '#shared/day'
import { RELATIONS } from '#shared/residents/resident'
import { plainText } from '#shared/text'

/** The schemes of aid that an extract can say something about; their order is kept in files, so new ones go to the end. */
export const PROGRAMMES = [
  'pkh',
  'sembako',
  'pbi-jk',
  'pbi-apbd',
  'pip',
  'kip-kuliah',
  'kks',
  'blt-desa',
  'yapi',
  'electricity',
  'rutilahu',
  'other'
] as const
export type Programme = (typeof PROGRAMMES)[number]

/** What the extract says of one programme: receives it, received it once, does not. A programme that it does not mention is left out. */
export const PROGRAMME_STATES = ['active', 'inactive', 'none'] as const
export type ProgrammeState = (typeof PROGRAMME_STATES)[number]

/** Why somebody is kept out of aid whatever the decile; the order is kept in files. */
export const EXCLUSIONS = [
  'civil-servant',
  'armed-forces-police',
  'state-company',
  'wage-earner',
  'business-owner',
  'village-official',
  'online-gambling',
  'other'
] as const

/** What became of a person, as the source marks it; `inactive` is a mark without a reason. */
export const LIFE_STATUSES = ['active', 'inactive', 'dead', 'moved', 'not-found'] as const

/** Whose numbered answers a row was read with; `words` when it held none. */
export const ANSWER_CODE_SETS = ['regsosek-2022', 'bdt-2015', 'civil-registry', 'words'] as const

/** A village by the Ministry of Home Affairs' code (`33.24.01.2001`) or by that of BPS (ten digits). */
const RegistryVillage = z.discriminatedUnion('codeSet', [
  z.strictObject({ codeSet: z.literal('kemendagri'), code: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/) }),
  z.strictObject({ codeSet: z.literal('bps'), code: z.string().regex(/^\d{10}$/) })
])

const sixteenDigits = z.string().regex(/^\d{16}$/)
const threeDigits = z.string().regex(/^\d{3}$/)

/**
 * One person of a registry extract, as its source has it. Nothing is made up: what the export lacks is null, and what could not be read stays
 * beside it as text.
 */
export const RegistryPerson = z.strictObject({
  /** Never one of the placeholders that surveyors wrote for "none". */
  nik: sixteenDigits.nullable(),
  /** What stood there when it was no NIK: a wrong length, a number that a spreadsheet has damaged. */
  nikText: plainText(40).nullable(),
  kk: sixteenDigits.nullable(),
  /** The source's own number of the family or household. */
  familyId: plainText(40).nullable(),
  name: plainText(100),
  birthDate: Day.nullable(),
  /** What stood there when it was no day of the calendar. */
  birthText: plainText(40).nullable(),
  birthPlace: plainText(80).nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  relation: z.enum(RELATIONS).nullable(),
  motherName: plainText(100).nullable(),
  /** As a household list repeats it on each row; null when the head has a row of their own. */
  headName: plainText(100).nullable(),
  addressLine: plainText(160).nullable(),
  rt: threeDigits.nullable(),
  rw: threeDigits.nullable(),
  village: RegistryVillage.nullable(),
  /** 1 is the poorest tenth. Null is "not ranked", never "not poor". */
  decile: z.int().min(1).max(10).nullable(),
  programmes: z.partialRecord(z.enum(PROGRAMMES), z.enum(PROGRAMME_STATES)),
  /** Null when the export says nothing of exclusions; empty when it says there is none. */
  exclusions: z.array(z.enum(EXCLUSIONS)).nullable(),
  /** The source's own words for it. */
  exclusionText: plainText(160).nullable(),
  lifeStatus: z.enum(LIFE_STATUSES).nullable(),
  codeSet: z.enum(ANSWER_CODE_SETS)
})
export type RegistryPerson = z.infer<typeof RegistryPerson>
