import type { Op } from './op'
import { mergedIntoBy } from './parents'
import { isEndingOf, mayReopen, policyOf } from './policy'

/**
 * A folded row: its fields, for each field the change that wrote it last (`*` stands for all not named),
 * the values that were set aside until a person decides, and the change that removed it.
 */
export type Row = { fields: Record<string, unknown>; stamps: Record<string, string>; clashes?: Clash[]; gone?: string }

/** Why an op could not do what it says. */
export type ClashKind = 'already-there' | 'not-there' | 'field-moved-on' | 'status-moved-on' | 'gone' | 'fixed' | 'circle'

/** What a change wanted and did not get, kept until a person decides. */
export type Clash = { change: string; kind: ClashKind; fields: Record<string, unknown> }

/** `clash`: what of the op was set aside. The row stands beside it, with all of the op that could be done. */
export type Reduced = { row: Row | undefined; clash?: Clash }

/** Other rows, for the one rule that needs them: nobody becomes part of himself. */
export type Look = (entity: string, id: string) => Row | undefined

/**
 * op + row -> row, with what was set aside. Pure and total, so that folding the same changes in the same order gives the same rows on every machine.
 * Which of two values holds is the policy table's word; no clock is asked. SPEC C1-C12.
 */
export function reduce(op: Op, change: string, row: Row | undefined, look: Look): Reduced {
  if (op.type === 'create' || op.type === 'append') {
    if (row) return { row, clash: { change, kind: 'already-there', fields: {} } }
    return { row: { fields: op.fields, stamps: { '*': change } } }
  }
  if (!row) return { row, clash: { change, kind: 'not-there', fields: wishOf(op) } }
  if (op.type === 'resolve') return resolved(op, change, row, look)
  if (row.gone !== undefined) return op.type === 'tombstone' ? { row } : setAside(row, op, { change, kind: 'gone', fields: wishOf(op) })
  if (isCircle(op, look)) return withoutCircle(op, change, row)
  switch (op.type) {
    case 'patch':
      return patched(op, op.fields, change, row)
    case 'transition':
      return moved(op, change, row)
    case 'merge':
      return patched(op, { mergedInto: op.into }, change, row)
    case 'unmerge':
      return patched(op, { mergedInto: null }, change, row)
    case 'tombstone':
      if (hasMovedOn(op.base, row)) return setAside(row, op, { change, kind: 'field-moved-on', fields: {} })
      return { row: { ...row, gone: change } }
  }
}

/** The change that wrote a field last. */
export const stampOf = (row: Row, field: string): string => (Object.hasOwn(row.stamps, field) ? row.stamps[field] : row.stamps['*']) ?? ''

/** What a row has been written by, for an op that speaks about all of it. */
export const allStamps = (row: Row): Record<string, string> => ({ ...row.stamps })

/** The id under which an entity is shown: its own, or that of the entity it was merged into. */
export function canonicalId(entity: string, id: string, look: Look): string {
  return mergeLine(entity, id, look).at(-1) ?? id
}

/** An entity, what it was merged into, what that was merged into, and so on. */
function mergeLine(entity: string, id: string, look: Look): string[] {
  const line = [id]
  for (;;) {
    const into = look(entity, line.at(-1) as string)?.fields.mergedInto
    if (typeof into !== 'string' || line.includes(into)) return line
    line.push(into)
  }
}

/** Writes field by field, each by its own policy; what may not be written is set aside together. */
function patched(op: Op & { base: Record<string, string> }, wished: Record<string, unknown>, change: string, row: Row): Reduced {
  const fields: Record<string, unknown> = {}
  const aside: Record<string, unknown> = {}
  let kind: ClashKind = 'field-moved-on'
  for (const [field, value] of Object.entries(wished)) {
    const seen = Object.hasOwn(op.base, field) ? op.base[field] : undefined
    const isConcurrent = seen !== undefined && seen !== stampOf(row, field)
    const rule = policyOf(op.entity, field)
    const current = row.fields[field] ?? null
    if (isSame(current, value)) fields[field] = value
    else if (rule === 'fixed') {
      aside[field] = value
      kind = 'fixed'
    } else if (rule === 'greatest') fields[field] = Math.max(Number(current), Number(value))
    else if (!isConcurrent || rule === 'later') fields[field] = value
    else if (rule === 'union') fields[field] = union(current, value)
    else aside[field] = value
  }
  const next = written(row, fields, change)
  return Object.keys(aside).length > 0 ? setAside(next, op, { change, kind, fields: aside }) : { row: next }
}

/** Nobody becomes part of himself: all else that the op says is done. SPEC C11. */
function withoutCircle(op: Op, change: string, row: Row): Reduced {
  const circle: Clash = { change, kind: 'circle', fields: {} }
  if (!('fields' in op && 'base' in op)) return setAside(row, op, circle)
  const { mergedInto: _, ...fields } = op.fields
  const { row: next = row, clash } = op.type === 'transition' ? moved({ ...op, fields }, change, row) : patched(op, fields, change, row)
  return clash ? { row: next, clash } : setAside(next, op, circle)
}

function isCircle(op: Op, look: Look): boolean {
  const into = mergedIntoBy(op)
  return into !== undefined && mergeLine(op.entity, into, look).includes(op.id)
}

/** A step that somebody else took meanwhile is taken once; an ending is left by nobody who has not seen it. */
function moved(op: Extract<Op, { type: 'transition' }>, change: string, row: Row): Reduced {
  const { status } = row.fields
  const isKnown = status === op.from && op.base.status === stampOf(row, 'status')
  const wished = { ...op.fields, status: op.to }
  if (isKnown && (!isEndingOf(op.entity, status) || mayReopen(op.entity)))
    return patched({ ...op, base: { ...op.base, status: stampOf(row, 'status') } }, wished, change, row)
  if (status === op.to) return patched(op, wished, change, row)
  if (policyOf(op.entity, 'status') === 'human') return setAside(row, op, { change, kind: 'status-moved-on', fields: wished })
  if (isEndingOf(op.entity, status)) return { row }
  return patched(op, wished, change, row)
}

function resolved(op: Extract<Op, { type: 'resolve' }>, change: string, row: Row, look: Look): Reduced {
  const { clashes = [], ...rest } = row
  const open = clashes.filter(clash => clash.change !== op.clash)
  const next: Row = open.length > 0 ? { ...rest, clashes: open } : rest
  if (row.gone !== undefined || Object.keys(op.fields).length === 0) return { row: next }
  return isCircle(op, look) ? withoutCircle(op, change, next) : patched(op, op.fields, change, next)
}

/** Keeps what was not done. A desk that goes on from a value of its own that was set aside does not raise a second card, but renews the first. */
function setAside(row: Row, op: Op, clash: Clash): Reduced {
  const bases = new Set('base' in op ? Object.values(op.base) : [])
  const before = (row.clashes ?? []).filter(known => bases.has(known.change))
  const others = (row.clashes ?? []).filter(known => !bases.has(known.change))
  const fields = Object.assign({}, ...before.map(known => known.fields), clash.fields)
  const renewed = { ...clash, fields }
  return { row: { ...row, clashes: [...others, renewed] }, clash: renewed }
}

/** What an op wanted of the fields. */
function wishOf(op: Op): Record<string, unknown> {
  if (op.type === 'transition') return { ...op.fields, status: op.to }
  if (op.type === 'merge') return { mergedInto: op.into }
  return 'fields' in op ? op.fields : {}
}

const hasMovedOn = (base: Record<string, string>, row: Row): boolean =>
  Object.keys({ ...base, ...row.stamps }).some(field => (base[field] ?? base['*']) !== stampOf(row, field))

function written(row: Row, fields: Record<string, unknown>, change: string): Row {
  const stamps = { ...row.stamps }
  for (const field of Object.keys(fields)) stamps[field] = change
  return { ...row, fields: { ...row.fields, ...fields }, stamps }
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

function union(a: unknown, b: unknown): unknown {
  if (!Array.isArray(a) || !Array.isArray(b)) return b
  const texts = new Map([...a, ...b].map(item => [JSON.stringify(item), item]))
  return [...texts.keys()].sort().map(text => texts.get(text))
}
