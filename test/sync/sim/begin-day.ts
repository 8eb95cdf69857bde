import { Counts } from './counts'
import { doAction } from './do-action'
import { modelStorage } from './model-storage'
import { type Morning, morningOf, worldFrom } from './morning'
import type { Plant } from './plant'
import type { Storage } from './storage'
import { World } from './world'

const mornings = new Map<number, Morning>()

/** A day on which all desks know a few people and their cases, so that there is something to disagree about, and last night's backups are there. */
export async function beginDay(desks: number, counts: Counts, plant?: Plant, storage: Storage = modelStorage): Promise<World> {
  if (plant || storage !== modelStorage) return firstDay(desks, counts, storage, plant)
  const morning = mornings.get(desks) ?? morningOf(await firstDay(desks, new Counts(), storage))
  mornings.set(desks, morning)
  return worldFrom(morning, counts)
}

async function firstDay(desks: number, counts: Counts, storage: Storage, plant?: Plant): Promise<World> {
  const world = await World.on(storage, counts, plant)
  for (let i = 0; i < desks; i++) await world.open(i)
  for (const k of ['register', 'register', 'openCase', 'check'] as const) await doAction(world, { k, d: 0, a: 0, b: 0 })
  for (const desk of world.desks) await world.converse(desk)
  for (const desk of world.desks) world.backUp(desk)
  await world.backUpServer()
  return world
}
