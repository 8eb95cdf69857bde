import { changeId } from '#shared/changes/change'
import { runOf } from './change-place'
import { changeRef } from './change-ref'
import { dependencyCoder } from './dependencies'
import { entityCodecs } from './entity-codec'
import { changeOf, type Envelope } from './envelope'
import type { Pass } from './field'
import { wholeForms } from './form'
import { FrameError } from './frame-error'
import { type Before, beginFrame, type FrameState } from './frame-state'
import { learnHabits } from './habits'
import { differences, headCoder, MOST_BITS } from './head-coder'
import { idFields, learnRun } from './id-field'
import { type Layout, numberColumn, textColumn } from './layout'
import type { Json, JsonObject } from './memory'
import { opCoder } from './op-coder'
import { jsonField, must, parsed } from './plain-fields'
import { isObject } from './sameness'
import { AS_JSON, FIRST_FORM, shapeCoder } from './shape-coder'
import { isPlainText, type Tape } from './tape'

export type ChangeCoder = {
  begin(tape: Tape, hashOf: FrameState['hashOf'], before: Before | undefined): FrameState
  /** Tells one change, as far as `given` has taken it apart, and gives its text back; nothing is given when reading. */
  code(state: FrameState, given: Given | undefined): string
}
export type Given = { body: string; parts: { envelope: Envelope; ops: readonly Json[] } | undefined }

/** In place of a head, for a change that is copied: as its text, or that text as JSON. */
const COPIED = MOST_BITS
const QUOTED = MOST_BITS + 1

/** Tells changes one after another: by their schemas where those can say all of it, else as their texts. */
export function changeCoder(layout: Layout): ChangeCoder {
  const [head, wholeTexts] = [numberColumn(layout, 'head'), textColumn(layout, 'whole change')]
  const refs = changeRef(layout)
  const codeHead = headCoder(layout, refs)
  const officers = idFields(layout)('officer of change', 'officer')
  const codecs = entityCodecs(layout)
  const codeShape = shapeCoder(layout, codecs)
  const codeOp = opCoder(layout, codecs)
  const codeDeps = dependencyCoder(layout, codecs, refs)
  const anyOp = jsonField(layout, 'op')
  const forms = wholeForms(codecs)

  return {
    begin: (tape, hashOf, before) => beginFrame(tape, hashOf, forms, before),
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
      learnHabits(state.memory, op, known)
      coded.push(op)
      known.push(op)
    })
    return coded
  }
}

/** The text of a change that was told; when writing it is known. */
const textOf = (change: JsonObject, given: Given | undefined): string => given?.body ?? JSON.stringify(change)

function fail(): never {
  throw new FrameError('damaged')
}
