import type { Change } from '#shared/changes/change'
import type { Refusal } from './district-store'
import type { Frame, OpenedChange, OpenedFrame } from './frame'
import type { Extent, RosterEntry } from './protocol'

/**
 * Where a change stands as its desk knows. SPEC D1.
 * - `new`: kept here only
 * - `waiting`, `refused`, `replaced`: the server has it, without a feed number
 * - `held`: kept here and by the server, its feed number not known (again) yet
 * - `fed`: it has a feed number
 */
export type Place =
  | { state: 'new' | 'held' | 'replaced' }
  | { state: 'waiting'; for: string[] }
  | { state: 'refused'; reason: Refusal }
  | { state: 'fed'; feed: number }

/** How far this desk has come with its server. */
export type Progress = { feedEpoch: string | null; cursor: number; cursorHash: string | null; counter: number; roster: number }

/** Whether this desk may number letters: not while its past may lie before it, and not from a book that another desk writes in too. SPEC N2. */
export type Numbering = 'open' | 'held' | 'lost'

/** The log of one desk as replication needs it. Every write inside `atomically` becomes true together, or not at all. */
export type DeskStore = {
  district: string
  atomically<T>(work: () => T): T
  /** `shared`: the last change of this epoch that the server is known to have. */
  me(): { device: string; epoch: number; shared: number }
  progress(): Progress
  setProgress(part: Partial<Progress>): void

  find(id: string): { change: Change; hash: string; place: Place } | undefined
  /** Own changes that the server may not have, oldest first, all of one epoch and without a gap. */
  unsent(limit: number): OpenedChange[]
  /** Frames of other devices, and of this desk's earlier epochs, with changes beyond what is held elsewhere. */
  framesBeyond(extents: readonly Extent[]): Frame[]

  /** Keeps changes that came in a frame, with their feed numbers; none of them is here yet. */
  keep(frame: OpenedFrame, fed: readonly { change: OpenedChange; feed: number }[]): void
  setPlace(id: string, place: Place): void
  /** Forgets every feed number. What `extents` holds is `held`, all else `new`. */
  forgetFeed(extents: readonly Extent[]): void

  /** Folds a change that stands behind all others on its entities. */
  fold(change: Change): void
  /** Folds an entity's whole history again, in the order of the log. */
  refold(entities: readonly { entity: string; id: string }[]): void
  /**
   * Whether another change on the entity stands behind feed number `feed` and before the place that `change` has now
   * (the end of the log for one that is not kept yet): then the order of what was folded changes.
   */
  isOvertaking(entity: string, id: string, change: string, feed: number): boolean

  /** Begins a new epoch behind the last change that the server shares; changes from `fork` on are written anew in it, under new names everywhere. Undefined: nothing is written anew. */
  beginEpoch(fork: number | undefined): void
  setNumbering(numbering: Numbering): void
  numbering(): Numbering
  saveRoster(version: number, entries: readonly RosterEntry[]): void
}

/** What the desk's half of a conversation needs beside its store. */
export type DeskPorts = {
  store: DeskStore
  clock(): { wall: number; boot: string; mono: number }
  /** Cuts, compresses and signs a frame of these changes, or of as many of the first of them as fit. */
  seal(changes: readonly OpenedChange[]): Frame
  /** Checks form and signature of a frame; undefined when it is not what its device signed. */
  open(frame: Frame): OpenedFrame | undefined
  /** Whether the list of devices is signed by the district. */
  isGenuine(roster: { version: number; entries: readonly RosterEntry[]; signature: Uint8Array }): boolean
  /** What the server's time was when its welcome came. */
  learnTime(serverNow: number): void
}
