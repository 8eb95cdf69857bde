import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Line, type LineOptions, openLine, type Time } from '../../scripts/bench/line'
import { LINES } from '../../scripts/bench/line-limits'
import { pace, segmentsOf } from '../../scripts/bench/line-pace'
import { openWay } from '../../scripts/bench/line-way'
import { lifeOf, untilCut } from '../../scripts/bench/line-weather'
import { randomFrom } from '../../scripts/seeded'

const idle = { freeAt: 0, arrivesAt: new Map<number, number>() }
const piece = (connection: number, readyAt: number, bytes = 960, isLost = false) => ({ connection, readyAt, bytes, isLost })
/** 1,000 bytes with its header are a second long. */
const slow = { rate: 1000, delayMs: 100 }

describe('what leaves the line when', () => {
  const trips = (...queue: ReturnType<typeof piece>[]) =>
    pace(queue, idle, slow).map(({ connection, leavesAt, arrivesAt }) => [connection, leavesAt, arrivesAt])

  it('is one segment after the other, headers weighed', () => {
    expect(trips(piece(1, 0), piece(1, 0), piece(2, 0))).toEqual([
      [1, 1000, 1100],
      [1, 2000, 2100],
      [2, 3000, 3100]
    ])
  })

  it('lets nobody wait for a segment that is not ready', () => {
    expect(trips(piece(1, 5000), piece(2, 10))).toEqual([
      [2, 1010, 1110],
      [1, 6000, 6100]
    ])
  })

  it('brings a lost segment a round trip late, and what follows on its connection after it', () => {
    expect(trips(piece(1, 0, 960, true), piece(1, 0, 10), piece(2, 0, 10))).toEqual([
      [1, 1000, 1300],
      [1, 1050, 1300],
      [2, 1100, 1200]
    ])
  })

  it('starts after what left before, in the order of the connection', () => {
    const [trip] = pace([piece(1, 0)], { freeAt: 500, arrivesAt: new Map([[1, 9000]]) }, slow)
    expect(trip).toMatchObject({ leavesAt: 1500, arrivesAt: 9000 })
  })

  it('gives the end of a connection no weight', () => {
    expect(trips(piece(1, 7, 0))).toEqual([[1, 7, 107]])
  })

  it.each([
    [0, []],
    [1460, [1460]],
    [3000, [1460, 1460, 80]]
  ])('cuts %d bytes into segments', (bytes, expected) => {
    expect(segmentsOf(bytes)).toEqual(expected)
  })
})

describe('one way of the line', () => {
  const text = (arrivals: { data: Buffer | null }[]) => arrivals.map(({ data }) => data?.toString() ?? 'END')

  it('[F18] carries the rate it is given, whatever the moments at which it is asked', () => {
    const way = openWay(LINES.office, randomFrom(1))
    way.enter(1, Buffer.alloc(96_000), 0)
    const arrivedBy = (now: number) => {
      way.arrivals(now)
      return way.counts().bytes
    }
    const payloadRate = (LINES.office.rate * 1460) / 1500
    expect(arrivedBy(150)).toBe(0)
    for (const now of [650, 1150, 2150]) expect(Math.abs(arrivedBy(now) - (payloadRate * (now - 150)) / 1000)).toBeLessThan(1460)
    expect(way.nextAt()).toBeGreaterThan(2150)
    expect(arrivedBy(60_000)).toBe(96_000)
    expect(way.counts()).toEqual({ bytes: 96_000, segments: 66, lostSegments: 0, droppedBytes: 0 })
    expect(way.nextAt()).toBeUndefined()
  })

  it('keeps the order of a connection under losses, and its end last', () => {
    const way = openWay({ ...slow, loss: 0.4 }, randomFrom(3))
    const words = Array.from({ length: 40 }, (_, i) => `w${i}`)
    for (const word of words) way.enter(1, Buffer.from(word), 0)
    way.end(1, 0)
    const seen: string[] = []
    for (let now = way.nextAt(); now !== undefined; now = way.nextAt()) seen.push(...text(way.arrivals(now)))
    expect(seen).toEqual([...words, 'END'])
    expect(way.counts().lostSegments).toBeGreaterThan(5)
  })

  it('loses what waits and what travels on a dropped connection, and gives its place to others', () => {
    const way = openWay(slow, randomFrom(1))
    way.enter(1, Buffer.alloc(1460 * 3), 0)
    way.enter(2, Buffer.from('after'), 0)
    way.drop(1, 1550)
    expect(way.counts().droppedBytes).toBe(1460)
    expect(way.nextAt()).toBe(1500 + 45 + 100)
    expect(text(way.arrivals(1645))).toEqual(['after'])
  })
})

describe('the weather', () => {
  const draws = (draw: () => number) => Array.from({ length: 20_000 }, draw)
  const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length

  it('cuts at exponential intervals about the mean', () => {
    const random = randomFrom(1)
    const waits = draws(() => untilCut(random, 4000))
    expect(mean(waits) / 4000).toBeCloseTo(1, 1)
    expect(waits.filter(wait => wait > 4000).length / waits.length).toBeCloseTo(Math.exp(-1), 1)
  })

  it('resets three connections in ten in each spell of their life', () => {
    const random = randomFrom(1)
    const lives = draws(() => lifeOf(random, { chance: 0.3, everyMs: 4000 }))
    expect(lives.filter(life => life < 4000).length / lives.length).toBeCloseTo(0.3, 1)
    expect(lives.filter(life => life < 8000).length / lives.length).toBeCloseTo(0.51, 1)
  })
})

/** Time that passes when it is told to. */
function setTime(): Time & { pass(ms: number): void } {
  let now = 0
  let waiting: { at: number; act: () => void }[] = []
  const step = (until: number): void => {
    const [next] = waiting.filter(one => one.at <= until).sort((a, b) => a.at - b.at)
    if (!next) return
    waiting = waiting.filter(one => one !== next)
    now = Math.max(now, next.at)
    next.act()
    step(until)
  }
  return {
    now: () => now,
    after: (ms, act) => {
      const one = { at: now + ms, act }
      waiting.push(one)
      return () => {
        waiting = waiting.filter(other => other !== one)
      }
    },
    pass: ms => {
      const until = now + ms
      step(until)
      now = until
    }
  }
}

describe('the line', () => {
  const closers: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
  })

  /** A server that answers each connection with what it said, once it has said all. */
  async function echo(): Promise<number> {
    const server = createServer({ allowHalfOpen: true }, socket => {
      socket.on('error', () => {})
      socket.pipe(socket)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    closers.push(() => server.close())
    return (server.address() as AddressInfo).port
  }

  async function lineTo(options: Omit<LineOptions, 'target' | 'seed'>, time?: Time): Promise<Line> {
    const line = await openLine({ ...options, target: { host: '127.0.0.1', port: await echo() }, seed: 7 }, time)
    closers.push(line.close)
    return line
  }

  const dial = async (line: Line): Promise<Socket> => {
    const socket = connect({ port: line.port, host: '127.0.0.1', allowHalfOpen: true })
    closers.push(() => socket.destroy())
    await once(socket, 'connect')
    return socket
  }

  const heard = async (socket: Socket): Promise<Buffer> => Buffer.concat(await socket.toArray())

  const counted = (bytes: number, segments = Math.ceil(bytes / 1460)) => ({ bytes, segments, lostSegments: 0, droppedBytes: 0 })

  it('without limits only counts', async () => {
    const line = await lineTo(LINES.loopback)
    const socket = await dial(line)
    const said = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251))
    socket.end(said)
    expect((await heard(socket)).equals(said)).toBe(true)
    const { up, down, ...rest } = line.counts()
    expect([up.bytes, down.bytes]).toEqual([300_000, 300_000])
    expect(up.segments).toBeGreaterThanOrEqual(Math.ceil(300_000 / 1460))
    expect(rest).toEqual({ connections: 1, refused: 0, cuts: 0, resets: 0 })
    line.reset()
    expect(line.counts()).toEqual({ up: counted(0), down: counted(0), connections: 0, refused: 0, cuts: 0, resets: 0 })
  })

  it('shaped brings every byte in its order, in whole segments', async () => {
    const line = await lineTo({ rate: 1e9, delayMs: 1, loss: 0.05 })
    const socket = await dial(line)
    const said = Buffer.from(Array.from({ length: 200_000 }, (_, i) => i % 241))
    socket.end(said)
    expect((await heard(socket)).equals(said)).toBe(true)
    expect(line.counts()).toMatchObject({ up: { bytes: 200_000, droppedBytes: 0 }, down: { bytes: 200_000, droppedBytes: 0 } })
  })

  it('cut resets every connection, refuses new ones while it is down, and takes them again', async () => {
    const time = setTime()
    const line = await lineTo({ cutEveryMs: 4000, downMs: 1000 }, time)
    const [one, two] = [await dial(line), await dial(line)]
    const ends = [one, two].map(socket => once(socket, 'error'))
    for (const socket of [one, two]) {
      socket.write('here')
      await once(socket, 'data')
    }
    const firstCut = untilCut(randomFrom(7 + 2), 4000)
    time.pass(firstCut - 1)
    expect(line.counts()).toMatchObject({ connections: 2, cuts: 0 })
    time.pass(1)
    await Promise.all(ends)
    expect(line.counts()).toMatchObject({ connections: 2, cuts: 1, refused: 0 })

    const refused = connect(line.port, '127.0.0.1')
    await once(refused, 'error')
    expect(line.counts()).toMatchObject({ connections: 2, refused: 1 })

    line.reset()
    const again = await dial(line)
    again.end('again')
    expect((await heard(again)).toString()).toBe('again')
    time.pass(firstCut)
    expect(line.counts()).toMatchObject({ connections: 1, cuts: 1 })
  })

  it('resets one connection at the moment its life ends, and leaves the others', async () => {
    const time = setTime()
    const resets = { chance: 0.3, everyMs: 4000 }
    const line = await lineTo({ resets }, time)
    const random = randomFrom(7 + 2)
    const started: { socket: Socket; life: number }[] = []
    for (let i = 0; i < 2; i++) {
      const socket = await dial(line)
      socket.write('here')
      await once(socket, 'data')
      started.push({ socket, life: lifeOf(random, resets) })
    }
    const [shorter, longer] = started.sort((a, b) => a.life - b.life)
    if (!shorter || !longer) throw new Error('two were started')
    const end = once(shorter.socket, 'error')
    time.pass(shorter.life)
    await end
    expect(line.counts()).toMatchObject({ connections: 2, resets: 1, cuts: 0 })
    longer.socket.end('still')
    expect((await heard(longer.socket)).toString()).toBe('still')
  })
})
