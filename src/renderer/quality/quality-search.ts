import { z } from 'zod'
import { PROPOSAL_LISTS } from '#shared/proposals/proposals.contract'
import { QUALITY_KINDS, type QualityKind } from '#shared/quality/quality.contract'
import { PAIR_LISTS } from '#shared/residents/pairs.contract'

/** Where the work on a resident's data begins when it was opened from a list; `kk` is the family card. */
export const REPAIRED_AT = ['nik', 'birthDate', 'villageCode', 'presence', 'kk'] as const

/** The field that repairs each kind; who died or moved away is proposed for removal, on the resident's own screen. */
export const repairAt: Record<Exclude<QualityKind, 'possible-duplicate'>, (typeof REPAIRED_AT)[number] | undefined> = {
  'no-nik': 'nik',
  'nik-override': 'nik',
  'nik-odd': 'nik',
  'nik-sex': 'nik',
  'nik-birth': 'birthDate',
  'no-birth-date': 'birthDate',
  'born-in-future': 'birthDate',
  'too-old': 'birthDate',
  'no-kk': 'kk',
  'no-village': 'villageCode',
  deceased: undefined,
  moved: undefined
}

/** What is open on the screen stands in its address, so that one comes back to it from a resident. */
export const QualitySearch = z.object({
  part: z.enum(['data', 'pairs', 'proposals', 'lists']).optional(),
  kind: z.enum(QUALITY_KINDS).optional(),
  village: z.string().max(20).optional(),
  /** Of a kind those who were checked and are right as they are. */
  checked: z.boolean().optional(),
  pairs: z.enum(PAIR_LISTS).optional(),
  proposals: z.enum(PROPOSAL_LISTS).optional()
})
export type QualitySearch = z.infer<typeof QualitySearch>
