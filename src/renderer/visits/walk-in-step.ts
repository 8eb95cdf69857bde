import { z } from 'zod'

export const WALK_IN_STEPS = ['guest', 'resident', 'case', 'documents', 'ending', 'letter'] as const
export type WalkInStep = (typeof WALK_IN_STEPS)[number]

/** Where one is in a visit: kept in the address, so that going to look at something and coming back loses nothing. */
export const WalkInSearch = z.object({
  step: z.enum(WALK_IN_STEPS).optional().catch(undefined),
  case: z.uuid().optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  /** Somebody of the register who was found before the visit was opened. */
  registry: z.string().max(80).optional().catch(undefined)
})
export type WalkInPlace = z.infer<typeof WalkInSearch>
