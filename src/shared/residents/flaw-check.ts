import { z } from 'zod'
import { ref } from '#shared/changes/references'
import { RESIDENT_FLAWS } from './flaws'

/** What may look wrong and be right all the same; nobody is born in the future. */
export const CHECKABLE_FLAWS = [...RESIDENT_FLAWS, 'too-old', 'no-kk'] as const
export type CheckableFlaw = (typeof CHECKABLE_FLAWS)[number]

/**
 * An officer's word that what looks wrong in somebody's data was checked and is right as it is, so that no desk asks again.
 * It speaks of the data as they were (`about`, see `factOf`): once these are others it counts no more.
 */
export const FlawCheck = z.object({
  id: z.uuid(),
  residentId: ref('resident'),
  flaw: z.enum(CHECKABLE_FLAWS),
  about: z.string().max(120),
  /** On what the officer saw it. */
  reason: z.string().min(3).max(200),
  checkedAt: z.int(),
  officerId: ref('officer'),
  takenBackAt: z.int().nullable(),
  takenBackBy: ref('officer').nullable()
})
export type FlawCheck = z.infer<typeof FlawCheck>
