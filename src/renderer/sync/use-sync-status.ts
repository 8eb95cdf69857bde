import type { SyncStatus } from '#shared/sync/sync.contract'
import { api } from '../api'
import { useCall } from '../use-call'

/** Ages grow without an announcement. */
const LOOK_EVERY_MS = 60_000
/** While somebody at the district compares the number, and while data flow. */
const LOOK_OFTEN_MS = 2000

const lookAfter = (latest: SyncStatus | undefined): number =>
  latest && (latest.isTalking || latest.link.kind === 'joining') ? LOOK_OFTEN_MS : LOOK_EVERY_MS

/** How things stand with the district; asked again when the desk says so, and more often while something is under way. */
export const useSyncStatus = (): SyncStatus | undefined => useCall(api.sync.status, {}, { everyMs: lookAfter }).value
