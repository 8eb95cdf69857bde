import { Counts } from './counts'
import { doAction } from './do-action'
import type { Morning } from './morning'
import type { Plant } from './plant'
import { World } from './world'

const mornings = new Map<number, Morning>()

/** A day on which all desks know a few people and their cases, so that there is something to disagree about, and last night's backups are there. */
export async function beginDay(desks: number, counts: Counts, plant?: Plant): Promise<World> {
  if (plant) return firstDay(desks, counts, plant)
  const morning = mornings.get(desks) ?? (await firstDay(desks, new Counts())).asMorning()
  mornings.set(desks, morning)
  return World.from(morning, counts)
}

async function firstDay(desks: number, counts: Counts, plant?: Plant): Promise<World> {
  const world = new World(counts, plant)
  for (let i = 0; i < desks; i++) world.open(i)
  for (const k of ['register', 'register', 'openCase', 'check'] as const) await doAction(world, { k, d: 0, a: 0, b: 0 })
  for (const desk of world.desks) await world.converse(desk)
  for (const desk of world.desks) world.backUp(desk)
  world.backUpServer()
  return world
}
