import type { Action } from './actions'
import { beginDay } from './begin-day'
import { checkWorld } from './check-world'
import { Counts } from './counts'
import { doAction } from './do-action'
import { heal } from './heal'
import type { Plant } from './plant'
import type { Storage } from './storage'
import { Violation } from './violation'

/** Where the stories are lived through: in memory without any bug put in, unless said otherwise. */
export type Setting = { plant?: Plant | undefined; open?: (() => Promise<Storage>) | undefined }

/** Lives through the actions, heals everything, and checks the invariants. Returns the violation, or undefined. */
export async function run(
  actions: readonly Action[],
  desks: number,
  counts = new Counts(),
  { plant, open }: Setting = {}
): Promise<Violation | undefined> {
  const storage = await open?.()
  try {
    const world = await beginDay(desks, counts, plant, storage)
    counts.runs++
    for (const action of actions) {
      counts.actions++
      await doAction(world, action)
    }
    await heal(world)
    await checkWorld(world)
    return undefined
  } catch (error) {
    if (error instanceof Violation) return error
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return new Violation('C12', `stopped by ${stack.split('\n').slice(0, 6).join('\n')}`)
  } finally {
    await storage?.end()
  }
}
