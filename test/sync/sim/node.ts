import type { DeskPorts } from '#shared/sync/desk-store'
import type { FromDesk } from '#shared/sync/protocol'
import type { Fuse } from './fuse'
import type { DeskImage, SimDesk } from './storage'

/** A copy of a desk's disk, and how many of its own acts were on it. */
export type DeskBackup = { image: DeskImage; acts: number }

/** One computer: its disk, its journal, its clock, its line, and the people at it. */
export type Desk = {
  index: number
  /** Stands in its numbers and tickets; a clone has the same. */
  code: string
  device: string
  store: SimDesk
  ports: DeskPorts
  fuse: Fuse
  backup: DeskBackup | undefined
  /** What this disk was told to keep: the acts made on it, in their order. */
  acts: number[]
  clock: number
  boot: number
  isOffline: boolean
  /** Its last conversation was cut while frames were under way. */
  asksFirst: boolean
  isRevoked: boolean
  /** Runs a newer program than the others, whose changes they do not know. */
  isNewer: boolean
  manager: string
  clerk: string
  /** What it said in its last conversation, for whoever recorded the line. */
  said: FromDesk[]
}
