import { changeId } from '#shared/changes/change'
import { touchedBy } from '#shared/changes/parents'
import type { Verdict } from './accept'
import { foldAll, putBack } from './desk-feed'
import { moveTo } from './desk-order'
import type { DeskPorts, DeskStore, Place } from './desk-store'
import type { FromServer } from './protocol'

type Said = { device: string; epoch: number; first: number; verdicts: readonly Verdict[] }
type Parked = Extract<FromServer, { kind: 'parked' }>['changes'][number]

/**
 * Notes what the server said of a frame. `begin-again`: the desk's own past had to be written anew, or is to be sent again from further back.
 * `hashes`: of what was in the frame, where that is known: an answer says nothing of another change by the same name. SPEC D2-D4.
 */
export function takeVerdicts(
  store: DeskStore,
  { device, epoch, first, verdicts }: Said,
  hashes?: readonly string[]
): 'begin-again' | undefined {
  return store.atomically(() => {
    const isOwn = device === store.me().device
    const here = new Map(store.findRun({ device, epoch, first, count: verdicts.length }).map(known => [known.id, known]))
    for (const [i, verdict] of verdicts.entries()) {
      const known = here.get(changeId(device, epoch, first + i))
      const isMeant = hashes === undefined || known?.hash === hashes[i]
      if (verdict.kind === 'forked' && !(isOwn && isMeant)) continue
      if (verdict.kind === 'forked') return fork(store, epoch, first + i, hashes !== undefined && known?.place.state === 'new')
      if (verdict.kind === 'gap') {
        if (isOwn && verdict.expected === 0) store.offerBefore(epoch)
        for (let seq = Math.max(1, verdict.expected); seq < first + i; seq++) {
          const earlier = store.find(changeId(device, epoch, seq))
          if (earlier && earlier.place.state !== 'fed') moveTo(store, earlier, { state: 'new' })
        }
        return 'begin-again'
      }
      if (known && isMeant && !(known.place.state === 'fed' && verdict.kind === 'fed'))
        moveTo(store, known, isOwn ? placeOf(verdict) : { state: verdict.kind === 'fed' ? 'held' : 'away' })
    }
    return undefined
  })
}

/** Notes what the server holds of this desk's epoch and has not answered: it is not offered again. The hash of the last vouches for all. SPEC P3. */
export function takeHeld(store: DeskStore, { seq: last, hash }: { seq: number; hash: string }): void {
  store.atomically(() => {
    const { device, epoch, shared } = store.me()
    if (store.find(changeId(device, epoch, last))?.hash !== hash) return
    for (let seq = shared + 1; seq <= last; seq++) {
      const known = store.find(changeId(device, epoch, seq))
      if (known?.place.state === 'new') moveTo(store, known, { state: 'held' })
    }
  })
}

/**
 * Notes all of the desk's changes that the server keeps without feeding them; takes those that it has lost. SPEC D3, D5.
 * `ask-first`: some are not taken yet, as what the desk has to offer may go by the same names.
 */
export function takeParked(ports: DeskPorts, parked: readonly Parked[]): 'ask-first' | undefined {
  return ports.store.atomically(() => {
    const outcomes = parked.map(said => takeOneParked(ports, said))
    return outcomes.find(outcome => outcome !== undefined)
  })
}

function takeOneParked({ store, open }: DeskPorts, { id, hash, verdict, frame }: Parked): 'ask-first' | undefined {
  const known = store.find(id)
  if (known?.hash === hash) moveTo(store, known, placeOf(verdict))
  // the server went back unnoticed and heard another copy first: what it had of this name it has no more
  else if (known && isParked(known.place)) moveTo(store, known, { state: 'new' })
  if (known?.hash === hash || !frame) return undefined
  const opened = open(frame)
  const change = opened?.changes.find(item => item.change.id === id && item.hash === hash)
  if (!opened || !change) return undefined
  if (known || change.change.epoch === store.me().epoch) {
    if (store.unsent(1).length > 0) return 'ask-first'
    if (!known) putBack(store)
  }
  store.keep(opened, [{ change, place: placeOf(verdict) }])
  // what was put in its place may have come back before it, from the journal
  const isOut = store.find(id)?.isOut === true
  foldAll(store, [{ change }], known || isOut ? [...touchedBy(known?.change ?? change.change), ...touchedBy(change.change)] : [])
  return undefined
}

const isParked = ({ state }: Place): boolean => state === 'waiting' || state === 'refused'

/** SPEC D4: another computer has written under this desk's name. What only this one holds goes on in an epoch of its own, and it numbers no more letters from the shared book. */
function fork(store: DeskStore, epoch: number, seq: number, isHereAlone: boolean): 'begin-again' | undefined {
  const [oldest] = store.unsent(1)
  const ahead = oldest ? oldest.change.epoch - epoch || oldest.change.seq - seq : 1
  // where the pasts part is known only of the oldest change without an answer: those behind it may be strangers for its sake
  if (ahead < 0) return 'begin-again'
  // of what this desk had lost and was given back only that is written anew which nobody may have any more under its name
  if (ahead > 0 && !isHereAlone) return undefined
  store.beginEpoch({ epoch, seq })
  store.setNumbering('lost')
  return 'begin-again'
}

/** A feed number is learnt from the feed alone. */
function placeOf(verdict: Verdict): Place {
  if (verdict.kind === 'waiting') return { state: 'waiting', for: verdict.for }
  if (verdict.kind === 'refused') return { state: 'refused', reason: verdict.reason }
  return { state: verdict.kind === 'replaced' ? 'replaced' : 'held' }
}
