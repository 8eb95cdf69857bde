import { changeId } from '#shared/changes/change'
import type { Verdict } from './accept'
import { feedHeld } from './desk-order'
import type { DeskStore } from './desk-store'

type Said = { device: string; epoch: number; first: number; verdicts: readonly Verdict[] }

/**
 * Notes what the server said of a frame. `begin-again`: the desk's own past had to be written anew, or is to be sent again from further back.
 * SPEC D2-D4.
 */
export function takeVerdicts(store: DeskStore, { device, epoch, first, verdicts }: Said): 'begin-again' | undefined {
  return store.atomically(() => {
    for (const [i, verdict] of verdicts.entries()) {
      const id = changeId(device, epoch, first + i)
      if (verdict.kind === 'forked') return fork(store, device, epoch, first + i)
      if (verdict.kind === 'gap') {
        for (let seq = Math.max(1, verdict.expected); seq < first + i; seq++) {
          const earlier = changeId(device, epoch, seq)
          if (store.find(earlier)) store.setPlace(earlier, { state: 'new' })
        }
        return 'begin-again'
      }
      note(store, id, verdict)
    }
    return undefined
  })
}

/** Notes all of the desk's changes that the server keeps without feeding them. */
export function takeParked(store: DeskStore, parked: readonly { id: string; verdict: Verdict }[]): void {
  store.atomically(() => {
    for (const { id, verdict } of parked) note(store, id, verdict)
  })
}

/** SPEC D4: another computer has written under this desk's name. What only this one holds goes on in an epoch of its own, and it numbers no more letters from the shared book. */
function fork(store: DeskStore, device: string, epoch: number, seq: number): 'begin-again' | undefined {
  const me = store.me()
  if (device !== me.device || epoch !== me.epoch || !store.find(changeId(device, epoch, seq))) return undefined
  store.beginEpoch(seq)
  store.setNumbering('lost')
  return 'begin-again'
}

function note(store: DeskStore, id: string, verdict: Verdict): void {
  const known = store.find(id)
  if (!known) return
  if (verdict.kind === 'fed') feedHeld(store, known.change, verdict.feed)
  else if (verdict.kind === 'waiting') store.setPlace(id, { state: 'waiting', for: verdict.for })
  else if (verdict.kind === 'refused') store.setPlace(id, { state: 'refused', reason: verdict.reason })
  else if (verdict.kind === 'replaced') store.setPlace(id, { state: 'replaced' })
}
