// One way of replicating, as the scenarios drive it: ours and each peer's are of this shape, so that all meet the same work on the same line.
import type { Answer } from './child-process.ts'
import type { LineName } from './line-limits.ts'

/** How much is there and a hash of all it says; equal on both sides when everything has crossed. */
export type Content = { count: number; hash: string }

/** What a replication took, and the peak of its process's memory so far. */
export type Took = { ms: number; peakRssMb: number }

/** An empty server in a process of its own. */
export type SideServer = {
  port: number
  content(): Promise<Content>
  peakRssMb(): Promise<number>
  /** Ends at once, whatever it is doing. */
  stop(): Promise<void>
}

/** An empty desk in a process of its own. */
export type SideDesk = {
  /** Puts so many of the prepared visits, from this one on, into the local store. */
  write(from: number, count: number): Promise<void>
  /** Changes two fields of each of the first visits. */
  edit(count: number): Promise<void>
  push(): Promise<Took>
  pull(): Promise<Took>
  /** Push and pull. */
  sync(): Promise<Took>
  content(): Promise<Content>
  stop(): Promise<void>
}

export type DeskOptions = {
  /** The server, through the line or beside it. */
  port: number
  /** The server's own port, for those who let nobody in that they do not know. */
  server: number
  /** A JSON array of whole visits, each with an id. */
  documentsFile: string
  /** The line it will meet, for those who choose their batches by it. */
  line: LineName
}

export type Side = { name: string; startServer(): Promise<SideServer>; startDesk(options: DeskOptions): Promise<SideDesk> }

export const contentFrom = ({ count, hash }: Answer): Content => ({ count: Number(count), hash: String(hash) })
export const tookFrom = ({ ms, peakRssMb }: Answer): Took => ({ ms: Number(ms), peakRssMb: Number(peakRssMb) })
