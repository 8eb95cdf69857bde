import type { Row } from '#shared/changes/reduce'
import type { KeptChange } from '#shared/sync/district-store'
import type { Frame } from '#shared/sync/frame'
import type { Caller } from '#shared/sync/server-session'

/** Everything on the server's disk. Values are never changed in place. */
export type ServerDisk = {
  epoch: string
  last: number
  kept: Map<string, KeptChange>
  byHash: Map<string, string>
  chains: Map<string, number>
  frames: Map<string, Frame>
  feed: string[]
  waiting: Set<string>
  parked: Map<string, ReadonlySet<string>>
  rows: Map<string, Row>
  claims: Map<string, string>
  callers: Map<string, Caller>
  /** When each device has made the feed begin anew. */
  renewals: Map<string, number[]>
  rosterVersion: number
}

export const copyServerDisk = (disk: ServerDisk): ServerDisk => ({
  ...disk,
  kept: new Map(disk.kept),
  byHash: new Map(disk.byHash),
  chains: new Map(disk.chains),
  frames: new Map(disk.frames),
  feed: [...disk.feed],
  waiting: new Set(disk.waiting),
  parked: new Map(disk.parked),
  rows: new Map(disk.rows),
  claims: new Map(disk.claims),
  callers: new Map(disk.callers),
  renewals: new Map(disk.renewals)
})

export const emptyServerDisk = (): ServerDisk => ({
  epoch: 'feed 1',
  last: 0,
  kept: new Map(),
  byHash: new Map(),
  chains: new Map(),
  frames: new Map(),
  feed: [],
  waiting: new Set(),
  parked: new Map(),
  rows: new Map(),
  claims: new Map(),
  callers: new Map(),
  renewals: new Map(),
  rosterVersion: 1
})
