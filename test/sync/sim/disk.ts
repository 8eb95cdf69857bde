import { FIRST_PREV } from '#shared/changes/change'
import type { Row } from '#shared/changes/reduce'
import type { Known, Numbering, Progress } from '#shared/sync/desk-store'
import type { OpenedChange, OpenedFrame } from '#shared/sync/frame'
import type { RosterEntry } from '#shared/sync/protocol'

/** A change as a desk keeps it. `pos`: its place among those without a feed number; `isMade`: made here. */
export type Entry = OpenedChange & Known & { pos: number; isMade: boolean; was?: string }
/** A line of the journal. `was`: the name that this change had before it was written anew. */
export type JournalLine = OpenedChange & { was: string | undefined }

/** Everything on a desk's disk but its journal. Values are never changed in place, so that a copy of the maps is a copy of the disk. */
export type Disk = {
  epoch: number
  head: { seq: number; hash: string }
  /** Up to here in this epoch everything had an answer when it was last looked at. */
  shared: number
  bookId: string
  log: Map<string, Entry>
  touching: Map<string, readonly string[]>
  rows: Map<string, Row>
  frames: Map<string, OpenedFrame>
  unsent: Set<string>
  /** The same of changes that were not made here. */
  unsentElse: Set<string>
  held: Set<string>
  progress: Progress
  numbering: Numbering
  roster: ReadonlyMap<string, RosterEntry>
  positions: number
}

export const copyDisk = (disk: Disk): Disk => ({
  ...disk,
  log: new Map(disk.log),
  touching: new Map(disk.touching),
  rows: new Map(disk.rows),
  frames: new Map(disk.frames),
  unsent: new Set(disk.unsent),
  unsentElse: new Set(disk.unsentElse),
  held: new Set(disk.held)
})

export const emptyDisk = (): Disk => ({
  epoch: 1,
  head: { seq: 0, hash: FIRST_PREV },
  shared: 0,
  bookId: '',
  log: new Map(),
  touching: new Map(),
  rows: new Map(),
  frames: new Map(),
  unsent: new Set(),
  unsentElse: new Set(),
  held: new Set(),
  progress: { feedEpoch: null, cursor: 0, cursorHash: null, counter: 0, roster: 0, layout: null },
  numbering: 'open',
  roster: new Map(),
  positions: 0
})

const UNFED = 1e9
/** Where a change stands in the order of the log. SPEC L4. */
export const orderOf = ({ place, pos }: Entry): number => (place.state === 'fed' ? place.feed : UNFED + pos)
