import type { Change } from '#shared/changes/change'
import type { LoggedOp } from '#shared/changes/op'
import type { Look, Row } from '#shared/changes/reduce'
import type { DeskPorts, DeskStore } from '#shared/sync/desk-store'
import type { Frame, OpenedChange } from '#shared/sync/frame'
import type { FromDesk, FromServer } from '#shared/sync/protocol'
import type { ServerPorts } from '#shared/sync/server-session'
import type { Disk, Entry } from './disk'
import type { Reduce } from './disk-fold'
import type { Fuse } from './fuse'
import type { ServerDisk } from './server-disk'

/** What a person did, before it is chained to what was done before. */
export type Draft = { officer: string | null; ops: LoggedOp[]; at: Change['at']; v: number; replaces?: string }

/** The desk's own rules do not let this be written: a program with a fault could not either. */
export class Unwritable extends Error {}

/** What lies on a desk's disk, for whoever looks. */
export type DeskView = { epoch: number; bookId: string; log: ReadonlyMap<string, Entry>; rows: ReadonlyMap<string, Row> }
/** A copy of a disk, to be put back on the same kind of desk or server. */
export type DeskImage = { kind: 'model'; disk: Disk } | { kind: 'real'; file: Buffer; bookId: string }
export type ServerImage = { kind: 'model'; disk: ServerDisk } | { kind: 'real'; file: Buffer; epoch: string }

/** One desk's disk and journal, with a power switch at every write. */
export type SimDesk = DeskStore & {
  readonly disk: DeskView
  look: Look
  /** How it makes frames and reads those of others. */
  readonly wire: Pick<DeskPorts, 'layout' | 'seal' | 'open' | 'isGenuine'>
  /** A row of the server's as this disk would keep it. */
  asKept(row: Row): Row
  /** One transaction of the office: a change, chained to the one before, with its rows. */
  write(draft: Draft): OpenedChange
  /** The program starts: what the journal has and the disk lost comes back, and the other way round. */
  start(): void
  /** The journal takes what it does not have yet, as it does when a conversation is over. */
  keepJournal(): void
  /** The acts that the journal knows. */
  journalActs(): number[]
  /** The journal was on the same disk: it knows what that has. */
  losesJournal(): void
  takeBook(id: string): void
  image(): DeskImage
  putBack(image: DeskImage): void
  /** The same disk and journal in another computer. */
  copy(fuse: Fuse): SimDesk
}

/** What lies on the server's disk, for whoever looks. */
export type ServerView = Readonly<Pick<ServerDisk, 'epoch' | 'last' | 'kept' | 'byHash' | 'feed' | 'waiting' | 'rows'>>

/** A district's server, with a power switch at every write. */
export type SimServer = ServerPorts & {
  /** Rises with everything that desks may have to be told of. */
  readonly commits: number
  look(): Promise<ServerView>
  enrol(device: string, code: string): Promise<void>
  revoke(device: string): Promise<void>
  /** All that was going on ends where it is. */
  stop(): void
  image(): Promise<ServerImage>
  /** What its administrator's own restore does to the feed. */
  beginFeedAnew(): Promise<void>
  /** The disk is as it was, silently; only the number of the list of devices never goes back. */
  putBack(image: ServerImage): Promise<void>
}

/** What a world is kept on: memory, or what the program itself keeps its data on. */
export type Storage = {
  server(fuse: Fuse, now: () => number): Promise<SimServer>
  desk(device: string, fuse: Fuse, ports: { stride(): number; reduce: Reduce }): SimDesk
  /** The frame with a byte of it changed on the way. */
  bent(frame: Frame): Frame
  /** What arrives of a message. */
  up(message: FromDesk): FromDesk
  down(message: FromServer): FromServer
  end(): Promise<void>
}
