import { z } from 'zod'
import { plainText } from '#shared/text'
import { OwnScope } from './desk-scope'

export const TIME_ZONES = ['WIB', 'WITA', 'WIT'] as const
export const PAPERS = ['F4', 'A4'] as const

/** The letterhead as the office's paper has it. `lines` from the top: government, agency, further lines. */
export const LetterheadSettings = z.strictObject({
  lines: z.array(plainText(120)).min(1).max(5),
  address: plainText(200),
  postcode: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  phone: plainText(60).nullable(),
  email: plainText(80).nullable(),
  website: plainText(80).nullable(),
  /** PNG or JPEG as a data URL, at most 200 kB. */
  logo: z
    .string()
    .max(280_000)
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/)
    .nullable()
})
export type LetterheadSettings = z.infer<typeof LetterheadSettings>

export const OfficeSettings = z.object({
  name: plainText(120),
  brand: plainText(60).nullable(),
  districtCode: z.string().regex(/^\d{2}\.\d{2}$/),
  /** The town that stands before the date of a letter. */
  place: plainText(60),
  /** Stands in every letter number; one unit, one desk, one book. */
  unitCode: z.string().regex(/^[A-Za-z0-9.-]{1,20}$/),
  letterhead: LetterheadSettings,
  numberPattern: plainText(80),
  codeSet: z.enum(['permendagri-83-2022', 'old']),
  paper: z.enum(PAPERS),
  timeZone: z.enum(TIME_ZONES)
})
export type OfficeSettings = z.infer<typeof OfficeSettings>

/** `deskCode` (A, B, ...) is in case and ticket numbers, so that two desks without a line never share one. */
export const Office = OfficeSettings.extend({ id: z.uuid(), deskCode: z.string().regex(/^[A-Z]{1,2}$/) })
export type Office = z.infer<typeof Office>

export const CAPACITIES = ['', 'a.n.', 'u.b.', 'Plt.', 'Plh.', 'Pj.'] as const

/** An official whose name stands under letters. */
export const Signer = z.object({
  id: z.uuid(),
  name: plainText(100),
  nip: z
    .string()
    .regex(/^\d{18}$/)
    .nullable(),
  rank: plainText(60).nullable(),
  position: plainText(160),
  capacity: z.enum(CAPACITIES),
  /** On whose behalf, when the capacity is `a.n.` or `u.b.`. */
  onBehalfOf: plainText(160).nullable(),
  isActive: z.boolean()
})
export type Signer = z.infer<typeof Signer>

export const Holiday = z.object({ id: z.uuid(), day: z.iso.date(), name: plainText(120), isWorkingDay: z.boolean() })
export type Holiday = z.infer<typeof Holiday>

/** A computer of the office and the key its changes and letter codes are signed with. */
export const Device = z.object({
  id: z.uuid(),
  code: z.string(),
  keyId: z.string().length(8),
  publicKey: z.string(),
  /** Which villages it has chosen to hold; absent where nobody has chosen. */
  serves: OwnScope.nullable().optional()
})
export type Device = z.infer<typeof Device>
