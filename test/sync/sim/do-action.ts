import { type Action, isAct, troubleOf } from './actions'
import { acts } from './acts'
import type { Line } from './line'
import type { Desk } from './node'
import type { World } from './world'

/** Moments that office clocks have shown: 1970, a flat battery's date, today, 2126. */
const CLOCKS = [-1_794_000_000_000, -700_000_000_000, 0, 3_160_000_000_000]

/** No more computers than this: a clone of a clone of a clone teaches nothing. */
const MOST_DESKS = 6

export async function doAction(world: World, action: Action): Promise<void> {
  const { k, a, b } = action
  const desk = world.desks[action.d % world.desks.length] as Desk
  if (isAct(k)) return act(world, desk, action)
  switch (k) {
    case 'talk':
      if (desk.isOffline) return
      await world.converse(desk, troubleOf(action), b % 3 === 0)
      return
    case 'together':
      return together(world, action)
    case 'backUp':
      return world.backUp(desk)
    case 'backUpServer':
      return world.backUpServer()
    case 'replay':
      if (desk.said.length > 0) world.counts.fault('conversation replayed')
      return world.replay(desk)
    case 'clone':
      if (world.desks.length >= MOST_DESKS) return
      world.clone(desk)
      break
    case 'stopDesk':
      world.plant?.deskStops?.(desk)
      world.start(desk)
      break
    case 'stopAtWrite':
      desk.fuse.set(a % 6, 'power')
      return
    case 'fullAtWrite':
      desk.fuse.set(a % 6, 'full')
      return
    case 'stopServer':
      world.stopServer()
      break
    case 'clock':
      desk.clock = (CLOCKS[a % CLOCKS.length] ?? 0) + b
      break
    case 'offline':
      desk.isOffline = true
      break
    case 'online':
      desk.isOffline = false
      return
    case 'newer':
      desk.isNewer = true
      break
    case 'revoke':
      if (desk.isRevoked || world.desks.filter(({ isRevoked }) => !isRevoked).length < 3) return
      await world.revoke(desk)
      break
    default:
      return putBack(world, desk, k)
  }
  world.counts.fault(NAMES[k])
}

async function putBack(
  world: World,
  desk: Desk,
  k: 'rollBack' | 'rollBackSilently' | 'restore' | 'restoreServer' | 'rollBackServer'
): Promise<void> {
  if (k === 'restoreServer' || k === 'rollBackServer') {
    if (!world.serverBackup) return
    await world.restoreServer(world.serverBackup, k === 'restoreServer')
  } else {
    if (!desk.backup) return
    await world[k](desk, desk.backup)
  }
  world.counts.fault(NAMES[k])
}

const NAMES = {
  rollBack: 'desk disk rolled back beside its journal',
  rollBackSilently: 'desk disk and journal rolled back silently',
  restore: 'desk restored from an old backup',
  clone: 'desk cloned',
  stopDesk: 'desk stopped and started',
  stopServer: 'server stopped and started',
  restoreServer: 'server restored from an old backup',
  rollBackServer: 'server rolled back silently',
  clock: 'clock set wrong',
  offline: 'line down for a time',
  newer: 'desk of a newer version',
  revoke: 'desk revoked'
} as const

function act(world: World, desk: Desk, { k, a, b }: Action): void {
  if (!isAct(k)) return
  const { store } = desk
  if (k === 'letter' && world.habits.heedsNumbering && store.numbering() !== 'open') {
    if (store.numbering() === 'lost') openBook(world, desk)
    return
  }
  const made = acts[k](desk, { a, b, newId: world.newId })
  if (!made || (k === 'newBook' && store.numbering() === 'held')) return
  if (k === 'newBook') {
    openBook(world, desk)
    return
  }
  world.counts.act(k)
  if (k === 'later') world.counts.fault('op, field or entity of a newer version')
  if (k === 'poison') world.counts.fault('poisoned change')
  if (k === 'trespass') world.counts.fault('act without the right to it')
  world.act(desk, made)
}

function openBook(world: World, desk: Desk): void {
  const made = acts.newBook(desk, { a: 0, b: 0, newId: world.newId })
  const item = world.act(desk, made)
  const id = item?.change.ops[0]?.id
  if (!id) return
  desk.store.takeBook(id)
}

/** Several desks talk to the server at once, a message here and a message there, and some inside one another's transactions. */
async function together(world: World, { d, a, b }: Action): Promise<void> {
  const chosen = world.desks.filter((desk, i) => !desk.isOffline && ((a >> i) & 1 || i === d % world.desks.length))
  const lines = chosen.map(desk => world.dial(desk))
  if (lines.length > 1) world.counts.fault('conversations interleaved')
  world.isTroubled = true
  let bits = b
  while (lines.some(({ isOpen }) => isOpen)) {
    bits = (Math.imul(bits, 1103515245) + 12345) >>> 0
    const open = lines.filter(({ isOpen }) => isOpen)
    if ((bits >>> 16) & 1) await Promise.all(open.map((line, i) => line.step(((bits >>> i) & 4) > 0)))
    else await (open[(bits >>> 8) % open.length] as Line).step(((bits >>> 20) & 1) === 1)
  }
  world.isTroubled = false
  for (const line of lines) world.hangUp(line)
}
