// One direction of the line: the bytes of all connections that wait, travel and arrive, as of moments it is told.
import type { Random } from '../seeded.ts'
import type { Limits } from './line-limits.ts'
import { pace, segmentsOf, type Trip, type Waiting } from './line-pace.ts'

type Piece = Waiting & { data: Buffer }
/** What comes out at the far end; no data means that the near side has ended. */
export type Arrival = { connection: number; data: Buffer | null }
export type WayCounts = { bytes: number; segments: number; lostSegments: number; droppedBytes: number }

export type Way = {
  enter(connection: number, chunk: Buffer, readyAt: number): void
  end(connection: number, readyAt: number): void
  /** Counts a chunk that meets no line at all. */
  pass(chunk: Buffer): void
  /** Forgets a connection; what was under way is lost. */
  drop(connection: number, now: number): void
  /** All that has arrived by now. */
  arrivals(now: number): Arrival[]
  /** The moment at which asking again will give something, if there is one. */
  nextAt(): number | undefined
  waitingBytes(connection: number): number
  counts(): WayCounts
  /** Counts from zero, and losses as from the start. */
  reset(random: Random): void
}

export function openWay(limits: Limits, firstRandom: Random): Way {
  let random = firstRandom
  let queue: Piece[] = []
  let flying: Trip<Piece>[] = []
  let freeAt = 0
  const lastArrival = new Map<number, number>()
  let counted: WayCounts = noCounts()

  const planned = () => pace(queue, { freeAt, arrivesAt: lastArrival }, limits)

  /** Puts on the line what has left by now. */
  const launch = (now: number) => {
    const left = planned().filter(trip => trip.leavesAt <= now)
    for (const trip of left) {
      freeAt = trip.leavesAt
      lastArrival.set(trip.connection, trip.arrivesAt)
    }
    flying.push(...left)
    queue = [...queue].sort((a, b) => a.readyAt - b.readyAt).slice(left.length)
  }

  return {
    enter: (connection, chunk, readyAt) => {
      let from = 0
      for (const bytes of segmentsOf(chunk.length)) {
        queue.push({ connection, bytes, readyAt, isLost: random() < (limits.loss ?? 0), data: chunk.subarray(from, from + bytes) })
        from += bytes
      }
    },
    end: (connection, readyAt) => {
      queue.push({ connection, bytes: 0, readyAt, isLost: false, data: Buffer.alloc(0) })
    },
    pass: chunk => {
      counted.bytes += chunk.length
      counted.segments += segmentsOf(chunk.length).length
    },
    drop: (connection, now) => {
      launch(now)
      const isDropped = (piece: Piece) => piece.connection === connection
      counted.droppedBytes += flying.filter(isDropped).reduce((sum, piece) => sum + piece.bytes, 0)
      queue = queue.filter(piece => !isDropped(piece))
      flying = flying.filter(piece => !isDropped(piece))
      lastArrival.delete(connection)
    },
    arrivals: now => {
      launch(now)
      const arrived = flying.filter(trip => trip.arrivesAt <= now)
      flying = flying.filter(trip => trip.arrivesAt > now)
      for (const trip of arrived) {
        counted.bytes += trip.bytes
        counted.segments += trip.bytes > 0 ? 1 : 0
        counted.lostSegments += trip.isLost ? 1 : 0
      }
      return arrived.map(({ connection, bytes, data }) => ({ connection, data: bytes === 0 ? null : data }))
    },
    nextAt: () => {
      const moments = [...flying, ...planned()].map(trip => trip.arrivesAt)
      return moments.length === 0 ? undefined : Math.min(...moments)
    },
    waitingBytes: connection => queue.reduce((sum, piece) => sum + (piece.connection === connection ? piece.bytes : 0), 0),
    counts: () => ({ ...counted }),
    reset: again => {
      random = again
      counted = noCounts()
    }
  }
}

const noCounts = (): WayCounts => ({ bytes: 0, segments: 0, lostSegments: 0, droppedBytes: 0 })
