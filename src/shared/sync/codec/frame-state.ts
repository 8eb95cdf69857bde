import { CHANGE_VERSION, type Change, FIRST_PREV } from '#shared/changes/change'
import { runOf } from './change-place'
import type { Envelope } from './envelope'
import { type Form, keyOf } from './form'
import { learnRun } from './id-field'
import { emptyMemory, listOf, type Memory } from './memory'
import type { Tape } from './tape'

/** What both sides have of the change that a frame follows: they need not be told what follows from it. The more the better, but both the same. */
export type Before = {
  device: string
  epoch: number
  seq: number
  hash?: string | undefined
  at?: Change['at'] | undefined
  officer?: string | null | undefined
}

/** What goes on from change to change. */
export type FrameState = {
  readonly tape: Tape
  readonly memory: Memory
  readonly hashOf: (text: string) => string
  readonly forms: Form[]
  readonly formPlaces: Map<string, number>
  /** Runs of forms: what a change of a kind is made of. */
  readonly shapes: number[][]
  readonly shapePlaces: Map<string, number>
  readonly boots: string[]
  last: Omit<Envelope, 'deps' | 'officer' | 'replaces'>
}

const NO_DEVICE = '00000000-0000-0000-0000-000000000000'

/** The beginning of a frame; `forms` are those that need not be told. */
export function beginFrame(tape: Tape, hashOf: FrameState['hashOf'], forms: readonly Form[], before: Before | undefined): FrameState {
  const state: FrameState = {
    tape,
    hashOf,
    memory: emptyMemory(),
    forms: [...forms],
    formPlaces: new Map(forms.map((form, index) => [keyOf(form), index])),
    shapes: [],
    shapePlaces: new Map(),
    boots: [],
    last: { v: CHANGE_VERSION, device: NO_DEVICE, epoch: 1, seq: 0, prev: FIRST_PREV, wall: 0, boot: NO_DEVICE, mono: 0 }
  }
  return before ? follow(state, before) : state
}

/** A frame that goes on from a change: its desk, run and officer most likely stay. */
function follow(state: FrameState, { device, epoch, seq, hash = FIRST_PREV, at, officer }: Before): FrameState {
  if (at) {
    state.boots.push(at.boot)
    learnRun(state.memory, runOf(at.boot), `${device}.${epoch}`)
  }
  if (officer) listOf(state.memory.ids, 'officer').push(officer)
  return { ...state, last: { ...state.last, device, epoch, seq, prev: hash, ...at } }
}
