import { changeId } from '#shared/changes/change'
import type { Row } from '#shared/changes/reduce'
import type { Standing } from '#shared/sync/district-store'
import type { OpenedFrame } from '#shared/sync/frame'
import type { FeedRun } from '#shared/sync/server-session'
import type { Plant } from '../plant'
import { openUnchecked } from '../sealing'
import { copyServerDisk, type ServerDisk } from '../server-disk'
import type { World } from '../world'
import { modelServer } from './model'

const beforeLastFrame = new WeakMap<World, ServerDisk>()
const lastOpened = new WeakMap<World, OpenedFrame>()

/** Lets a plant see the frame that a transaction is about. */
const remembering: NonNullable<Plant['serverPorts']> = (ports, world) => ({
  ...ports,
  open: async frame => {
    const opened = await ports.open(frame)
    if (opened && opened !== 'another-layout') lastOpened.set(world, opened)
    return opened
  }
})

const taken = (hash: string): Standing => ({ hash, state: 'fed', feed: 0, reason: null })

/** What a server could get wrong. */
export const serverPlants: readonly Plant[] = [
  {
    name: 'no-lock',
    sentence: 'two frames are numbered at once',
    rule: 'S1',
    districtStore: (store, world) => ({ ...store, lock: async () => modelServer(world).disk.last })
  },
  {
    name: 'no-idempotency',
    sentence: 'a change that comes a second time is kept a second time',
    rule: 'S3',
    districtStore: store => ({
      ...store,
      standings: async ids => {
        const found = await store.standings(ids)
        found.delete(ids[0] ?? '')
        return found
      }
    })
  },
  {
    name: 'no-gap-check',
    sentence: 'a change is kept without the one before it',
    rule: 'S2',
    serverPorts: remembering,
    districtStore: (store, world) => ({
      ...store,
      standings: async ids => {
        const found = await store.standings(ids)
        const [first] = lastOpened.get(world)?.changes ?? []
        const { device = '', epoch = 1, seq = 1, prev = '' } = first?.change ?? {}
        const before = changeId(device, epoch, seq - 1)
        if (seq > 1 && !found.has(before)) found.set(before, taken(prev))
        return found
      }
    })
  },
  {
    name: 'no-fork-check',
    sentence: 'another change under a known name is taken for that one',
    rule: 'S2',
    serverPorts: remembering,
    districtStore: (store, world) => ({
      ...store,
      standings: async ids => {
        const found = await store.standings(ids)
        for (const { change, hash } of lastOpened.get(world)?.changes ?? []) {
          const known = found.get(change.id)
          if (known) found.set(change.id, { ...known, hash })
        }
        return found
      }
    })
  },
  {
    name: 'no-deps',
    sentence: 'a change is fed before what it has seen',
    rule: 'S4',
    serverPorts: remembering,
    districtStore: (store, world) => ({
      ...store,
      standings: async ids => {
        const found = await store.standings(ids)
        for (const { change } of lastOpened.get(world)?.changes ?? [])
          for (const dep of change.deps) if (found.get(dep)?.state !== 'fed') found.set(dep, taken(found.get(dep)?.hash ?? ''))
        return found
      }
    })
  },
  {
    name: 'waiting-forgotten',
    sentence: 'a change that waited is not fed when what it waited for comes',
    rule: 'S4',
    districtStore: store => ({ ...store, waitingFor: async () => [] })
  },
  {
    name: 'restand-forgotten',
    sentence: 'the number of a change that waited is not written down',
    rule: 'S4',
    districtStore: store => ({ ...store, restand: async () => undefined })
  },
  {
    name: 'no-claims',
    sentence: 'two letters may have one number',
    rule: 'S7',
    districtStore: store => ({ ...store, claimed: async () => new Map() })
  },
  {
    name: 'claims-forgotten',
    sentence: 'a number that was given is not written down as given',
    rule: 'S7',
    districtStore: store => ({ ...store, putClaims: async () => undefined })
  },
  {
    name: 'no-rights',
    sentence: 'every officer may do everything',
    rule: 'S6',
    districtStore: store => ({
      ...store,
      rows: async places =>
        new Map([...(await store.rows(places))].map(([key, row]) => [key, key.startsWith('officer/') ? mighty(row) : row]))
    })
  },
  {
    name: 'rows-dropped',
    sentence: 'of the rows that a frame makes the last is not written',
    rule: 'S1',
    districtStore: store => ({ ...store, putRows: rows => store.putRows(new Map([...rows].slice(0, -1))) })
  },
  {
    name: 'replaced-not-noted',
    sentence: 'a change that another took the place of stays refused',
    rule: 'S9',
    districtStore: store => ({
      ...store,
      restand: standings => store.restand(new Map([...standings].filter(([, { state }]) => state !== 'replaced')))
    })
  },
  {
    name: 'feed-epoch-kept',
    sentence: 'a server that was put back goes on under the old feed epoch',
    rule: 'S8',
    habits: { serverRestoreRenews: false },
    serverPorts: ports => ({ ...ports, renewFeed: async () => true })
  },
  {
    name: 'rollback-unnoticed',
    sentence: 'a server that was put back without a word never finds out',
    rule: 'S8',
    serverPorts: ports => ({ ...ports, renewFeed: async () => true })
  },
  {
    name: 'replay-answered',
    sentence: 'a recorded hello is answered',
    rule: 'P2',
    serverPorts: ports => ({
      ...ports,
      riseCounter: async (device, counter, clock) => {
        await ports.riseCounter(device, counter, clock)
        return 'risen'
      }
    })
  },
  {
    name: 'revoked-answered',
    sentence: 'a revoked device is answered',
    rule: 'P2',
    serverPorts: ports => ({
      ...ports,
      caller: async device => {
        const caller = await ports.caller(device)
        return caller && { ...caller, state: 'active' }
      }
    })
  },
  {
    name: 'bent-frame-kept',
    sentence: 'a frame is kept without a look at its signature',
    rule: 'W2',
    serverPorts: ports => ({ ...ports, open: async frame => openUnchecked(frame) })
  },
  {
    name: 'page-skips',
    sentence: 'a page of the feed leaves out its first run when it has several',
    rule: 'L1',
    serverPorts: ports => ({
      ...ports,
      page: async function* (after, layout) {
        const runs: FeedRun[] = []
        for await (const run of ports.page(after, layout)) runs.push(run)
        yield* runs.length > 2 ? runs.slice(1) : runs
      }
    })
  },
  {
    name: 'server-lost-tail',
    sentence: 'verdicts are sent before the commit is on disk',
    rule: 'S10',
    serverPorts: (ports, world) => ({
      ...ports,
      transaction: async work => {
        const before = copyServerDisk(modelServer(world).disk)
        const result = await ports.transaction(work)
        beforeLastFrame.set(world, before)
        return result
      }
    }),
    serverStops(world) {
      const before = beforeLastFrame.get(world)
      const server = modelServer(world)
      if (before) server.disk = { ...before, callers: server.disk.callers }
      beforeLastFrame.delete(world)
    }
  },
  {
    name: 'parked-untold',
    sentence: 'a desk is not told of its parked changes that it has lost',
    rule: 'D5',
    serverPorts: ports => ({ ...ports, parked: async function* () {} })
  }
]

const mighty = (row: Row): Row => ({
  ...row,
  fields: { ...row.fields, roles: ['front-office', 'back-office', 'manager', 'administrator'], isActive: true }
})
