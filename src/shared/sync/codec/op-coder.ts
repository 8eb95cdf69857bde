import { changeRef } from './change-ref'
import type { EntityCodec } from './entity-codec'
import type { Pass, Scope } from './field'
import { type Form, hasBase, hasFields, STAR } from './form'
import { type Layout, numberColumn } from './layout'
import { type Json, type JsonObject, learnRow } from './memory'
import { must } from './plain-fields'
import { isObject, isSame, sizeOf } from './sameness'
import { learnStamp, likelyStamp } from './stamps'

/** What has been coded of a change, for what later ops of it can be expected to say. */
export type OpsSoFar = JsonObject[]

/** Tells the values of an op whose form is known. */
export function opCoder(layout: Layout, codecs: readonly EntityCodec[]) {
  const refs = changeRef(layout)
  const [known, each] = [numberColumn(layout, 'base as expected'), numberColumn(layout, 'base')]

  return (pass: Pass, form: Form, op: JsonObject, before: OpsSoFar): JsonObject => {
    const codec = must(codecs[form.entity])
    const { type } = form
    const id = must((codec.id.code(pass, op.id ?? null, undefined, NOWHERE) as string | null) ?? undefined)
    const coded: JsonObject = { type, entity: codec.name, id }
    if (type === 'transition') Object.assign(coded, { from: must(codec.statuses[form.from]), to: must(codec.statuses[form.to]) })
    if (type === 'merge') coded.into = codec.id.code(pass, op.into ?? null, undefined, NOWHERE)
    if (type === 'resolve') coded.clash = ref(pass, op.clash)
    if (hasFields(type)) coded.fields = codeFields(pass, codec, form, isObject(op.fields) ? op.fields : {}, coded, before)
    if (hasBase(type)) coded.base = codeBase(pass, codec, form, id, isObject(op.base) ? op.base : {})
    learn(pass, codec, form, coded)
    return coded
  }

  function ref({ tape, memory, place }: Pass, value: Json | undefined): string {
    return refs(tape, memory, place.prefix, place.seq, String(value ?? ''))
  }

  function codeBase(pass: Pass, codec: EntityCodec, form: Form, id: string, base: JsonObject): JsonObject {
    const { tape } = pass
    const keys = form.base.map(place => (place === STAR ? '*' : must(codec.order[place - 1])))
    const isAll = tape.isWriting && keys.every(key => base[key] === likelyStamp(pass, id, key))
    const isExpected = tape.uint(known, isAll ? 0 : 1) === 0
    const coded: JsonObject = {}
    for (const key of keys) {
      const likely = likelyStamp(pass, id, key)
      const isLikely = isExpected || tape.uint(each, tape.isWriting && base[key] === likely ? 0 : 1) === 0
      const stamp = isLikely ? must(likely) : ref(pass, base[key])
      tape.spend(stamp.length + key.length)
      coded[key] = stamp
      // what one field was last written by, the others of an unknown entity most likely were too
      if (!isLikely && !pass.memory.stamps.get(id)?.has('*')) learnStamp(pass, id, '*', stamp)
    }
    return coded
  }
}

const NOWHERE: Scope = { row: {} }

function codeFields(pass: Pass, codec: EntityCodec, form: Form, given: JsonObject, op: JsonObject, before: OpsSoFar): JsonObject {
  const coded: JsonObject = {}
  const at = { row: coded, op, before }
  const code = (place: number, index: number): void => {
    const key = must(codec.order[place])
    coded[key] = codeField(pass, codec, place, form.isOdd[index] ?? false, given[key] ?? null, at)
  }
  if (!codec.hasLate) {
    form.fields.forEach(code)
    return coded
  }
  // the keys stand in their own order, whatever order they are coded in
  for (const place of form.fields) coded[must(codec.order[place])] = null
  for (const isLate of [false, true])
    form.fields.forEach((place, index) => {
      if (codec.isLate[place] === isLate) code(place, index)
    })
  return coded
}

type At = { row: JsonObject; op: JsonObject; before: OpsSoFar }

function codeField(pass: Pass, codec: EntityCodec, place: number, isOdd: boolean, value: Json, at: At): Json {
  const { tape } = pass
  if (isOdd) return codec.odd.code(pass, value, undefined, at)
  const field = must(codec.fields[place])
  const rule = codec.rules[place]
  if (!rule) return field.code(pass, value, undefined, at)
  const expected = rule(pass, at)
  // an object says itself which part of it is as expected
  if (isObject(expected)) return field.code(pass, value, expected, at)
  const isExpected = tape.uint(must(codec.hints[place]), tape.isWriting && isSame(value, expected) ? 0 : 1) === 0
  if (!isExpected) return field.code(pass, value, undefined, at)
  const found = must(expected)
  if (!tape.isWriting) tape.spend(sizeOf(found))
  return found
}

function learn(pass: Pass, codec: EntityCodec, { type }: Form, op: JsonObject): void {
  const { memory, place } = pass
  const id = String(op.id)
  const isNew = type === 'create' || type === 'append'
  const given = isObject(op.fields) ? op.fields : {}
  const fields =
    type === 'transition' ? { ...given, status: op.to ?? null } : type === 'merge' ? { ...given, mergedInto: op.into ?? null } : given
  learnRow(memory, codec.name, id, fields, isNew)
  if (isNew) {
    memory.makers.set(id, place.ownId)
    memory.stamps.set(id, new Map([['*', place.ownId]]))
  } else for (const field of Object.keys(fields)) learnStamp(pass, id, field, place.ownId)
}
