import { changeId } from '#shared/changes/change'
import type { Verdict } from './accept'
import { foldAll, putBack } from './desk-feed'
import { moveTo } from './desk-order'
import type { DeskPorts, DeskStore, Place } from './desk-store'
import type { OpenedChange } from './frame'
import type { FromServer } from './protocol'

type Said = { device: string; epoch: number; first: number; verdicts: readonly Verdict[] }
type Parked = Extract<FromServer, { kind: 'parked' }>['changes'][number]

/**
 * Notes what the server said of a frame. `begin-again`: the desk's own past had to be written anew, or is to be sent again from further back.
 * SPEC D2-D4.
 */
export function takeVerdicts(store: DeskStore, { device, epoch, first, verdicts }: Said): 'begin-again' | undefined {
  return store.atomically(() => {
    const isOwn = device === store.me().device
    for (const [i, verdict] of verdicts.entries()) {
      const id = changeId(device, epoch, first + i)
      if (verdict.kind === 'forked') return isOwn ? fork(store, epoch, first + i) : undefined
      if (verdict.kind === 'gap') {
        for (let seq = Math.max(1, verdict.expected); seq < first + i; seq++) {
          const earlier = store.find(changeId(device, epoch, seq))
          if (earlier && earlier.place.state !== 'fed') moveTo(store, earlier, { state: 'new' })
        }
        return 'begin-again'
      }
      const known = store.find(id)
      if (known && !(known.place.state === 'fed' && verdict.kind === 'fed'))
        moveTo(store, known, isOwn ? placeOf(verdict) : { state: 'held' })
    }
    return undefined
  })
}

/** Notes all of the desk's changes that the server keeps without feeding them; takes those that it has lost. SPEC D3, D5. */
export function takeParked(ports: DeskPorts, parked: readonly Parked[]): void {
  const { store } = ports
  store.atomically(() => {
    for (const { id, hash, verdict, frame } of parked) {
      const known = store.find(id)
      if (known?.hash === hash) moveTo(store, known, placeOf(verdict))
      if (known || !frame) continue
      const opened = ports.open(frame)
      const change = opened?.changes.find(item => item.change.id === id && item.hash === hash)
      if (opened && change) takeLost(ports, { frame: opened, change, place: placeOf(verdict) })
    }
  })
}

function takeLost({ store }: DeskPorts, lost: { frame: Parameters<DeskStore['keep']>[0]; change: OpenedChange; place: Place }): void {
  const { change } = lost.change
  if (change.epoch === store.me().epoch) {
    // what this desk has not offered yet may be under the same names: the server has to say so first
    if (store.unsent(1).length > 0) return
    putBack(store)
  }
  store.keep(lost.frame, [{ change: lost.change, place: lost.place }])
  foldAll(store, [lost], [])
}

/** SPEC D4: another computer has written under this desk's name. What only this one holds goes on in an epoch of its own, and it numbers no more letters from the shared book. */
function fork(store: DeskStore, epoch: number, seq: number): 'begin-again' | undefined {
  const known = store.find(changeId(store.me().device, epoch, seq))
  if (known?.place.state !== 'new') return undefined
  // where the pasts part is known only of the oldest change without an answer: those behind it may be strangers for its sake
  if (store.unsent(1)[0]?.change.id !== known.change.id) return 'begin-again'
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
