import { changeId, FIRST_PREV, stampName } from '#shared/changes/change'
import { type DistrictFold, districtFold } from './district-fold'
import type { DistrictStore, KeptChange, Refusal, Standing } from './district-store'
import { frameId, type OpenedChange, type OpenedFrame } from './frame'

/**
 * What the server answers for one change. SPEC S2-S4.
 * `gap`: not kept, because the changes from `expected` on are missing; `forked`: not kept, because its number already belongs to another change.
 */
export type Verdict =
  | { kind: 'fed'; feed: number }
  | { kind: 'waiting'; for: string[] }
  | { kind: 'refused'; reason: Refusal }
  | { kind: 'replaced' }
  | { kind: 'gap'; expected: number }
  | { kind: 'forked' }

/** A frame whose signature is known to be good. `isFromMaker`: its own device sends it, out of the epoch that it is in, and can be asked for what is missing. */
export type Offered = { opened: OpenedFrame; isFromMaker: boolean }

type Waiting = OpenedChange & { waitsFor: string[] }
type Fresh = { item: OpenedChange; opened: OpenedFrame; index: number; waitsFor: string[] }
type Taking = {
  standings: Map<string, Standing>
  fold: DistrictFold
  /** Changes that were fed, waiting or refused for the first time, in the order they came. */
  fresh: Fresh[]
  restood: Map<string, Omit<Standing, 'hash'>>
  /** Changes that have just become what others may have waited for. */
  met: string[]
  last: number
}

/**
 * Takes frames that came together, in their order: each change is fed, kept waiting, or kept refused, and the desk is told which, a list for each frame.
 * Sent twice it says the same again; a change that waited for one of these gets its number here too. SPEC S1-S8.
 */
export async function acceptFrames(store: DistrictStore, offered: readonly Offered[]): Promise<Verdict[][]> {
  const last = await store.lock()
  const all = offered.flatMap(({ opened }) => opened.changes)
  const standings = await store.standings(idsNamedBy(all))
  const taking: Taking = { standings, fold: districtFold(store), fresh: [], restood: new Map(), met: [], last }
  await taking.fold.load(all.filter(({ change }) => !standings.has(change.id)))

  const stopped: (Verdict | undefined)[][] = []
  for (const one of offered) stopped.push(await takeFrame(store, taking, one))
  await feedWaiting(store, taking)

  const kept = offered.map(({ opened }) => ({ opened, changes: keptOf(taking, opened) })).filter(({ changes }) => changes.length > 0)
  if (kept.length > 0) await store.keep(kept)
  if (taking.restood.size > 0) await store.restand(taking.restood)
  await taking.fold.save()
  if (taking.last > last) await store.setLast(taking.last)
  const waits = new Map(taking.fresh.map(({ item, waitsFor }) => [item.change.id, waitsFor]))
  return offered.map(({ opened }, n) =>
    opened.changes.map(({ change }, i) => stopped[n]?.[i] ?? verdictOf(standings.get(change.id), waits.get(change.id) ?? change.deps))
  )
}

/** Verdicts only for changes that cannot be kept. */
async function takeFrame(store: DistrictStore, taking: Taking, { opened, isFromMaker }: Offered): Promise<(Verdict | undefined)[]> {
  const stopped: (Verdict | undefined)[] = []
  for (const [index, item] of opened.changes.entries()) {
    // what its maker has not sent before it, or otherwise, the maker has to say anew; of what others give back each change stands for itself
    const before = isFromMaker ? stopped.at(-1) : undefined
    stopped.push(before ?? (await take(store, taking, { item, opened, index }, isFromMaker)))
  }
  return stopped
}

function keptOf({ fresh, standings }: Taking, opened: OpenedFrame): KeptChange[] {
  const frame = frameId(opened)
  return fresh
    .filter(one => one.opened === opened)
    .map(({ item, index, waitsFor }) => {
      const { state, feed, reason } = standings.get(item.change.id) as Standing
      return { ...item, state, feed, reason, frame, index, waitsFor: state === 'waiting' ? waitsFor : [] }
    })
}

/** Takes one change; a verdict only when it cannot be kept, and with it, if its maker sends it, the rest of the frame. */
async function take(
  store: DistrictStore,
  taking: Taking,
  one: Omit<Fresh, 'waitsFor'>,
  isFromMaker: boolean
): Promise<Verdict | undefined> {
  const { item } = one
  const { change, hash } = item
  const known = taking.standings.get(change.id)
  if (known) return known.hash === hash ? undefined : { kind: 'forked' }
  const broken = isFromMaker ? await chainFault(store, taking, item) : undefined
  if (broken) return broken
  const waitsFor = unmet(taking, change.deps)
  taking.fresh.push({ ...one, waitsFor })
  if (waitsFor.length > 0) taking.standings.set(change.id, { hash, state: 'waiting', feed: null, reason: null })
  else judge(taking, item)
  return undefined
}

/** SPEC S2: a change is kept only behind the one before it. From another desk it may come without: what was refused has never left its maker's, and a copy may have written another. */
async function chainFault(store: DistrictStore, taking: Taking, { change }: OpenedChange): Promise<Verdict | undefined> {
  const { device, epoch, seq, prev } = change
  if (seq > 1) {
    const before = taking.standings.get(changeId(device, epoch, seq - 1))
    if (before) return before.hash === prev ? undefined : { kind: 'forked' }
    const seqs = taking.fresh.flatMap(({ item }) => (item.change.device === device && item.change.epoch === epoch ? item.change.seq : []))
    return { kind: 'gap', expected: Math.max(await store.lastSeq(device, epoch), ...seqs) + 1 }
  }
  const isFresh = taking.fresh.some(({ item }) => item.hash === prev && item.change.device === device)
  if (prev === FIRST_PREV || isFresh || (await store.changeWithHash(device, prev))) return undefined
  return { kind: 'gap', expected: 0 }
}

/** Feeds a change whose wants are met, or refuses it. */
function judge(taking: Taking, { change, hash }: OpenedChange): void {
  const { standings } = taking
  const replaced = change.replaces === undefined ? undefined : standings.get(change.replaces)
  const isReplaceable = replaced?.state === 'refused' || replaced?.state === 'waiting'
  const mayReplace = change.replaces === undefined || (isReplaceable && change.replaces.startsWith(`${change.device}.`))
  const reason = mayReplace ? taking.fold.apply(change) : 'not-replaceable'
  if (reason) {
    standings.set(change.id, { hash, state: 'refused', feed: null, reason })
    return
  }
  standings.set(change.id, { hash, state: 'fed', feed: ++taking.last, reason: null })
  taking.met.push(change.id)
  if (!replaced) return
  const standing = { state: 'replaced', feed: null, reason: null } as const
  standings.set(stampName(change), { ...replaced, ...standing })
  taking.restood.set(stampName(change), standing)
  taking.met.push(stampName(change))
}

/** Gives their numbers to changes that waited for what has just been fed, until none is left that could have one. SPEC S4. */
async function feedWaiting(store: DistrictStore, taking: Taking): Promise<void> {
  while (taking.met.length > 0) {
    for (const waiting of await candidates(store, taking, taking.met.splice(0))) {
      const { id } = waiting.change
      // another one of these may have taken its place by now
      if (taking.standings.get(id)?.state !== 'waiting' || unmet(taking, waiting.waitsFor).length > 0) continue
      judge(taking, waiting)
      const { state, feed, reason } = taking.standings.get(id) as Standing
      if (!taking.fresh.some(fresh => fresh.item.change.id === id)) taking.restood.set(id, { state, feed, reason })
    }
  }
}

async function candidates(store: DistrictStore, taking: Taking, news: string[]): Promise<Waiting[]> {
  const fromStore = taking.fresh.length > 0 ? await store.waitingFor(news) : []
  const isWaiting = ({ change }: OpenedChange) => taking.standings.get(change.id)?.state === 'waiting'
  const unknown = fromStore.flatMap(({ change, hash, waitsFor }) => {
    if (!taking.standings.has(change.id)) taking.standings.set(change.id, { hash, state: 'waiting', feed: null, reason: null })
    return [...waitsFor, ...(change.replaces ? [change.replaces] : [])].filter(id => !taking.standings.has(id))
  })
  if (unknown.length > 0) for (const [id, standing] of await store.standings(unknown)) taking.standings.set(id, standing)
  await taking.fold.load(fromStore.filter(isWaiting))
  return [...fromStore, ...taking.fresh.map(({ item, waitsFor }) => ({ ...item, waitsFor }))].filter(isWaiting)
}

const isMet = (state: Standing['state'] | undefined): boolean => state === 'fed' || state === 'replaced'
const unmet = (taking: Taking, ids: readonly string[]): string[] => ids.filter(id => !isMet(taking.standings.get(id)?.state))

function idsNamedBy(changes: readonly OpenedChange[]): string[] {
  const ids = new Set<string>()
  for (const { change } of changes) {
    ids.add(change.id)
    if (change.seq > 1) ids.add(changeId(change.device, change.epoch, change.seq - 1))
    if (change.replaces !== undefined) ids.add(change.replaces)
    for (const dep of change.deps) ids.add(dep)
  }
  return [...ids]
}

function verdictOf(standing: Standing | undefined, waitsFor: string[]): Verdict {
  if (standing?.state === 'fed' && standing.feed !== null) return { kind: 'fed', feed: standing.feed }
  if (standing?.state === 'refused' && standing.reason) return { kind: 'refused', reason: standing.reason }
  return standing?.state === 'replaced' ? { kind: 'replaced' } : { kind: 'waiting', for: waitsFor }
}
