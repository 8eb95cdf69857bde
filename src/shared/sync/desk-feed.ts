import { changeId } from '#shared/changes/change'
import { type Place, touchedBy } from '#shared/changes/parents'
import { feedHeld, overtakenBy } from './desk-order'
import type { DeskPorts, DeskStore } from './desk-store'
import type { OpenedChange } from './frame'
import type { FeedPart } from './protocol'

/** Why a part of the feed was not taken; `begin-again` means that it was, and that the desk's own changes had to be written anew. */
type Fault = 'begin-again' | 'the feed has a hole' | 'a frame that its device did not sign' | 'a change that is not as it was'

/** Takes a part of the feed in one transaction: changes, their order, the rows they make, and the cursor. SPEC L1-L5. */
export function takeFeedPart(ports: DeskPorts, part: FeedPart): Fault | undefined {
  return ports.store.atomically(() => (part.kind === 'own' ? takeOwn(ports.store, part) : takeForeign(ports, part)))
}

function takeOwn(store: DeskStore, part: Extract<FeedPart, { kind: 'own' }>): Fault | undefined {
  const fault = holeBefore(store, part.feed)
  if (fault) return fault
  const { device } = store.me()
  for (let i = 0; i < part.count; i++) {
    const id = changeId(device, part.epoch, part.first + i)
    const known = store.find(id)
    if (!known) return 'the feed has a hole'
    store.setPlace(id, { state: 'fed', feed: part.feed + i })
    store.setProgress({ cursor: part.feed + i, cursorHash: known.hash })
  }
  return undefined
}

function takeForeign(ports: DeskPorts, part: Extract<FeedPart, { kind: 'part' }>): Fault | undefined {
  const { store } = ports
  const fault = holeBefore(store, part.feed)
  if (fault) return fault
  const opened = ports.open(part.frame)
  if (!opened) return 'a frame that its device did not sign'
  const picked = part.picks.map(index => opened.changes[index])
  if (picked.some(change => change === undefined)) return 'a frame that its device did not sign'
  const changes = picked.map((change, i) => ({ change: change as OpenedChange, feed: part.feed + i }))
  const isWrittenAnew = sortOutOwnPast(
    store,
    changes.map(({ change }) => change)
  )
  if (changes.some(({ change }) => (store.find(change.change.id)?.hash ?? change.hash) !== change.hash))
    return 'a change that is not as it was'

  const fresh = changes.filter(({ change }) => store.find(change.change.id) === undefined)
  for (const item of changes) if (!fresh.includes(item)) feedHeld(store, item.change.change, item.feed)
  const overtaken = fresh.flatMap(({ change, feed }) => overtakenBy(store, change.change, feed))
  store.keep(opened, fresh)
  foldAll(store, fresh, overtaken)
  const last = changes.at(-1)
  if (last) store.setProgress({ cursor: last.feed, cursorHash: last.change.hash })
  return isWrittenAnew ? 'begin-again' : undefined
}

/** Folds what came: behind everything where nothing stands there yet, else the entity anew. SPEC L4. */
function foldAll(store: DeskStore, fresh: readonly { change: OpenedChange }[], overtaken: Place[]): void {
  const anew = new Map(overtaken.map(on => [`${on.entity}/${on.id}`, on]))
  for (const { change } of fresh) {
    const touched = touchedBy(change.change)
    if (touched.every(({ entity, id }) => !anew.has(`${entity}/${id}`))) store.fold(change.change)
    else for (const place of touched) anew.set(`${place.entity}/${place.id}`, place)
  }
  if (anew.size > 0) store.refold([...anew.values()])
}

/**
 * SPEC D5: the feed holds changes of this desk that it does not have itself. It has been put back to an earlier state, or is one of two copies:
 * what it has done since goes on in an epoch of its own, and its letter book rests until all is here.
 */
function sortOutOwnPast(store: DeskStore, changes: readonly OpenedChange[]): boolean {
  const me = store.me()
  const lost = changes.find(
    ({ change, hash }) => change.device === me.device && change.epoch === me.epoch && store.find(change.id)?.hash !== hash
  )
  if (!lost) return false
  const isFork = store.find(lost.change.id) !== undefined
  store.beginEpoch(isFork ? lost.change.seq : undefined)
  store.setNumbering(isFork ? 'lost' : 'held')
  return isFork
}

const holeBefore = (store: DeskStore, feed: number): Fault | undefined =>
  store.progress().cursor + 1 === feed ? undefined : 'the feed has a hole'
