import { stampName } from '#shared/changes/change'
import { isEntityName } from '#shared/changes/entities'
import { knownOp } from '#shared/changes/op'
import type { Look } from '#shared/changes/reduce'
import type { DeskPorts } from '#shared/sync/desk-store'
import { rowKey } from '#shared/sync/district-store'
import type { ServerPorts } from '#shared/sync/server-session'
import type { Reduce } from './disk-fold'
import { DISTRICT } from './district'
import type { ModelServer } from './model-server'
import type { Desk } from './node'
import { keyOf, openFrame, sealFrame } from './sealing'
import type { World } from './world'

/** Small frames, so that they end everywhere. */
const MOST_IN_FRAME = 4

/** What a desk's half of a conversation gets, with the plant around it. */
export function deskPorts(world: World, desk: Desk): DeskPorts {
  const { plant } = world
  const ports: DeskPorts = {
    store: plant?.deskStore ? plant.deskStore(desk.store, desk) : desk.store,
    clock: () => ({ wall: 1_795_000_000_000 + desk.clock, boot: `${desk.boot}`, mono: world.now }),
    layout: 1,
    seal: changes => sealFrame(DISTRICT, keyOf(desk.device), changes.slice(0, MOST_IN_FRAME)),
    open: frame => openFrame(DISTRICT, desk.store.disk.roster.has(frame.device) ? keyOf(frame.device) : undefined, frame),
    isGenuine: () => true,
    learnTime: () => undefined
  }
  return plant?.deskPorts ? plant.deskPorts(ports) : ports
}

/** The same for the server. */
export function portsOf(world: World, server: ModelServer): ServerPorts {
  const { plant } = world
  const ports: ServerPorts = {
    layout: 1,
    district: server.district,
    now: () => server.now(),
    caller: device => server.caller(device),
    riseCounter: (device, counter, clock) => server.riseCounter(device, counter, clock),
    roster: () => server.roster(),
    feed: () => server.feed(),
    hashAt: feed => server.hashAt(feed),
    digestAt: feed => server.digestAt(feed),
    renewFeed: () => server.renewFeed(),
    extents: () => server.extents(),
    parked: device => server.parked(device),
    open: frame => server.open(frame),
    transaction: async work => {
      const result = await server.transaction(store => work(plant?.districtStore ? plant.districtStore(store, world) : store))
      if (plant?.reduce) foldServer(server, plant.reduce)
      return result
    },
    page: after => server.page(after)
  }
  return plant?.serverPorts ? plant.serverPorts(ports, world) : ports
}

/** The server's rows by another fold than its own. */
function foldServer({ disk }: ModelServer, fold: Reduce): void {
  disk.rows.clear()
  const look: Look = (entity, id) => disk.rows.get(rowKey(entity, id))
  for (const { change } of disk.feed.flatMap(id => disk.kept.get(id) ?? []))
    for (const logged of change.ops) {
      const op = knownOp(logged)
      if (!op || !isEntityName(op.entity)) continue
      const { row } = fold(op, stampName(change), look(op.entity, op.id), look)
      if (row) disk.rows.set(rowKey(op.entity, op.id), row)
    }
}
