// What replication is asked to do, each scenario on fresh stores: every byte passes the line, and all is there on both sides when it ends.
import { setTimeout as pause } from 'node:timers/promises'
import { openLine } from './line.ts'
import { LINES, type LineName } from './line-limits.ts'
import type { WayCounts } from './line-way.ts'
import type { Content, Side, SideDesk, SideServer, Took } from './sync-side.ts'

export type Conditions = { documentsFile: string; line: LineName; count: number; seed: number; giveUpMs: number }

/** What one replication came to; without `ms` it was given up, and `arrived` of `expected` tells how far it had come. */
export type Outcome = {
  ms: number | null
  /** How many had to cross, or had something in them that had to. */
  documents: number
  arrived: number
  expected: number
  up: WayCounts
  down: WayCounts
  connections: number
  refused: number
  cuts: number
  resets: number
  deskRssMb: number | null
  serverRssMb: number
}

/** By the name of what was done: push, pull, sync, edit, idle. */
export type Outcomes = Record<string, Outcome>
export type Scenario = (side: Side, conditions: Conditions) => Promise<Outcomes>

/** One desk has the documents and pushes them. */
export const push: Scenario = (side, conditions) =>
  inOffice(side, conditions, async ({ server, newDesk, measure }) => {
    const desk = await newDesk()
    await desk.write(0, conditions.count)
    return { push: await measure(desk, () => desk.push(), server.content, { crossing: conditions.count, expected: conditions.count }) }
  })

/** The server has the documents and a fresh desk pulls them. */
export const pull: Scenario = (side, conditions) =>
  inOffice(side, conditions, async ({ newDesk, fill, measure }) => {
    const desk = await newDesk()
    await fill(0, conditions.count)
    return { pull: await measure(desk, () => desk.pull(), desk.content, { crossing: conditions.count, expected: conditions.count }) }
  })

/** A desk's whole day: what it has against what others brought, then two fields of each of its visits edited, then nothing to do. */
export const day: Scenario = (side, conditions) =>
  inOffice(side, conditions, async ({ server, newDesk, fill, measure }) => {
    const { count } = conditions
    const desk = await newDesk()
    await desk.write(0, count)
    await fill(count, count)
    const expected = 2 * count
    const sync = await measure(desk, () => desk.sync(), server.content, { crossing: expected, expected })
    // some bring what they pushed home again at the next sync; that is no idle one
    await desk.sync()
    await desk.edit(count)
    const edit = await measure(desk, () => desk.push(), server.content, { crossing: count, expected })
    for (let i = 0; i < 2; i++) await desk.sync()
    const idle = await measure(desk, () => desk.sync(), server.content, { crossing: 0, expected })
    return { sync, edit, idle }
  })

type Documents = { crossing: number; expected: number }

type Office = {
  server: SideServer
  /** A fresh desk at the far end of the line. */
  newDesk(): Promise<SideDesk>
  /** Brings documents to the server past the line. */
  fill(from: number, count: number): Promise<void>
  measure(desk: SideDesk, work: () => Promise<Took>, arrived: () => Promise<Content>, documents: Documents): Promise<Outcome>
}

/** A server, the line before it, and an end to all of it. */
async function inOffice(side: Side, { documentsFile, line, seed, giveUpMs }: Conditions, work: (office: Office) => Promise<Outcomes>) {
  const server = await side.startServer()
  const between = await openLine({ ...LINES[line], target: { host: '127.0.0.1', port: server.port }, seed })
  const desks: SideDesk[] = []
  const startDesk = async (port: number, meets: LineName) => {
    const desk = await side.startDesk({ port, server: server.port, documentsFile, line: meets })
    desks.push(desk)
    return desk
  }
  try {
    return await work({
      server,
      newDesk: () => startDesk(between.port, line),
      fill: async (from, count) => {
        const filler = await startDesk(server.port, 'loopback')
        await filler.write(from, count)
        await filler.push()
        await filler.stop()
        desks.splice(desks.indexOf(filler), 1)
      },
      measure: async (desk, replicate, arrived, { crossing, expected }) => {
        between.reset()
        const took = await orGiveUp(replicate(), giveUpMs)
        const { up, down, ...met } = between.counts()
        const serverRssMb = await server.peakRssMb()
        const there = await arrived()
        if (took) await expectSame(side, desk, server, expected)
        const peaks = { deskRssMb: took?.peakRssMb ?? null, serverRssMb }
        return { ms: took?.ms ?? null, documents: crossing, arrived: there.count, expected, up, down, ...met, ...peaks }
      }
    })
  } finally {
    await Promise.all(desks.map(desk => desk.stop()))
    await between.close()
    await server.stop()
  }
}

async function orGiveUp(work: Promise<Took>, giveUpMs: number): Promise<Took | undefined> {
  const waiting = new AbortController()
  // a desk that is stopped in the middle refuses what it was asked
  work.catch(() => {})
  const took = await Promise.race([work, pause(giveUpMs, undefined, { signal: waiting.signal }).catch(() => undefined)])
  waiting.abort()
  return took
}

async function expectSame(side: Side, desk: SideDesk, server: SideServer, documents: number): Promise<void> {
  const [here, there] = [await desk.content(), await server.content()]
  if (here.count !== documents || there.count !== documents || here.hash !== there.hash) {
    throw new Error(`${side.name} says it is done: ${documents} asked, ${JSON.stringify({ here, there })}`)
  }
}
