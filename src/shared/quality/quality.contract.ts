import { z } from 'zod'
import { CHECKABLE_FLAWS, type FlawCheck } from '#shared/residents/flaw-check'
import { RESIDENT_FLAWS } from '#shared/residents/flaws'
import { call } from '#shared/rpc/call'

/** What is counted and worked off: flaws of the data themselves, and those that depend on the day, the family or other residents. */
export const QUALITY_KINDS = [...RESIDENT_FLAWS, 'born-in-future', 'too-old', 'no-kk', 'possible-duplicate'] as const
export type QualityKind = (typeof QUALITY_KINDS)[number]

/** `villageCode` is empty for residents without a village; of possible duplicates the pairs are counted. `checked`: how many more were checked and are right as they are. */
export type QualityCount = { kind: QualityKind; villageCode: string; n: number; checked: number }

export type QualityLine = {
  residentId: string
  name: string
  nikMasked: string | null
  birthDate: string | null
  areaLine: string
  noNikReason: string | null
  nikOverrideReason: string | null
  /** Who found it right as it is, and on what. */
  check: (Pick<FlawCheck, 'reason' | 'checkedAt'> & { officerName: string }) | null
}

const flaw = z.object({ residentId: z.uuid(), kind: z.enum(CHECKABLE_FLAWS) })

export const qualityContract = {
  /** How much there is of each kind, by village; `isSearching` while possible duplicates are still being looked for. */
  counts: call<{ residents: number; counts: QualityCount[]; villages: { code: string; name: string }[]; isSearching: boolean }>()(
    z.object({})
  ),
  /** A page of fifty residents of one kind, of one village or all: those to be repaired, or those checked and right as they are; `next` begins the following page. */
  list: call<{ lines: QualityLine[]; next: string | null }>()(
    z.object({
      kind: z.enum(QUALITY_KINDS).exclude(['possible-duplicate']),
      villageCode: z.string().max(20).nullable(),
      isChecked: z.boolean(),
      after: z.uuid().nullable()
    })
  ),
  /** Keeps on every desk that what looks wrong was checked and is right as it is, until the data change. */
  confirm: call<null, { kind: 'not-found' } | { kind: 'nothing-to-confirm' }>()(flaw.extend({ reason: z.string().trim().min(3).max(200) })),
  /** Takes that back: it stands on the list again. */
  reopen: call<null, { kind: 'nothing-to-confirm' }>()(flaw)
}
