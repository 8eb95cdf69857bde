import type { Change } from '#shared/changes/change'
import type { Refusal } from './district-store'
import type { Frame, OpenedChange, OpenedFrame } from './frame'
import type { Extent, RosterEntry } from './protocol'

/**
 * Where a change stands as its desk knows. SPEC D1.
 * - `new`: kept here only
 * - `waiting`, `refused`, `replaced`: the server has it, without a feed number
 * - `held`: kept here and by the server, its feed number not known (again) yet
 * - `away`: another desk's, that the server has and does not feed; it is not this desk's to settle, and out of the fold
 * - `fed`: it has a feed number
 */
export type Place =
  | { state: 'new' | 'held' | 'replaced' | 'away' }
  | { state: 'waiting'; for: string[] }
  | { state: 'refused'; reason: Refusal }
  | { state: 'fed'; feed: number }

/** How far this desk has come with its server. `layout`: how that server's frames are laid out, as it last said. `cursorHash`: the `feedDigest` of the feed up to the cursor. */
export type Progress = {
  feedEpoch: string | null
  cursor: number
  cursorHash: string | null
  counter: number
  roster: number
  layout: number | null
}

/** Whether this desk may number letters: not while its past may lie before it, and not from a book that another desk writes in too. SPEC N2. */
export type Numbering = 'open' | 'held' | 'lost'

/** Changes of one device that follow one another in one epoch. */
export type Run = { device: string; epoch: number; first: number; count: number }

/** A change of the log. `isOut`: another change took its place in the fold. `replaces`: the refused change whose place it takes. */
export type Known = { id: string; change: Change; hash: string; place: Place; isOut: boolean; replaces: string | undefined }

/** The log of one desk as replication needs it. Every write inside `atomically` becomes true together, or not at all. */
export type DeskStore = {
  district: string
  atomically<T>(work: () => T): T
  /** `shared`: the last change of this epoch that the server is known to have. */
  me(): { device: string; epoch: number; shared: number }
  progress(): Progress
  setProgress(part: Partial<Progress>): void

  find(id: string): Known | undefined
  /** What of a run is here, in its order. */
  findRun(run: Run): Known[]
  /** Own changes that the server may not have, oldest first, all of one epoch and without a gap. */
  unsent(limit: number): OpenedChange[]
  /** The oldest frame that came from elsewhere, holds a `new` change of a device on the district's list and is not named in `offered`; as it came, under the name it has here. */
  heldFrame(offered: ReadonlySet<string>): { name: string; frame: Frame } | undefined

  /**
   * Keeps changes that came in a frame. One that is here under the same name and is another gives way; the frame it came in stays.
   * One that is not fed and whose place another change here takes is out of the fold from the beginning.
   */
  keep(frame: OpenedFrame, changes: readonly { change: OpenedChange; place: Place }[]): void
  /** One that is `replaced` or `away` is out of the fold from then on, one that is `fed` is in it. */
  setPlace(id: string, place: Place): void
  /** Gives a whole run its feed numbers where that passes no other change and changes nothing of the fold; else does nothing, and says so. */
  feedInOrder(run: Run, feed: number): boolean
  /** What this desk's epochs before one hold and the feed has not brought is `new` again: the server does not have what that epoch hangs on. */
  offerBefore(epoch: number): void
  /** The ids of what is `held`, and of others' changes that are `new`: none, when the feed has been taken to its end and nothing was put back. */
  unfed(): string[]
  /** The ids of this desk's changes that the server is said to keep without feeding them. */
  parked(): string[]
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
  /** Whether any change at all stands there: asked first, as mostly none does. */
  mayOvertake(change: string, feed: number): boolean

  /**
   * Begins a new epoch behind the last change that the server shares. What was made here from `fork` on, in that epoch and later ones, and
   * the feed has not brought, is written anew in it, under new names everywhere; so is what was lost, given back, and is `new`. When what
   * stands at `fork` was itself given back, only that is. Undefined: nothing is written anew.
   */
  beginEpoch(fork: { epoch: number; seq: number } | undefined): void
  setNumbering(numbering: Numbering): void
  numbering(): Numbering
  /** Keeps the district's list of devices. What is `away` of devices that were not on the one before is `new` again. */
  saveRoster(version: number, entries: readonly RosterEntry[]): void
}

/** What the desk's half of a conversation needs beside its store. */
export type DeskPorts = {
  store: DeskStore
  clock(): { wall: number; boot: string; mono: number }
  /** How this desk's frames are laid out. */
  layout: number
  /** Cuts, compresses and signs a frame of these changes, or of as many of the first of them as fit; in plain for one who lays frames out otherwise. */
  seal(changes: readonly OpenedChange[], isPlain: boolean): Frame
  /** Checks form and signature of a frame; undefined when it is not what its device signed. */
  open(frame: Frame): OpenedFrame | undefined
  /** Whether the list of devices is signed by the district. */
  isGenuine(roster: { version: number; entries: readonly RosterEntry[]; signature: Uint8Array }): boolean
  /** What the server's time was when its welcome came. */
  learnTime(serverNow: number): void
}
