import type { OpenedChange } from '#shared/sync/frame'
import { Violation } from './violation'
import type { World } from './world'

/** I1, I2, I9: what a desk said was saved is with the server once, and on the desk that said so. */
export function checkSaved(world: World): void {
  const { server, lost, saved } = world
  const times = new Map<number, number>()
  for (const { change, state } of server.disk.kept.values()) {
    const act = change.at.mono
    times.set(act, (times.get(act) ?? 0) + 1)
    if ((times.get(act) ?? 0) > 1) throw new Violation('I2', `the act ${act} (${change.id}, ${state}) is kept twice`)
  }
  for (const [act, { desk, item }] of saved) {
    if (times.has(act) || lost.has(act) || desk.isRevoked || isNameTaken(world, item)) continue
    throw new Violation(
      'I1',
      `${item.change.id} (${item.change.ops.map(({ type, entity }) => `${type} ${entity}`)}) was saved and is nowhere on the server`
    )
  }
  for (const { code, acts, store } of world.desks) {
    const here = new Set([...store.disk.log.values()].map(({ change }) => change.at.mono))
    for (const act of acts) if (!here.has(act)) throw new Violation('I9', `desk ${code} forgot its own act ${act}`)
  }
}

/**
 * The one thing that cannot be saved: two copies wrote under one name, the copy that made this has lost it, and the server was put back
 * and heard the other first. Nobody who could sign it anew has it; a third desk keeps the frame.
 */
function isNameTaken({ server, desks, doubled }: World, { change, hash }: OpenedChange): boolean {
  const other = server.disk.kept.get(change.id)
  if (!other || other.hash === hash || !doubled.has(change.device)) return false
  return desks.every(({ device, store }) => device !== change.device || store.find(change.id)?.hash !== hash)
}
