import type { Action } from './actions'
import { checkWorld } from './check-world'
import { Counts } from './counts'
import { doAction } from './do-action'
import { heal } from './heal'
import type { Plant } from './plant'
import { Violation } from './violation'
import { World } from './world'

/**
 * A morning on which all desks know a few people and their cases, so that there is something to disagree about, and
 * last night's backups are there. */
async function beginDay(world: World): Promise<void> {
  const [desk] = world.desks
  if (!desk) return
  for (const k of ['register', 'register', 'openCase', 'check'] as const) await doAction(world, { k, d: 0, a: 0, b: 0 })
  for (const other of world.desks) await world.converse(other)
  for (const other of world.desks) world.backUp(other)
  world.backUpServer()
}

/** Lives through the actions, heals everything, and checks the invariants. Returns the violation, or undefined. */
export async function run(actions: readonly Action[], desks: number, counts = new Counts(), plant?: Plant): Promise<Violation | undefined> {
  try {
    const world = new World(desks, counts, plant)
    counts.runs++
    await beginDay(world)
    for (const action of actions) {
      counts.actions++
      await doAction(world, action)
    }
    await heal(world)
    checkWorld(world)
    return undefined
  } catch (error) {
    if (error instanceof Violation) return error
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return new Violation('C12', `stopped by ${stack.split('\n').slice(0, 6).join('\n')}`)
  }
}
