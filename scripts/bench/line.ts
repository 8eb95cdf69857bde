// The office's line between a desk and its server, as a TCP proxy: slow, far, lossy, cut now and then, and the same again from the same seed.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { randomFrom } from '../seeded.ts'
import type { Limits } from './line-limits.ts'
import { openWay, type Way, type WayCounts } from './line-way.ts'
import { lifeOf, untilCut } from './line-weather.ts'

/** Payload bytes that arrived, each way; `lostSegments` among them came late, `droppedBytes` left and never arrived. */
export type LineCounts = { up: WayCounts; down: WayCounts; connections: number; refused: number; cuts: number; resets: number }

export type Line = {
  port: number
  counts(): LineCounts
  /** Counts from zero, and the weather as from the start: what is measured next meets the same cuts as what was measured before. */
  reset(): void
  close(): Promise<void>
}

/** The only clock there is; a test passes its own. */
export type Time = { now(): number; after(ms: number, act: () => void): () => void }

export type LineOptions = Limits & { target: { host: string; port: number }; seed: number }

const realTime: Time = {
  now: () => performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  }
}

/** What the sending end of a connection may have waiting before the line stops reading from it. */
const WINDOW_BYTES = 64 * 1024

type Connection = { id: number; near: Socket; far: Socket; acceptedAt: number; stopReset: () => void }

export async function openLine({ target, seed, ...limits }: LineOptions, time: Time = realTime): Promise<Line> {
  const isShaped = limits.rate !== undefined || limits.delayMs !== undefined
  const live = new Map<number, Connection>()
  const { up, down } = { up: openWay(limits, randomFrom(seed)), down: openWay(limits, randomFrom(seed + 1)) }
  let weather = randomFrom(seed + 2)
  let tally = noTally()
  let ids = 0
  let downUntil = Number.NEGATIVE_INFINITY
  let stopCuts = () => {}
  const wakeUps = new Map<Way, () => void>()

  const kill = ({ id, near, far, stopReset }: Connection) => {
    if (!live.delete(id)) return
    stopReset()
    for (const way of [up, down]) way.drop(id, time.now())
    // while a socket says that it has ended Node cannot reset it, and would leave it open for ever
    for (const socket of [near, far]) socket.writableEnded ? socket.destroy() : socket.resetAndDestroy()
  }

  /** Hands over what has arrived, and comes back when more will have. */
  const run = (way: Way) => {
    wakeUps.get(way)?.()
    for (const { connection, data } of way.arrivals(time.now())) {
      const one = live.get(connection)
      const receiver = way === up ? one?.far : one?.near
      if (data) receiver?.write(data)
      else receiver?.end()
    }
    for (const { id, near, far } of live.values()) {
      const sender = way === up ? near : far
      if (sender.isPaused() && way.waitingBytes(id) < WINDOW_BYTES / 2) sender.resume()
    }
    const next = way.nextAt()
    wakeUps.set(way, next === undefined ? () => {} : time.after(Math.max(0, next - time.now()), () => run(way)))
  }

  const carry = (connection: Connection, way: Way, sender: Socket, receiver: Socket) => {
    const readyAt = () => Math.max(time.now(), connection.acceptedAt + 2 * (limits.delayMs ?? 0))
    sender.on('data', chunk => {
      if (!isShaped) {
        way.pass(chunk)
        if (receiver.write(chunk)) return
        sender.pause()
        receiver.once('drain', () => sender.resume())
        return
      }
      way.enter(connection.id, chunk, readyAt())
      if (way.waitingBytes(connection.id) > WINDOW_BYTES) sender.pause()
      run(way)
    })
    sender.on('end', () => {
      if (!isShaped) receiver.end()
      else {
        way.end(connection.id, readyAt())
        run(way)
      }
    })
    sender.on('error', () => kill(connection))
    sender.on('close', () => {
      if (connection.near.destroyed && connection.far.destroyed) kill(connection)
    })
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, near => {
    if (time.now() < downUntil) {
      tally.refused++
      near.on('error', () => {})
      near.resetAndDestroy()
      return
    }
    tally.connections++
    const far = connect({ ...target, allowHalfOpen: true, noDelay: true })
    const connection: Connection = { id: ids++, near, far, acceptedAt: time.now(), stopReset: () => {} }
    live.set(connection.id, connection)
    if (limits.resets) {
      connection.stopReset = time.after(lifeOf(weather, limits.resets), () => {
        tally.resets++
        kill(connection)
      })
    }
    carry(connection, up, near, far)
    carry(connection, down, far, near)
  })

  const awaitCut = () => {
    const { cutEveryMs, downMs = 0 } = limits
    if (!cutEveryMs) return
    stopCuts = time.after(untilCut(weather, cutEveryMs), () => {
      tally.cuts++
      downUntil = time.now() + downMs
      for (const connection of [...live.values()]) kill(connection)
      awaitCut()
    })
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  awaitCut()
  return {
    port: (server.address() as AddressInfo).port,
    counts: () => ({ up: up.counts(), down: down.counts(), ...tally }),
    reset: () => {
      stopCuts()
      tally = noTally()
      downUntil = Number.NEGATIVE_INFINITY
      weather = randomFrom(seed + 2)
      up.reset(randomFrom(seed))
      down.reset(randomFrom(seed + 1))
      awaitCut()
    },
    close: async () => {
      stopCuts()
      for (const connection of [...live.values()]) kill(connection)
      for (const stop of wakeUps.values()) stop()
      server.close()
      await once(server, 'close')
    }
  }
}

const noTally = () => ({ connections: 0, refused: 0, cuts: 0, resets: 0 })
