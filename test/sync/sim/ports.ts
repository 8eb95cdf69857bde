import { stampName } from '#shared/changes/change'
import { isEntityName } from '#shared/changes/entities'
import { knownOp } from '#shared/changes/op'
import type { Look } from '#shared/changes/reduce'
import type { DeskPorts } from '#shared/sync/desk-store'
import { rowKey } from '#shared/sync/district-store'
import type { ServerPorts } from '#shared/sync/server-session'
import type { Reduce } from './disk-fold'
import { ModelServer } from './model-server'
import type { Desk } from './node'
import type { SimServer } from './storage'
import type { World } from './world'

/** What a desk's half of a conversation gets, with the plant around it. */
export function deskPorts(world: World, desk: Desk): DeskPorts {
  const { plant } = world
  const ports: DeskPorts = {
    store: plant?.deskStore ? plant.deskStore(desk.store, desk) : desk.store,
    clock: () => ({ wall: 1_795_000_000_000 + desk.clock, boot: `${desk.boot}`, mono: world.now }),
    ...desk.store.wire,
    learnTime: () => undefined
  }
  return plant?.deskPorts ? plant.deskPorts(ports) : ports
}

/** The same for the server. */
export function portsOf(world: World, server: SimServer): ServerPorts {
  const { plant } = world
  const ports: ServerPorts = {
    layout: server.layout,
    district: server.district,
    now: () => server.now(),
    caller: device => server.caller(device),
    riseCounter: (device, counter, clock) => server.riseCounter(device, counter, clock),
    roster: () => server.roster(),
    feed: () => server.feed(),
    digestAt: feed => server.digestAt(feed),
    renewFeed: (device, epoch) => server.renewFeed(device, epoch),
    extents: () => server.extents(),
    parked: (device, layout, known) => server.parked(device, layout, known),
    open: frame => server.open(frame),
    transaction: async work => {
      const result = await server.transaction(store => work(plant?.districtStore ? plant.districtStore(store, world) : store))
      if (plant?.reduce && server instanceof ModelServer) foldServer(server, plant.reduce)
      return result
    },
    page: (after, layout) => server.page(after, layout)
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
