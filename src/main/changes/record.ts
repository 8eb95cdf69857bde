import { createHash } from 'node:crypto'
import { type EntityName, type EntityRow, entities } from '#shared/changes/entities'
import { knownOp, type Op } from '#shared/changes/op'
import type { Clash } from '#shared/changes/reduce'
import { stampOf } from '#shared/changes/reduce'
import type { Writer } from '../database/tables'
import { project } from './project'
import { readRow, statement } from './rows'

type Fields<E extends EntityName> = Partial<Omit<EntityRow<E>, 'id'>>
type Json = Extract<Op, { type: 'create' }>['fields']

/** An op that does not fit the rows it meets. At the desk that makes it this is a bug; nothing of the transaction is kept. */
export class ConflictError extends Error {
  readonly clash: Clash

  constructor(op: Pick<Op, 'entity' | 'type'>, clash: Clash) {
    super(`${op.type} of ${op.entity}: ${clash.kind}`)
    this.clash = clash
  }
}

/** Makes a new entity. With `record`'s other verbs this is the only door through which a replicated row is written. */
export function create<E extends EntityName>(trx: Writer, entity: E, row: EntityRow<E>): EntityRow<E> {
  const { id, ...fields } = entities[entity].parse(row) as { id: string }
  add(trx, { type: 'create', entity, id, fields: said(fields) })
  return whole(entity, row)
}

/** Adds a line to a history; such an entity is never changed afterwards. */
export function append<E extends EntityName>(trx: Writer, entity: E, row: EntityRow<E>): EntityRow<E> {
  const { id, ...fields } = entities[entity].parse(row) as { id: string }
  add(trx, { type: 'append', entity, id, fields: said(fields) })
  return whole(entity, row)
}

/** Changes some fields of an entity; fields that stay as they are leave no trace. */
export function patch<E extends EntityName>(trx: Writer, entity: E, id: string, fields: Fields<E>): EntityRow<E> {
  const row = mustRead(trx, entity, id)
  const changed = Object.entries(said(fields)).filter(([field, value]) => JSON.stringify(row.fields[field]) !== JSON.stringify(value))
  const next = whole(entity, { ...row.fields, ...Object.fromEntries(changed), id })
  if (changed.length > 0) {
    const base = Object.fromEntries(changed.map(([field]) => [field, stampOf(row, field)]))
    add(trx, { type: 'patch', entity, id, fields: Object.fromEntries(changed) as Json, base })
  }
  return next
}

/** Moves an entity from the status it has to another, with what changes along with it. The caller has checked the machine. */
export function move<E extends EntityName>(trx: Writer, entity: E, id: string, to: string, fields: Fields<E>): EntityRow<E> {
  const row = mustRead(trx, entity, id)
  const told = said(fields)
  const next = whole(entity, { ...row.fields, ...told, id, status: to })
  const base = Object.fromEntries(['status', ...Object.keys(told)].map(field => [field, stampOf(row, field)]))
  add(trx, { type: 'transition', entity, id, from: String(row.fields.status), to, fields: told, base })
  return next
}

/** Says that an entity is the same as another: what hangs on it is shown there. The caller has seen to it that neither is merged yet. */
export function merge<E extends EntityName>(trx: Writer, entity: E, id: string, into: string): EntityRow<E> {
  add(trx, { type: 'merge', entity, id, into, base: { mergedInto: stampOf(mustRead(trx, entity, id), 'mergedInto') } })
  return rowOf(trx, entity, id)
}

/** Takes a merge back. */
export function unmerge<E extends EntityName>(trx: Writer, entity: E, id: string): EntityRow<E> {
  add(trx, { type: 'unmerge', entity, id, base: { mergedInto: stampOf(mustRead(trx, entity, id), 'mergedInto') } })
  return rowOf(trx, entity, id)
}

/** A person's answer to a clash: what holds from now on of the fields that were set aside. */
export function resolve(trx: Writer, entity: EntityName, id: string, clash: string, fields: Json): void {
  const row = mustRead(trx, entity, id)
  const base = Object.fromEntries(Object.keys(fields).map(field => [field, stampOf(row, field)]))
  add(trx, { type: 'resolve', entity, id, clash, fields, base })
}

/** Writes ops as they are, in the place of a change that was refused; `write` folds what they touch once they stand there. */
export function replace(trx: Writer, refused: string, ops: readonly Op[]): void {
  trx.change.replaces = refused
  trx.change.ops.push(...ops)
}

/** Keeps bytes under their SHA-256 (hex) beside the log, in the same transaction; returns the hash. */
export function attach(trx: Writer, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex')
  statement(trx.change.raw, 'insert into blob (hash, bytes) values (?, ?) on conflict (hash) do nothing').run(hash, bytes)
  trx.change.blobs.push(hash)
  return hash
}

/** A field that was left open says nothing; a text of JSON has no word for it. */
const said = (fields: object): Json => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

function add(trx: Writer, op: Op): void {
  if (!knownOp(op)) throw new Error(`a malformed ${op.type} of ${op.entity}`)
  const clash = project(trx.change.raw, op, trx.change)
  if (clash) throw new ConflictError(op, clash)
  trx.change.ops.push(op)
}

function rowOf<E extends EntityName>(trx: Writer, entity: E, id: string): EntityRow<E> {
  return whole(entity, { ...mustRead(trx, entity, id).fields, id })
}

/** A row as the tables read it back: every field is there, null where nothing was said. */
function whole<E extends EntityName>(entity: E, row: unknown): EntityRow<E> {
  const parsed = entities[entity].parse(row) as Record<string, unknown>
  return Object.fromEntries(Object.keys(entities[entity].shape).map(field => [field, parsed[field] ?? null])) as EntityRow<E>
}

function mustRead(trx: Writer, entity: EntityName, id: string) {
  const row = readRow(trx.change.raw, entity, id)
  if (!row) throw new Error(`no such ${entity}`)
  return row
}
