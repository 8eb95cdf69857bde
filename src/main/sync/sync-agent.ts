import type { LineProblem } from '#shared/sync/sync.contract'
import type { DistrictTime } from './district-time'
import type { Unheard } from './unheard'

/** Speaks with the district server whenever there is something to say and a line to say it on. Nothing at the desk ever waits for it. */
export type SyncAgent = {
  /** Something was written, or the network came back: soon. */
  wake(): void
  /** A conversation now; done when it is over, well or not. */
  now(): Promise<void>
  isTalking(): boolean
  problem(): LineProblem | null
  readonly time: DistrictTime
  readonly unheard: Unheard
  /** The bytes of an attachment that only the district has, kept here from then on; undefined without a line. */
  fetch(hash: string): Promise<Uint8Array | undefined>
  /** Tells the district that this desk ends; false where it was not heard. */
  leave(): Promise<boolean>
  /** Done when nothing is under way, not even in the second lane. */
  rest(): Promise<void>
  stop(): Promise<void>
}
