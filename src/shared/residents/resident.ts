import { z } from 'zod'
import { ref } from '#shared/changes/references'
import { Day } from '#shared/day'
import { plainText } from '#shared/text'

export const NO_NIK_REASONS = [
  'newborn',
  'homeless',
  'mental-illness',
  'never-recorded',
  'refused',
  'foreigner',
  'forgotten',
  'other'
] as const
export const RELIGIONS = ['islam', 'protestant', 'catholic', 'hindu', 'buddhist', 'confucian', 'belief'] as const
export const MARITAL_STATUSES = ['single', 'married', 'divorced', 'widowed'] as const
/** Why somebody is no longer to be found here, as the registers have it (Regsosek presence 2 and 3). */
export const PRESENCES = ['deceased', 'moved'] as const
export const PHONE_OWNERS = ['self', 'family', 'neighbour', 'other'] as const
/** Relations of a family card, in the order of the civil registry's own list (SHDK 1-11). */
export const RELATIONS = [
  'head',
  'husband',
  'wife',
  'child',
  'child-in-law',
  'grandchild',
  'parent',
  'parent-in-law',
  'other-relative',
  'helper',
  'other'
] as const

export const Address = z.strictObject({
  line: plainText(160),
  rt: z
    .string()
    .regex(/^\d{3}$/)
    .nullable(),
  rw: z
    .string()
    .regex(/^\d{3}$/)
    .nullable(),
  villageCode: z
    .string()
    .regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
    .nullable(),
  postcode: z
    .string()
    .regex(/^\d{5}$/)
    .nullable()
})
export type Address = z.infer<typeof Address>

/**
 * A person. The id is ours: a NIK can be missing, mistyped or corrected, so it is never a key.
 * `birthDate` is what a document or the person says; it is never made up from the NIK.
 */
export const Resident = z.object({
  id: z.uuid(),
  name: plainText(100),
  nik: z
    .string()
    .regex(/^\d{16}$/)
    .nullable(),
  /** Why there is no NIK; the person then has a provisional id. */
  noNikReason: z.enum(NO_NIK_REASONS).nullable(),
  provisionalId: z.string().max(30).nullable(),
  /** A supervisor's reason for keeping a NIK of an unlikely form. */
  nikOverrideReason: plainText(200).nullable(),
  sex: z.enum(['male', 'female']),
  birthPlace: plainText(80).nullable(),
  birthDate: Day.nullable(),
  religion: z.enum(RELIGIONS).nullable(),
  maritalStatus: z.enum(MARITAL_STATUSES).nullable(),
  occupation: plainText(80).nullable(),
  motherName: plainText(100).nullable(),
  phone: z
    .string()
    .regex(/^\+62\d{7,13}$/)
    .nullable(),
  phoneOwner: z.enum(PHONE_OWNERS).nullable(),
  address: Address,
  /** Where the person really lives, when that differs from the card. */
  domicile: Address.nullable(),
  note: plainText(500, { multiline: true }).nullable(),
  /** Nothing as long as the person lives here. */
  presence: z.enum(PRESENCES).nullable().optional(),
  /** The resident this one turned out to be; everything that hangs on this one is shown there. */
  mergedInto: ref('resident').nullable().optional()
})
export type Resident = z.infer<typeof Resident>

/** A family card. The number changes when a family moves or splits, so it is no key either. */
export const Family = z.object({
  id: z.uuid(),
  kk: z
    .string()
    .regex(/^\d{16}$/)
    .nullable()
})
export type Family = z.infer<typeof Family>

export const Membership = z.object({
  id: z.uuid(),
  familyId: ref('family'),
  residentId: ref('resident'),
  relation: z.enum(RELATIONS),
  since: z.iso.date(),
  until: z.iso.date().nullable()
})
export type Membership = z.infer<typeof Membership>
