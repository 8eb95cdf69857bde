import { z } from 'zod'
import { VillageCode } from '#shared/areas/area'

/** The villages whose people a desk holds of what its district hands out; null for all of the district. */
const Villages = z.array(VillageCode).max(300).nullable()

/** What a desk has chosen for itself, kept beside its key. No village at all: the choice can no longer be read, and nothing is taken in until somebody has chosen anew. */
export const OwnScope = z.object({ villages: Villages, officerId: z.uuid().nullable(), at: z.int() })
export type OwnScope = z.infer<typeof OwnScope>

export const DeskLetter = z.string().regex(/^[A-Z]{1,2}$/)

/** What a district says of its desks, by their letters; a desk that is not named chooses for itself. SPEC R9. */
export const ScopesSaid = z.object({ format: z.literal(1), desks: z.record(DeskLetter, z.object({ villages: Villages, at: z.int() })) })
export type ScopesSaid = z.infer<typeof ScopesSaid>

/** The set in a text; undefined for what this program cannot read. */
export function readScopes(text: string): ScopesSaid | undefined {
  try {
    return ScopesSaid.safeParse(JSON.parse(text)).data
  } catch {
    return undefined // no JSON
  }
}
