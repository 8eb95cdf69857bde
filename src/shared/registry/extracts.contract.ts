import { z } from 'zod'
import { Day } from '#shared/day'
import { FileAt } from '#shared/files/files.contract'
import { call } from '#shared/rpc/call'
import { RegistryPeriod, RegistryScope, RegistrySource } from './edition'
import { COLUMN_TARGETS, type RowRemark, type SetAsideReason } from './import-columns'
import type { ImportProblem } from './import-problem'
import type { ListPreview } from './list-preview'

/** One edition on this desk. `n` names it while it is held. */
export type ExtractCard = {
  n: number
  source: RegistrySource
  period: string
  bytes: number
  /** The facts of a file that opens; null for one that cannot be read. */
  facts: {
    takenOn: string | null
    importedAt: number
    people: number
    villages: number
    /** Where those villages are, in words: the district, or the villages themselves where they are few. */
    scope: string
    /** It holds the people of the villages that this desk serves, and nobody else. */
    isPart: boolean
    origin: 'here' | 'district'
    isOutdated: boolean
    daysOld: number | null
  } | null
}

const StartOrder = z.object({
  file: FileAt,
  source: RegistrySource,
  period: RegistryPeriod,
  takenOn: Day.nullable(),
  /** Whose list it is; for a village's own list alone. */
  villageCode: z
    .string()
    .regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
    .nullable(),
  /** The header of the column that holds it; an empty one says that none does. What is not named is guessed. */
  columns: z.partialRecord(z.enum(COLUMN_TARGETS), z.string().max(200)),
  /** Who has no family card has that of a row above: the list writes it in the first row of each family alone. */
  kkFromAbove: z.boolean(),
  /** Import though its period is older, or it has far fewer rows. */
  isForced: z.boolean()
})
/** What an officer says of a list to be imported. */
export type StartOrder = z.infer<typeof StartOrder>

/** Which list is imported, as what. */
export type ImportName = { file: string; source: RegistrySource; period: string }

export type ImportState =
  | { kind: 'idle' }
  | (ImportName & {
      kind: 'running'
      step: 'file' | 'rows' | 'names' | 'numbers' | 'proof'
      /** Of this step, from 0 to 1. */
      share: number
      read: number
      setAside: number
      isCancelling: boolean
    })
  | (ImportName & {
      kind: 'ended'
      /** `unchanged`: this very file was in service already. */
      outcome: 'imported' | 'unchanged'
      people: number
      read: number
      kept: number
      setAside: number
      reasons: Partial<Record<SetAsideReason, number>>
      remarks: Partial<Record<RowRemark, number>>
      setAsideFile: string | null
      /** Sheets with lists of other columns, which were not read. */
      sheetsLeftOut: string[]
    })
  | (ImportName & {
      kind: 'refused'
      problem: ImportProblem | { kind: 'unexpected'; reference: string }
      setAsideFile: string | null
      /** What was said of the list, so that nobody has to say it again. */
      order: StartOrder
    })

/** The villages whose people a desk holds; `isMissing`: the edition in service has nobody of it. */
export type ServedVillage = { code: string; areaLine: string; isMissing: boolean }

export type HeldExtracts = {
  /** Null for the whole district; an empty list where the choice can no longer be read. */
  served: ServedVillage[] | null
  /** Who said so, and when; null where nobody has chosen. What the district has said nobody at the desk changes. */
  servedBy: { kind: 'district'; at: number } | { kind: 'desk'; at: number; officerName: string | null } | null
  /** In the order of the answer. */
  editions: ExtractCard[]
  /** What the district hands out and has not come whole yet; `instead`: the whole, as its difference did not fit what is held. */
  incoming: { label: string; have: number; size: number; how: 'whole' | 'difference' | 'instead' } | null
}

export type ListLook = ListPreview & { name: string; bytes: number }
type NoSuchFile = { kind: 'file-missing' }

export const extractsContract = {
  /** What this desk holds. */
  held: call<HeldExtracts>()(z.object({})),
  /** What stands in a list and what its columns seem to hold; nothing is taken over. */
  look: call<ListLook, ImportProblem>()(z.object({ file: FileAt })),
  /** Begins an import, which goes on while the desk is used; `progress` tells of it. */
  start: call<
    ImportState,
    | { kind: 'import-running' }
    | NoSuchFile
    | { kind: 'unknown-village' }
    | { kind: 'village-needed' }
    | { kind: 'period-in-future' }
    | { kind: 'older-period'; held: string }
  >()(StartOrder),
  progress: call<ImportState>()(z.object({})),
  /** Stops the import; what it wrote is taken away. */
  cancel: call<ImportState>()(z.object({})),
  /** Puts away how the last import ended. */
  dismiss: call<ImportState>()(z.object({})),
  /** Chooses of which villages this desk holds what the district hands out, null for all; it takes the district's edition anew. */
  serve: call<null, { kind: 'unknown-village' } | { kind: 'set-by-district' }>()(
    z.object({ villages: RegistryScope.shape.villages.nullable() })
  ),
  /** Destroys an edition that is on this desk. */
  discard: call<null, { kind: 'not-found' } | { kind: 'import-running' }>()(z.object({ n: z.int().min(0) }))
}
