import { z } from 'zod'
import { ref } from '#shared/changes/references'
import { plainText } from '#shared/text'

/** What an officer saw when looking a person up in SIKS-NG by hand. Not found never means not entitled. */
export const RegistryCheck = z.object({
  id: z.uuid(),
  residentId: ref('resident'),
  visitId: ref('visit').nullable(),
  source: z.enum(['DTSEN', 'DTKS', 'village-list']),
  isListed: z.boolean(),
  decile: z.int().min(1).max(10).nullable(),
  /** The period of the data, as the source names it: `2026-T4`. */
  period: z.string().regex(/^\d{4}-(T[1-4]|\d{2})$/),
  programmes: z.array(z.enum(['pkh', 'sembako', 'pbi-jk', 'pbi-apbd', 'pip'])),
  note: plainText(300, { multiline: true }).nullable(),
  checkedAt: z.int(),
  officerId: ref('officer')
})
export type RegistryCheck = z.infer<typeof RegistryCheck>
