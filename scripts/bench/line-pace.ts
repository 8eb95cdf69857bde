// What leaves when: the line's rate, delay and losses as arithmetic, without a clock or a socket.
import type { Limits } from './line-limits.ts'

export const SEGMENT_BYTES = 1460
export const HEADER_BYTES = 40

/** A piece of one connection's bytes that waits for the line. */
export type Waiting = { connection: number; bytes: number; readyAt: number; isLost: boolean }
export type Trip<W extends Waiting> = W & { leavesAt: number; arrivesAt: number }

/** How long the line is still taken by what left before, and when the last piece of each connection arrives. */
export type Before = { freeAt: number; arrivesAt: ReadonlyMap<number, number> }

/**
 * The trips of a queue: the line carries one segment after the other, the one that was ready first goes first, and a connection's bytes
 * arrive in their order. No bytes (the end of a connection) weigh nothing.
 */
export function pace<W extends Waiting>(queue: readonly W[], before: Before, { rate, delayMs = 0 }: Limits): Trip<W>[] {
  let { freeAt } = before
  const arrivals = new Map(before.arrivesAt)
  return [...queue]
    .sort((a, b) => a.readyAt - b.readyAt)
    .map(waiting => {
      const weight = waiting.bytes === 0 ? 0 : waiting.bytes + HEADER_BYTES
      const leavesAt = Math.max(freeAt, waiting.readyAt) + (rate ? (weight / rate) * 1000 : 0)
      freeAt = leavesAt
      const inOrder = arrivals.get(waiting.connection) ?? 0
      const arrivesAt = Math.max(inOrder, leavesAt + delayMs + (waiting.isLost ? 2 * delayMs : 0))
      arrivals.set(waiting.connection, arrivesAt)
      return { ...waiting, leavesAt, arrivesAt }
    })
}

/** The sizes of the segments that carry so many bytes. */
export function segmentsOf(bytes: number): number[] {
  const whole: number[] = Array.from({ length: Math.floor(bytes / SEGMENT_BYTES) }, () => SEGMENT_BYTES)
  return bytes % SEGMENT_BYTES === 0 ? whole : [...whole, bytes % SEGMENT_BYTES]
}
