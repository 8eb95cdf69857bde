import { z } from 'zod'
import { ref } from '#shared/changes/references'
import { Day } from '#shared/day'
import { plainText } from '#shared/text'
import { RegistryPeriod, RegistrySource } from './edition'
import { EXCLUSIONS, LIFE_STATUSES, PROGRAMMES } from './person'

/** Why somebody is looked up: a lookup belongs to a visit and to one of these (UU 27/2022: data are used for a purpose). */
export const LOOK_UP_PURPOSES = ['registration', 'service', 'complaint', 'letter', 'proposal'] as const
export type LookUpPurpose = (typeof LOOK_UP_PURPOSES)[number]

/** What a register said of a person, looked up in the copy on this desk or in SIKS-NG by hand. Not found never means not entitled. */
export const RegistryCheck = z.object({
  id: z.uuid(),
  residentId: ref('resident'),
  visitId: ref('visit').nullable(),
  source: RegistrySource,
  isListed: z.boolean(),
  decile: z.int().min(1).max(10).nullable(),
  period: RegistryPeriod,
  /** What the family gets now. */
  programmes: z.array(z.enum(PROGRAMMES)),
  note: plainText(300, { multiline: true }).nullable(),
  checkedAt: z.int(),
  officerId: ref('officer'),
  /** Nothing said: by hand. */
  method: z.enum(['manual', 'extract']).nullable().optional(),
  purpose: z.enum(LOOK_UP_PURPOSES).nullable().optional(),
  /** The day of a hand lookup that was written down later; for the copy on this desk, the day it was taken from the ministry. */
  asOf: Day.nullable().optional(),
  /** What the family once got and no longer does. */
  inactive: z.array(z.enum(PROGRAMMES)).max(PROGRAMMES.length).nullable().optional(),
  /** Signs that speak against aid whatever the decile; null where the source says nothing of them. */
  exclusions: z.array(z.enum(EXCLUSIONS)).max(EXCLUSIONS.length).nullable().optional(),
  lifeStatus: z.enum(LIFE_STATUSES).nullable().optional(),
  /** SHA-256 of a picture of the screen, kept beside the log. */
  screenshot: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .optional()
})
export type RegistryCheck = z.infer<typeof RegistryCheck>

/** The next village meeting (musyawarah desa, muskel) that decides on proposals; the office enters it when it hears of it. */
export const VillageMeeting = z.object({
  id: z.uuid(),
  villageCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
  heldOn: Day,
  note: plainText(200).nullable(),
  officerId: ref('officer')
})
export type VillageMeeting = z.infer<typeof VillageMeeting>
