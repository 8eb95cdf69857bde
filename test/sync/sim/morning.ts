import type { OpenedChange } from '#shared/sync/frame'
import type { Counts } from './counts'
import { copyDisk, type Disk, type JournalLine } from './disk'
import type { ModelDesk } from './model-desk'
import type { ModelServer } from './model-server'
import { modelStorage } from './model-storage'
import { copyServerDisk, type ServerDisk } from './server-disk'
import { World } from './world'

/** What every story in memory begins with, to be copied. */
export type Morning = {
  desks: { device: string; disk: Disk; journal: readonly JournalLine[]; acts: readonly number[]; manager: string; clerk: string }[]
  server: ServerDisk
  saved: { act: number; desk: number; item: OpenedChange }[]
  ids: number
  now: number
}

export function morningOf(world: World): Morning {
  const { ids, now } = world
  const desks = world.desks.map(({ device, store, acts, manager, clerk }) => {
    const { disk, journal } = store as ModelDesk
    return { device, disk: copyDisk(disk), journal: [...journal], acts: [...acts], manager, clerk }
  })
  const saved = [...world.promises.saved].map(([act, { desk, item }]) => ({ act, desk: desk.index, item }))
  return { desks, server: copyServerDisk((world.server as ModelServer).disk), saved, ids, now }
}

/** A world on which the morning is over, and last night's backups are there. */
export async function worldFrom(morning: Morning, counts: Counts): Promise<World> {
  const world = await World.on(modelStorage, counts)
  for (const [i, { device, disk, journal, acts, manager, clerk }] of morning.desks.entries()) {
    const desk = Object.assign(world.place(i, device), { acts: [...acts], manager, clerk })
    Object.assign(desk.store as ModelDesk, { disk: copyDisk(disk), journal: [...journal] })
  }
  ;(world.server as ModelServer).disk = copyServerDisk(morning.server)
  for (const { act, desk, item } of morning.saved)
    world.promises.saved.set(act, { desk: world.desks[desk] as World['desks'][number], item })
  for (const desk of world.desks) world.backUp(desk)
  await world.backUpServer()
  world.ids = morning.ids
  world.now = morning.now
  return world
}
