import { CHANGE_VERSION, type Change, changeId, FIRST_PREV } from '#shared/changes/change'
import { hexBytes, hexOf, runOf, uuidBytes, uuidOf } from './change-place'
import { changeRef } from './change-ref'
import { dependencyCoder } from './dependencies'
import { entityCodecs } from './entity-codec'
import { changeOf, type Envelope } from './envelope'
import { learnHabits } from './expectations'
import type { Pass } from './field'
import { type Form, formCoder, formOf, keyOf, wholeForms } from './form'
import { FrameError } from './frame-error'
import { idFields, learnRun } from './id-field'
import { type Layout, numberColumn, textColumn } from './layout'
import { emptyMemory, type Json, type JsonObject, listOf, type Memory } from './memory'
import { opCoder } from './op-coder'
import { jsonField, must, parsed } from './plain-fields'
import { isObject } from './sameness'
import { isPlainText, type Tape } from './tape'

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

export type ChangeCoder = {
  begin(tape: Tape, hashOf: (text: string) => string, before: Before | undefined): FrameState
  /** Tells one change, as far as `given` has taken it apart, and gives its text back; nothing is given when reading. */
  code(state: FrameState, given: Given | undefined): string
}
export type Given = { body: string; parts: { envelope: Envelope; ops: readonly Json[] } | undefined }

/** What differs from what was expected of a change, one bit each. */
const BITS = { v: 1, desk: 2, seq: 4, prev: 8, boot: 16, replaces: 64 } as const
/** In their place, for a change that is copied: as its text, or that text as JSON. */
const COPIED = 128
const QUOTED = 129

/** Codes of an op that is not told by a known form. */
const NEW_FORM = 0
const AS_JSON = 1
const FIRST_FORM = 2
const WALL_SPAN = 65_536
const NO_DEVICE = '00000000-0000-0000-0000-000000000000'
const NOTHING = new Uint8Array()

export function changeCoder(layout: Layout): ChangeCoder {
  const column = (name: string): number => numberColumn(layout, name)
  const [head, headNumbers, wallHigh, mono, bootColumn] = [
    column('head'),
    column('head numbers'),
    column('wall'),
    column('mono'),
    column('boot')
  ]
  const [shape, shapeParts] = [column('shape'), column('shape parts')]
  const wholeTexts = textColumn(layout, 'whole change')
  const officers = idFields(layout)('officer of change', 'officer')
  const refs = changeRef(layout)
  const codecs = entityCodecs(layout)
  const entityPlaces = new Map<string, number>(codecs.map((codec, index) => [codec.name, index]))
  const codeForm = formCoder(layout, codecs)
  const codeOp = opCoder(layout, codecs)
  const codeDeps = dependencyCoder(layout, codecs, refs)
  const anyOp = jsonField(layout, 'op')

  return {
    begin: (tape, hashOf, before) => {
      const forms = wholeForms(codecs)
      const memory = emptyMemory()
      const state = {
        tape,
        hashOf,
        memory,
        forms,
        formPlaces: new Map(forms.map((form, index) => [keyOf(form), index])),
        shapes: [],
        shapePlaces: new Map(),
        boots: [],
        last: { v: CHANGE_VERSION, device: NO_DEVICE, epoch: 1, seq: 0, prev: FIRST_PREV, wall: 0, boot: NO_DEVICE, mono: 0 }
      }
      return before ? follow(state, before) : state
    },
    code: (state, given) => {
      const { tape } = state
      const copy = isPlainText(given?.body ?? '') ? COPIED : QUOTED
      const bits = tape.uint(head, given && !given.parts ? copy : differences(state.last, given?.parts?.envelope))
      const body = bits >= COPIED ? copied(tape, bits, given?.body ?? '') : textOf(told(state, bits, given?.parts), given)
      state.last = { ...state.last, seq: bits >= COPIED ? state.last.seq + 1 : state.last.seq, prev: state.hashOf(body) }
      return body
    }
  }

  function copied(tape: Tape, way: number, body: string): string {
    const text = tape.text(wholeTexts, way === QUOTED && tape.isWriting ? JSON.stringify(body) : body)
    if (way === COPIED || tape.isWriting) return way === COPIED ? text : body
    const found = parsed(text)
    return typeof found === 'string' ? found : fail()
  }

  function told(state: FrameState, bits: number, given: Given['parts']): JsonObject {
    const envelope = codeHead(state, bits, given?.envelope)
    const { device, epoch, seq, wall, boot, replaces } = envelope
    const id = changeId(device, epoch, seq)
    const run = runOf(boot)
    const place = { wall, seq, run, prefix: `${device}.${epoch}`, ownId: replaces ?? id, nextN: 0 }
    const pass: Pass = { tape: state.tape, memory: state.memory, hashOf: state.hashOf, place }
    learnRun(state.memory, run, place.prefix)
    envelope.officer = officers.code(pass, given?.envelope.officer ?? null, undefined, { row: {} }) as string | null
    const ops = codeOps(state, pass, given?.ops)
    envelope.deps = codeDeps(pass, ops.filter(isObject), given?.envelope.deps ?? [])
    return changeOf(envelope, ops)
  }

  function codeHead(state: FrameState, bits: number, given: Envelope | undefined): Envelope {
    const { tape, last } = state
    const now = given ?? { ...last, deps: [], officer: null, replaces: undefined }
    const v = bits & BITS.v ? tape.uint(headNumbers, now.v) : last.v
    const device = bits & BITS.desk ? codeUuid(tape, now.device) : last.device
    const epoch = bits & BITS.desk ? tape.uint(headNumbers, now.epoch) : last.epoch
    const seq = bits & BITS.seq ? tape.uint(headNumbers, now.seq) : last.seq + 1
    const prev = bits & BITS.prev ? hexOf(tape.noiseBytes(32, tape.isWriting ? hexBytes(now.prev) : NOTHING)) : last.prev
    const boot = bits & BITS.boot ? codeBoot(state, now.boot) : last.boot
    const passed = now.wall - last.wall
    const wall = last.wall + tape.int(wallHigh, Math.floor(passed / WALL_SPAN)) * WALL_SPAN + tape.noise(2, mod(passed, WALL_SPAN))
    const monoBefore = bits & BITS.boot ? 0 : last.mono + (wall - last.wall)
    const coded = { v, device, epoch, seq, prev, wall, boot, mono: monoBefore + tape.int(mono, now.mono - monoBefore) }
    if (wall < 0 || wall > 281_474_976_710_655 || seq > 2 ** 50) throw new FrameError('damaged')
    const replaces = bits & BITS.replaces ? refs(tape, state.memory, `${device}.${epoch}`, seq, now.replaces ?? '') : undefined
    state.last = coded
    return { ...coded, deps: [], officer: null, replaces }
  }

  function codeBoot({ tape, boots }: FrameState, boot: string): string {
    const code = tape.uint(bootColumn, tape.isWriting ? boots.indexOf(boot) + 1 : 0)
    if (code > 0) return must(boots[code - 1])
    const found = codeUuid(tape, boot)
    boots.push(found)
    return found
  }

  function codeOps(state: FrameState, pass: Pass, ops: readonly Json[] | undefined): Json[] {
    const parts = codeShape(state, ops)
    const coded: Json[] = []
    const known: JsonObject[] = []
    parts.forEach((part, index) => {
      const given = ops?.[index] ?? null
      if (part === AS_JSON) {
        coded.push(anyOp.code(pass, given, undefined, { row: {} }))
        return
      }
      const op = codeOp(pass, must(state.forms[part - FIRST_FORM]), isObject(given) ? given : {}, known)
      learnHabits(pass, op, known)
      coded.push(op)
      known.push(op)
    })
    return coded
  }

  /** Which forms the ops of a change have: one number once that run of forms has come up. */
  function codeShape(state: FrameState, ops: readonly Json[] | undefined): readonly number[] {
    const { tape, shapes, shapePlaces } = state
    const forms = ops?.map(op => formOf(op, codecs, entityPlaces))
    const parts = forms?.map(form => (form ? partOf(state, form) : AS_JSON))
    const place = parts && !parts.includes(NEW_FORM) ? shapePlaces.get(parts.join()) : undefined
    const code = tape.uint(shape, place === undefined ? 0 : place + 1)
    if (code > 0) {
      const known = must(shapes[code - 1])
      tape.spend(known.length)
      return known
    }
    const count = tape.uint(shapeParts, ops?.length ?? 0)
    const coded: number[] = []
    for (let n = 0; n < count; n++) {
      const form = forms?.[n]
      const part = tape.uint(shapeParts, form ? partOf(state, form) : tape.isWriting ? AS_JSON : 0)
      coded.push(part === NEW_FORM ? addForm(state, codeForm(tape, form)) : part)
    }
    if (!shapePlaces.has(coded.join())) shapePlaces.set(coded.join(), shapes.push(coded) - 1)
    return coded
  }
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

function partOf({ formPlaces }: FrameState, form: Form): number {
  const place = formPlaces.get(keyOf(form))
  return place === undefined ? NEW_FORM : place + FIRST_FORM
}

function addForm({ forms, formPlaces }: FrameState, form: Form): number {
  const place = forms.push(form) - 1
  formPlaces.set(keyOf(form), place)
  return place + FIRST_FORM
}

/** The text of a change that was told; when writing it is known. */
const textOf = (change: JsonObject, given: Given | undefined): string => given?.body ?? JSON.stringify(change)

function differences(last: FrameState['last'], now: Envelope | undefined): number {
  if (!now) return 0
  return (
    (now.v === last.v ? 0 : BITS.v) |
    (now.device === last.device && now.epoch === last.epoch ? 0 : BITS.desk) |
    (now.seq === last.seq + 1 ? 0 : BITS.seq) |
    (now.prev === last.prev ? 0 : BITS.prev) |
    (now.boot === last.boot ? 0 : BITS.boot) |
    (now.replaces === undefined ? 0 : BITS.replaces)
  )
}

function fail(): never {
  throw new FrameError('damaged')
}

const mod = (value: number, by: number): number => value - Math.floor(value / by) * by

const codeUuid = (tape: Tape, uuid: string): string => uuidOf(tape.noiseBytes(16, tape.isWriting ? uuidBytes(uuid) : NOTHING))
