import type { Op } from '#shared/changes/op'
import type { EntityCodec } from './entity-codec'
import { FrameError } from './frame-error'
import { type Layout, numberColumn } from './layout'
import type { Json, JsonObject } from './memory'
import { must } from './plain-fields'
import { isObject } from './sameness'
import { isPlainText, type Tape } from './tape'

export const OP_TYPES = [
  'create',
  'append',
  'patch',
  'transition',
  'merge',
  'unmerge',
  'tombstone',
  'resolve'
] as const satisfies Op['type'][]
export type OpType = (typeof OP_TYPES)[number]

/** The keys of an op after `type`, `entity` and `id`, in their order. */
const KEYS: Record<OpType, readonly string[]> = {
  create: ['fields'],
  append: ['fields'],
  patch: ['fields', 'base'],
  transition: ['from', 'to', 'fields', 'base'],
  merge: ['into', 'base'],
  unmerge: ['base'],
  tombstone: ['base'],
  resolve: ['clash', 'fields', 'base']
}
export const hasFields = (type: OpType): boolean => KEYS[type].includes('fields')
export const hasBase = (type: OpType): boolean => KEYS[type].includes('base')

/** All of an op but its values: forms come back again and again, so each is told once a frame. Keys by their place in the schema. */
export type Form = {
  type: OpType
  entity: number
  fields: readonly number[]
  /** Which of `fields` hold what their schema does not know. */
  isOdd: readonly boolean[]
  base: readonly number[]
  from: number
  to: number
  /** How many fields the entity has. */
  size: number
}

/** The place of `*` among the keys of a base; those of fields follow. */
export const STAR = 0
const MOST_KEYS = 64

/** The form of an op, or undefined for one that must travel as JSON. */
export function formOf(op: Json, codecs: readonly EntityCodec[], entityPlaces: ReadonlyMap<string, number>): Form | undefined {
  if (!isObject(op) || typeof op.entity !== 'string') return undefined
  const type = op.type as OpType
  const entity = entityPlaces.get(op.entity)
  const codec = entity === undefined ? undefined : codecs[entity]
  if (entity === undefined || !codec || !Object.hasOwn(KEYS, type) || !hasKeys(op, KEYS[type]) || op.id === null || !codec.id.fits(op.id))
    return undefined
  const fields = hasFields(type) ? placesOf(op.fields, codec.places, 0) : []
  const base = hasBase(type) ? placesOf(op.base, codec.places, 1) : []
  if (!fields || !base || !restFits(op, codec)) return undefined
  const [from, to] = type === 'transition' ? [codec.statuses.indexOf(String(op.from)), codec.statuses.indexOf(String(op.to))] : [0, 0]
  if (from < 0 || to < 0) return undefined
  const values = op.fields as JsonObject
  const isOdd = fields.map(place => !codec.fields[place]?.fits(values[codec.order[place] ?? '']))
  return { type, entity, fields, isOdd, base, from, to, size: codec.order.length }
}

/** Whether what stands beside the fields is of the form that each op has. */
function restFits({ type, into, clash, from, to, base }: JsonObject, codec: EntityCodec): boolean {
  if (type === 'merge' && (into === null || !codec.id.fits(into))) return false
  if (type === 'resolve' && !isName(clash)) return false
  if (type === 'transition' && (!isName(from) || !isName(to))) return false
  return !isObject(base) || Object.values(base).every(isName)
}
const isName = (value: Json | undefined): boolean => typeof value === 'string' && isPlainText(value)

function hasKeys(op: JsonObject, keys: readonly string[]): boolean {
  const found = Object.keys(op)
  return (
    found.length === keys.length + 3 &&
    found[0] === 'type' &&
    found[1] === 'entity' &&
    found[2] === 'id' &&
    keys.every((key, index) => key === found[index + 3])
  )
}

function placesOf(value: Json | undefined, places: ReadonlyMap<string, number>, shift: 0 | 1): number[] | undefined {
  if (!isObject(value)) return undefined
  const found: number[] = []
  for (const key of Object.keys(value)) {
    const place = shift === 1 && key === '*' ? STAR - shift : places.get(key)
    if (place === undefined) return undefined
    found.push(place + shift)
  }
  return found.length > MOST_KEYS ? undefined : found
}

/** What tells a form from others. */
export const keyOf = (form: Form): string => (isWhole(form) ? `${form.type} ${form.entity}` : longKeyOf(form))

/** Such forms come first in any list of forms, and come up most. */
const isWhole = ({ type, isOdd, fields, size }: Form): boolean =>
  (type === 'create' || type === 'append') && fields.length === size && !isOdd.includes(true) && fields.every((place, n) => place === n)

const longKeyOf = ({ type, entity, fields, isOdd, base, from, to }: Form): string =>
  `${type} ${entity} ${from} ${to} ${fields.map((place, index) => (isOdd[index] ? -1 - place : place)).join()} ${base.join()}`

/** The form that making an entity mostly has: all fields, all as the schema says. */
export function wholeForms(codecs: readonly EntityCodec[]): Form[] {
  return codecs.flatMap((codec, entity) =>
    (['create', 'append'] as const).map(type => ({
      type,
      entity,
      fields: codec.order.map((_, index) => index),
      isOdd: codec.order.map(() => false),
      base: [],
      from: 0,
      to: 0,
      size: codec.order.length
    }))
  )
}

const SAME_AS_FIELDS = 0
const STATUS_AND_FIELDS = 1
const LISTED = 2

/** Tells a new form. */
export function formCoder(layout: Layout, codecs: readonly EntityCodec[]): (tape: Tape, form: Form | undefined) => Form {
  const column = numberColumn(layout, 'form')
  return (tape, form) => {
    const type = must(OP_TYPES[tape.uint(column, OP_TYPES.indexOf(form?.type ?? 'create'))])
    const entity = tape.uint(column, form?.entity ?? 0)
    const codec = must(codecs[entity])
    const [from, to] = type === 'transition' ? [tape.uint(column, form?.from ?? 0), tape.uint(column, form?.to ?? 0)] : [0, 0]
    const marked = hasFields(type)
      ? list(
          tape,
          column,
          form?.fields.map((place, n) => 2 * place + (form.isOdd[n] ? 1 : 0))
        )
      : []
    const fields = marked.map(mark => Math.floor(mark / 2))
    const base = hasBase(type) ? baseOf(tape, column, fields, form?.base, codec) : []
    if (new Set(fields).size < fields.length || fields.some(place => place >= codec.order.length)) throw new FrameError('damaged')
    if (new Set(base).size < base.length || base.some(place => place > codec.order.length)) throw new FrameError('damaged')
    return { type, entity, fields, isOdd: marked.map(mark => mark % 2 === 1), base, from, to, size: codec.order.length }
  }
}

function baseOf(tape: Tape, column: number, fields: readonly number[], base: readonly number[] | undefined, codec: EntityCodec): number[] {
  const asFields = fields.map(place => place + 1)
  const withStatus = [(codec.places.get('status') ?? -1) + 1, ...asFields.filter(place => place !== (codec.places.get('status') ?? -1) + 1)]
  const way = tape.uint(column, isEqual(base, asFields) ? SAME_AS_FIELDS : isEqual(base, withStatus) ? STATUS_AND_FIELDS : LISTED)
  return way === SAME_AS_FIELDS ? asFields : way === STATUS_AND_FIELDS ? withStatus : list(tape, column, base)
}

const isEqual = (a: readonly number[] | undefined, b: readonly number[]): boolean => a?.length === b.length && b.every((n, i) => n === a[i])

function list(tape: Tape, column: number, values: readonly number[] | undefined): number[] {
  const count = tape.uint(column, values?.length ?? 0)
  if (count > MOST_KEYS) throw new FrameError('damaged')
  return Array.from({ length: count }, (_, index) => tape.uint(column, values?.[index] ?? 0))
}
