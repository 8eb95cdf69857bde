import { stampName } from '#shared/changes/change'
import type { OpenedChange } from '#shared/sync/frame'
import type { ServerView } from './storage'
import { Violation } from './violation'
import type { World } from './world'

/** I1, I2, I9: what a desk said was saved is with the server once, and on the desk that said so. */
export function checkSaved(world: World, disk: ServerView): void {
  const { promises } = world
  const { lost, saved, doubled } = promises
  const times = new Map<number, number>()
  for (const { change, state } of disk.kept.values()) {
    const act = change.at.mono
    times.set(act, (times.get(act) ?? 0) + 1)
    // a copied desk takes along what it has not sent, and each copy may have to write that anew: the entities keep their ids, so it is done once
    if ((times.get(act) ?? 0) > 1 && !doubled.has(change.device))
      throw new Violation('I2', `the act ${act} (${change.id}, ${state}) is kept twice`)
  }
  for (const [act, { desk, item }] of saved) {
    if (times.has(act) || lost.has(act) || desk.isRevoked || isNameTaken(world, disk, item)) continue
    throw new Violation(
      'I1',
      `${item.change.id} (${item.change.ops.map(({ type, entity }) => `${type} ${entity}`)}) was saved and is nowhere on the server`
    )
  }
  checkParked(world, disk)
  for (const { code, acts, store } of world.desks) {
    const here = new Set([...store.disk.log.values()].map(({ change }) => change.at.mono))
    for (const act of acts) if (!here.has(act)) throw new Violation('I9', `desk ${code} forgot its own act ${act}`)
  }
}

/** D3: what the server keeps without feeding it is seen at its desk, or something else was put in its place there. */
function checkParked({ desks }: World, disk: ServerView): void {
  for (const { change, hash, state } of disk.kept.values()) {
    if (state !== 'refused' && state !== 'waiting') continue
    for (const { code, device, store, isRevoked } of desks) {
      if (device !== change.device || isRevoked) continue
      const here = store.find(change.id)
      const isSettled = [...store.disk.log.values()].some(
        ({ change: { replaces } }) => replaces === change.id || replaces === stampName(change)
      )
      if (isSettled || (here?.hash === hash && here.place.state === state)) continue
      throw new Violation('I1', `${change.id} is ${state}, and desk ${code} does not show it`)
    }
  }
}

/**
 * The one thing that cannot be saved: two copies wrote under one name, the copy that made this or what it stands behind has lost it, and the
 * server was put back and heard the other first. Nobody who could sign it anew has it; a third desk keeps the frame.
 */
function isNameTaken({ desks, promises: { doubled, saved } }: World, disk: ServerView, { change, hash }: OpenedChange): boolean {
  if (!doubled.has(change.device)) return false
  if (desks.some(({ device, store }) => device === change.device && store.find(change.id)?.hash === hash)) return false
  return [...saved.values()].some(({ item }) => {
    const { device, epoch, seq, id } = item.change
    if (device !== change.device || epoch !== change.epoch || seq > change.seq) return false
    return (disk.kept.get(id)?.hash ?? item.hash) !== item.hash
  })
}
