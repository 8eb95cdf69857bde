import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { Change, changeId, FIRST_PREV } from '#shared/changes/change'
import type { OpenChange } from '../database/tables'
import { project } from './project'
import { statement } from './rows'

/** Who writes in this log. `epoch` rises when a desk is restored or cloned, so that an id is never used twice. */
export type Author = { device: string; epoch: number; privateKey: KeyObject; publicKey: KeyObject }
export type SealedChange = { seq: number; body: string; hash: string; signature: Uint8Array; blobs: string[] }
export type Head = { seq: number; hash: string }

export const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex')

export function headOf(raw: Database): Head {
  const last = statement(raw, 'select seq, hash from "change" order by seq desc limit 1').raw(false).get() as Head | undefined
  return last ?? { seq: 0, hash: FIRST_PREV }
}

/** Begins the change that follows the head of the log. */
export function openChange(raw: Database, author: Author): OpenChange {
  return { id: changeId(author.device, author.epoch, headOf(raw).seq + 1), raw, ops: [], blobs: [] }
}

/** Closes a change: chains it to the one before, signs it and stores it, inside the transaction that made its rows. */
export function sealChange(open: OpenChange, author: Author, at: Change['at'], officer: string | null): void {
  const head = headOf(open.raw)
  const { device, epoch, privateKey } = author
  const bases = open.ops.flatMap(op => ('base' in op ? Object.values(op.base) : []))
  const deps = [...new Set(bases)].filter(id => id !== open.id).sort()
  const change: Change = { v: 1, id: open.id, device, epoch, seq: head.seq + 1, prev: head.hash, deps, at, officer, ops: open.ops }
  const body = JSON.stringify(change)
  const hash = hashOf(body)
  insert(
    open.raw,
    { seq: change.seq, body, hash, signature: sign(null, Buffer.from(hash, 'hex'), privateKey), blobs: open.blobs },
    change.id
  )
}

/** Changes after `seq`, oldest first. */
export function changesAfter(raw: Database, seq: number): SealedChange[] {
  const rows = statement(raw, 'select seq, body, hash, signature, blobs from "change" where seq > ? order by seq').raw(false).all(seq)
  return (rows as (Omit<SealedChange, 'blobs'> & { blobs: string })[]).map(row => ({ ...row, blobs: JSON.parse(row.blobs) }))
}

/** Takes a change of this desk that the tables have lost; refuses one that does not follow the head or is not signed by this desk. */
export function takeBack(raw: Database, sealed: SealedChange, author: Author): void {
  const change = Change.parse(JSON.parse(sealed.body))
  const head = headOf(raw)
  const follows = change.seq === head.seq + 1 && change.seq === sealed.seq && change.prev === head.hash
  if (!follows || hashOf(sealed.body) !== sealed.hash) throw new Error('change does not follow the log')
  if (!verify(null, Buffer.from(sealed.hash, 'hex'), author.publicKey, sealed.signature))
    throw new Error('change is not signed by this desk')
  for (const op of change.ops) project(raw, op, change.id)
  insert(raw, sealed, change.id)
}

function insert(raw: Database, { seq, body, hash, signature, blobs }: SealedChange, id: string): void {
  statement(raw, 'insert into "change" (seq, id, hash, body, signature, blobs) values (?, ?, ?, ?, ?, ?)').run(
    seq,
    id,
    hash,
    body,
    signature,
    JSON.stringify(blobs)
  )
}
