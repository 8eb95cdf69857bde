import type { EntityCodec } from './entity-codec'
import { type Form, formCoder, formOf, keyOf } from './form'
import type { FrameState } from './frame-state'
import { type Layout, numberColumn } from './layout'
import type { Json } from './memory'
import { must } from './plain-fields'

/** Codes of an op that is not told by a known form; the codes of forms follow. */
const NEW_FORM = 0
export const AS_JSON = 1
export const FIRST_FORM = 2

export type ShapeCoder = (state: FrameState, ops: readonly Json[] | undefined) => readonly number[]

/** Tells which form each op of a change has: one number once that run of forms has come up. */
export function shapeCoder(layout: Layout, codecs: readonly EntityCodec[]): ShapeCoder {
  const [shape, shapeParts] = [numberColumn(layout, 'shape'), numberColumn(layout, 'shape parts')]
  const entityPlaces = new Map<string, number>(codecs.map((codec, index) => [codec.name, index]))
  const codeForm = formCoder(layout, codecs)

  return (state, ops) => {
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

function partOf({ formPlaces }: FrameState, form: Form): number {
  const place = formPlaces.get(keyOf(form))
  return place === undefined ? NEW_FORM : place + FIRST_FORM
}

function addForm({ forms, formPlaces }: FrameState, form: Form): number {
  const place = forms.push(form) - 1
  formPlaces.set(keyOf(form), place)
  return place + FIRST_FORM
}
