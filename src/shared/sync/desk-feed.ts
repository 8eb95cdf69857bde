import { type Place, touchedBy } from '#shared/changes/parents'
import { moveTo, overtakenBy } from './desk-order'
import type { DeskPorts, DeskStore, Known } from './desk-store'
import { feedDigest } from './feed-digest'
import type { OpenedChange } from './frame'
import type { FeedPart } from './protocol'

/**
 * Why a part of the feed was not taken.
 * - `ask-first`: it tells of another past of this desk; what the desk has to offer is answered before the feed goes on. SPEC D4
 * - `another-past`: what the server was known to hold is not what it holds: this feed has to be taken from its beginning. SPEC D6
 */
type Fault = 'ask-first' | 'another-past' | 'the feed has a hole' | 'a frame that its device did not sign'

type Fed = { change: OpenedChange; feed: number }

/** Takes a part of the feed in one transaction: changes, their order, the rows they make, and the cursor. SPEC L1-L5. */
export function takeFeedPart(ports: DeskPorts, part: FeedPart): Fault | undefined {
  return ports.store.atomically(() => {
    if (ports.store.progress().cursor + 1 !== part.feed) return 'the feed has a hole'
    return part.kind === 'own' ? takeOwn(ports.store, part) : takeForeign(ports, part)
  })
}

/** SPEC L3: the hash of the last one vouches for all before it, as each carries the hash of the one before. */
function takeOwn(store: DeskStore, part: Extract<FeedPart, { kind: 'own' }>): Fault | undefined {
  const { device } = store.me()
  const { feed, hash, ...where } = part
  const run = { ...where, device }
  const here = store.findRun(run)
  if (here.length < run.count || here.at(-1)?.hash !== hash) return 'another-past'
  if (!store.feedInOrder(run, feed)) for (const [i, known] of here.entries()) moveTo(store, known, { state: 'fed', feed: feed + i })
  for (const { replaces } of here) {
    // another life of the feed had it in, and what takes its place was refused there: the server says where it stands now
    const replaced = replaces === undefined ? undefined : store.find(replaces)
    if (replaced && !replaced.isOut && isUnsettled(store, replaced)) moveTo(store, replaced, { state: 'new' })
  }
  const digest = here.reduce((before, known) => feedDigest(before, known.hash), store.progress().cursorHash)
  store.setProgress({ cursor: feed + run.count - 1, cursorHash: digest })
  return undefined
}

function takeForeign(ports: DeskPorts, part: Extract<FeedPart, { kind: 'part' }>): Fault | undefined {
  const { store } = ports
  const opened = ports.open(part.frame)
  const fed = part.picks.flatMap((index, i): Fed[] => {
    const change = opened?.changes[index]
    return change ? [{ change, feed: part.feed + i }] : []
  })
  if (!opened || fed.length < part.picks.length) return 'a frame that its device did not sign'
  const { device, epoch, first, count } = part.frame
  const here = new Map(store.findRun({ device, epoch, first, count }).map(known => [known.id, known]))
  const hereAs = ({ change: { change } }: Fed) => here.get(change.id)
  const fault = sortOutPast(store, fed, hereAs)
  if (fault) return fault

  const isHere = (item: Fed) => hereAs(item)?.hash === item.change.hash
  const fresh = fed.filter(item => !isHere(item))
  for (const item of fed) {
    const known = hereAs(item)
    if (known && isHere(item)) moveTo(store, known, { state: 'fed', feed: item.feed })
  }
  const givingWay = fresh.flatMap(item => {
    const other = hereAs(item)
    return other ? [...touchedBy(other.change), ...touchedBy(item.change.change)] : []
  })
  const [earliest] = fresh
  // where the first of them passes nothing, those behind it pass nothing either
  const mayOvertake = here.size > 0 || (earliest && store.mayOvertake(earliest.change.change.id, earliest.feed))
  const overtaken = mayOvertake ? fresh.flatMap(({ change: { change }, feed }) => overtakenBy(store, { id: change.id, change }, feed)) : []
  store.keep(
    opened,
    fresh.map(({ change, feed }) => ({ change, place: { state: 'fed', feed } }))
  )
  foldAll(store, fresh, [...givingWay, ...overtaken])
  for (const { change } of fed) {
    const replaced = change.change.replaces === undefined ? undefined : store.find(change.change.replaces)
    // what this desk holds may go by that name and be another: its own verdict tells
    if (replaced) moveTo(store, replaced, { state: isUnsettled(store, replaced) ? 'new' : 'replaced' })
  }
  const digest = fed.reduce((before, { change }) => feedDigest(before, change.hash), store.progress().cursorHash)
  store.setProgress({ cursor: part.feed + fed.length - 1, cursorHash: digest })
  return undefined
}

const isUnsettled = (store: DeskStore, { change, place }: Known): boolean =>
  change.device === store.me().device && (place.state === 'new' || place.state === 'waiting' || place.state === 'refused')

/** Folds what came: behind everything where nothing stands there yet, else the entity anew. SPEC L4. */
export function foldAll(store: DeskStore, fresh: readonly { change: OpenedChange }[], overtaken: Place[]): void {
  const anew = new Map(overtaken.map(on => [`${on.entity}/${on.id}`, on]))
  for (const { change } of fresh) {
    const touched = touchedBy(change.change)
    if (touched.every(({ entity, id }) => !anew.has(`${entity}/${id}`))) store.fold(change.change)
    else for (const place of touched) anew.set(`${place.entity}/${place.id}`, place)
  }
  if (anew.size > 0) store.refold([...anew.values()])
}

/**
 * SPEC D5: the feed holds changes of this desk that it does not have itself: it has been put back to an earlier state, or is one of two copies.
 * SPEC L5: what is here under the same name and is not the same gives way only where the feed has not brought it.
 */
function sortOutPast(store: DeskStore, fed: readonly Fed[], hereAs: (item: Fed) => Known | undefined): Fault | undefined {
  const me = store.me()
  for (const item of fed) {
    const { change } = item
    const known = hereAs(item)
    if (known?.hash === change.hash) continue
    const isOwn = change.change.device === me.device
    if (known && known.place.state !== 'new' && known.place.state !== 'away') return 'another-past'
    if (!isOwn || (!known && change.change.epoch !== me.epoch)) continue
    if (store.unsent(1).length > 0) return 'ask-first'
    if (known) continue
    putBack(store)
    return undefined
  }
  return undefined
}

/** What this desk does from now on goes on in an epoch of its own, and its letter book rests until all is here. SPEC D5, N2. */
export function putBack(store: DeskStore): void {
  store.beginEpoch(undefined)
  if (store.numbering() === 'open') store.setNumbering('held')
}
