import { parkedOf, takenBack } from './acts'
import { doAction } from './do-action'
import type { Desk } from './node'
import type { ServerView } from './storage'
import { Violation } from './violation'
import type { World } from './world'

/** By then every desk may again say that the server was put back. SPEC S8. */
const A_DAY = 86_400_000
/** After faults stop, so many rounds of conversations bring everything to rest. I13. */
const MOST_ROUNDS = 12

/** All lines are good again: desks talk until nothing is left to say, then people settle what was parked. */
export async function heal(world: World): Promise<void> {
  world.serverFuse.clear()
  world.now += A_DAY
  for (const desk of world.desks) {
    desk.isOffline = false
    world.start(desk)
  }
  // with a letter's number people go on; what copies of one desk then number alike is settled as well
  for (const desk of await bringToRest(world)) await doAction(world, { k: 'letter', d: world.desks.indexOf(desk), a: 0, b: 0 })
  await bringToRest(world)
}

/** Until nothing is left to say, and nothing parked; the desks that took a letter back. */
async function bringToRest(world: World): Promise<Set<Desk>> {
  const printed = new Set<Desk>()
  await settle(world)
  for (let i = 0; takeBackParked(world, printed); i++) {
    if (i > 4 * world.desks.length) throw new Violation('I13', 'what was parked stays parked')
    await settle(world)
  }
  return printed
}

/** Every desk that may speak does so, until all have everything; one that was told all since anything last changed need not ask again. */
async function settle(world: World): Promise<void> {
  const told = new Map<Desk, number>()
  const isTold = async (desk: Desk) => desk.isRevoked || (told.get(desk) === world.server.commits && (await isAtRest(world, desk)))
  for (let round = 0; !(await all(world.desks, isTold)); round++) {
    if (round > MOST_ROUNDS) throw new Violation('I13', `no rest after ${MOST_ROUNDS} rounds: ${await restless(world)}`)
    for (const desk of world.desks) {
      if (await isTold(desk)) continue
      let { state } = await world.converse(desk)
      if (state.kind === 'turned-away' && state.reason === 'replayed') ({ state } = await world.converse(desk))
      if (state.kind === 'turned-away' && state.reason === 'replayed') throw new Violation('I13', `${desk.code} does not learn its counter`)
      if (state.kind !== 'done' || !state.isComplete) continue
      told.set(desk, world.server.commits)
      if (!(await isAtRest(world, desk))) throw new Violation('I13', `${desk.code}: a conversation was called complete and was not`)
    }
  }
  checkWaiting(await world.server.look())
}

/** S4: at rest, what waits does so for something that is not there. */
function checkWaiting({ waiting, kept: all }: ServerView): void {
  for (const id of waiting) {
    const kept = all.get(id)
    const isThere = (dep: string) => ['fed', 'replaced'].includes(all.get(dep)?.state ?? '')
    if (kept?.waitsFor.every(isThere)) throw new Violation('I13', `${id} waits for nothing`)
  }
}

async function isAtRest({ server }: World, { store }: Desk): Promise<boolean> {
  const { feedEpoch, cursor } = store.progress()
  const { epoch, head } = await server.feed()
  return feedEpoch === epoch && cursor === head && store.unsent(1).length === 0
}

async function all<T>(items: readonly T[], is: (item: T) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (!(await is(item))) return false
  return true
}

async function restless(world: World): Promise<string> {
  const said: string[] = []
  for (const desk of world.desks) {
    if (desk.isRevoked || (await isAtRest(world, desk))) continue
    const { code, store } = desk
    said.push(`${code} ${JSON.stringify(store.progress())} unsent ${store.unsent(9).map(({ change }) => change.id)}`)
  }
  return said.join('; ')
}

/** People at one desk look at what the server did not take, and take it back. */
function takeBackParked(world: World, printed: Set<Desk>): boolean {
  for (const desk of world.desks) {
    const parked = desk.isRevoked ? [] : parkedOf(desk, ['refused', 'waiting'])
    world.counts.refused += parked.length
    for (const entry of parked) {
      if (entry.change.ops.some(({ entity }) => entity === 'letter')) printed.add(desk)
      world.act(desk, takenBack(desk, entry))
    }
    if (parked.length > 0) return true
  }
  return false
}
