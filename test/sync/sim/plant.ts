import type { DeskPorts, DeskStore } from '#shared/sync/desk-store'
import type { DistrictStore } from '#shared/sync/district-store'
import type { FromDesk, FromServer } from '#shared/sync/protocol'
import type { ServerPorts } from '#shared/sync/server-session'
import type { Act } from './acts'
import type { Reduce } from './disk-fold'
import type { Desk } from './node'
import type { World } from './world'

/** What a desk and a server do around the protocol, each step of which somebody could forget. */
export type Habits = {
  /** A restored desk goes on in an epoch of its own. */
  restoreBeginsEpoch: boolean
  /** A restored desk numbers no letters until it has taken the feed. */
  restoreHoldsNumbers: boolean
  /** Own changes are written to the journal too, and brought back from it. */
  keepsJournal: boolean
  /** Letters are numbered only while the desk may. */
  heedsNumbering: boolean
  /** A server that was put back knows it, and says so with a new feed epoch. */
  serverRestoreRenews: boolean
}

export const GOOD_HABITS: Habits = {
  restoreBeginsEpoch: true,
  restoreHoldsNumbers: true,
  keepsJournal: true,
  heedsNumbering: true,
  serverRestoreRenews: true
}

/** A bug put in on purpose, from outside: each seam wraps the real thing. */
export type Plant = {
  name: string
  sentence: string
  rule: string
  deskStore?: (store: DeskStore, desk: Desk) => DeskStore
  deskPorts?: (ports: DeskPorts) => DeskPorts
  serverPorts?: (ports: ServerPorts, world: World) => ServerPorts
  districtStore?: (store: DistrictStore, world: World) => DistrictStore
  reduce?: Reduce
  toServer?: (message: FromDesk, desk: Desk) => FromDesk | undefined
  toDesk?: (message: FromServer, desk: Desk, world: World) => FromServer | undefined
  /** What an act becomes before it is written. */
  act?: (act: Act, desk: Desk, world: World) => Act
  habits?: Partial<Habits>
  /** What a power cut does beside ending the program. */
  deskStops?: (desk: Desk) => void
  serverStops?: (world: World) => void
}
