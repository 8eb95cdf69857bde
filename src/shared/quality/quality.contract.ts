import { z } from 'zod'
import { RESIDENT_FLAWS } from '#shared/residents/flaws'
import { call } from '#shared/rpc/call'

/** What is counted and worked off: flaws of the data themselves, and those that depend on the day, the family or other residents. */
export const QUALITY_KINDS = [...RESIDENT_FLAWS, 'born-in-future', 'too-old', 'no-kk', 'possible-duplicate'] as const
export type QualityKind = (typeof QUALITY_KINDS)[number]

/** `villageCode` is empty for residents without a village; of possible duplicates the pairs are counted. */
export type QualityCount = { kind: QualityKind; villageCode: string; n: number }

export type QualityLine = {
  residentId: string
  name: string
  nikMasked: string | null
  birthDate: string | null
  areaLine: string
  noNikReason: string | null
  nikOverrideReason: string | null
}

export const qualityContract = {
  /** How much there is of each kind, by village; `isSearching` while possible duplicates are still being looked for. */
  counts: call<{ residents: number; counts: QualityCount[]; villages: { code: string; name: string }[]; isSearching: boolean }>()(
    z.object({})
  ),
  /** A page of fifty residents of one kind, of one village or all; `next` begins the following page. */
  list: call<{ lines: QualityLine[]; next: string | null }>()(
    z.object({
      kind: z.enum(QUALITY_KINDS).exclude(['possible-duplicate']),
      villageCode: z.string().max(20).nullable(),
      after: z.uuid().nullable()
    })
  )
}
