import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { CHANGE_VERSION, Change, changeId, FIRST_PREV } from '#shared/changes/change'
import { depsOf } from '#shared/changes/deps'
import { entityId } from '#shared/changes/entity-id'
import { touchedBy } from '#shared/changes/parents'
import type { OpenChange } from '../database/tables'
import { foldInPlace } from './fold'
import { project } from './project'
import { readRow, statement } from './rows'

/** Who writes in this log. */
export type Author = { device: string; privateKey: KeyObject; publicKey: KeyObject }
/** A change of this desk as it is kept; `seq` is its place among all changes in this desk's log. */
export type SealedChange = { seq: number; body: string; hash: string; signature: Uint8Array; blobs: string[]; was: string | null }
export type Head = { seq: number; hash: string }

export const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex')

/** The newest of this desk's own changes. */
export function headOf(raw: Database): Head {
  const newest = 'select n as seq, hash from "change" where signature is not null order by n desc limit 1'
  return (statement(raw, newest).raw(false).get() as Head | undefined) ?? { seq: 0, hash: FIRST_PREV }
}

/** The epoch that this desk writes in; it rises when its past may have been put back or copied. */
export function epochOf(raw: Database): number {
  return (statement(raw, 'select epoch from here').raw(false).get() as { epoch: number }).epoch
}

/** Begins the change that follows this desk's last one. */
export function openChange(raw: Database, author: Author, at: Change['at']): OpenChange {
  const place = nextPlace(raw, author.device)
  return { place, id: changeId(author.device, place.epoch, place.seq), at, raw, ops: [], blobs: [] }
}

/** Gives each entity that a change makes its id; what happened together is listed in its order. */
export function idsOf({ at, place }: OpenChange): () => string {
  let n = 0
  return () => entityId({ wall: at.wall, boot: at.boot, seq: place.seq, n: n++ })
}

/** Closes a change: chains it to the one before, signs it and stores it, inside the transaction that made its rows. */
export function sealChange(open: OpenChange, author: Author, officer: string | null): void {
  const { raw, id, place, at, ops, blobs, replaces } = open
  const change: Change = {
    v: CHANGE_VERSION,
    id,
    device: author.device,
    epoch: place.epoch,
    seq: place.seq,
    prev: place.prev,
    deps: depsOf(open, (entity, at) => readRow(raw, entity, at)),
    at,
    officer,
    ops,
    ...(replaces === undefined ? {} : { replaces })
  }
  keepOwn(raw, sealed(change, author, blobs), change)
}

/** The text of a change, its hash, and this desk's signature over it. */
export function sealed(change: Change, author: Author, blobs: string[]): Omit<SealedChange, 'seq'> {
  const body = JSON.stringify(change)
  const hash = hashOf(body)
  return { body, hash, signature: sign(null, Buffer.from(hash, 'hex'), author.privateKey), blobs, was: null }
}

/** This desk's own changes after a place in its log, oldest first, at most so many; -1 for all. */
export function changesAfter(raw: Database, n: number, most = -1): SealedChange[] {
  const own = 'select n as seq, body, hash, signature, blobs, was from "change" where n > ? and signature is not null order by n limit ?'
  const rows = statement(raw, own).raw(false).all(n, most) as (Omit<SealedChange, 'blobs'> & { blobs: string })[]
  return rows.map(row => ({ ...row, blobs: JSON.parse(row.blobs) }))
}

/** How many of this desk's own changes stand after a place in its log. */
export function countAfter(raw: Database, n: number): number {
  const count = 'select count(*) as n from "change" where n > ? and signature is not null'
  return (statement(raw, count).raw(false).get(n) as { n: number }).n
}

/** Takes a change of this desk that the tables have lost; refuses one that does not follow the head or is not signed by this desk. */
export function takeBack(raw: Database, lost: SealedChange, author: Omit<Author, 'privateKey'>): void {
  const change = Change.parse(JSON.parse(lost.body))
  const next = nextPlace(raw, author.device, change.epoch)
  const isNext = change.device === author.device && change.seq === next.seq && change.prev === next.prev && lost.seq > headOf(raw).seq
  if (!isNext || hashOf(lost.body) !== lost.hash) throw new Error('change does not follow the log')
  if (!verify(null, Buffer.from(lost.hash, 'hex'), author.publicKey, lost.signature)) throw new Error('change is not signed by this desk')
  if (change.replaces === undefined) for (const op of change.ops) project(raw, op, change)
  keepOwn(raw, lost, change, lost.seq)
  foldInPlace(raw, change)
}

/** Stores one of this desk's own changes at the end of the log, or at the place that its journal gives it. */
export function keepOwn(raw: Database, kept: Omit<SealedChange, 'seq'>, change: Change, n?: number): void {
  const at = n ?? lastPlace(raw) + 1
  const pos = change.replaces === undefined ? at : takePlaceOf(raw, change.replaces, at)
  statement(
    raw,
    'insert into "change" (n, id, device, epoch, seq, hash, body, signature, blobs, pos, replaces, was) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
  ).run(
    at,
    change.id,
    change.device,
    change.epoch,
    change.seq,
    kept.hash,
    kept.body,
    kept.signature,
    JSON.stringify(kept.blobs),
    pos,
    change.replaces ?? null,
    kept.was
  )
  touchAll(raw, at, change)
}

/** Notes whose fold a change has a part in, so that their history can be found. */
export function touchAll(raw: Database, n: number, change: Change): void {
  for (const { id } of touchedBy(change)) statement(raw, 'insert or ignore into touch (id, n) values (?, ?)').run(id, n)
}

export function lastPlace(raw: Database): number {
  return (statement(raw, 'select coalesce(max(n), 0) as n from "change"').raw(false).get() as { n: number }).n
}

/** SPEC S9: from now on another change stands where a refused one stood. */
function takePlaceOf(raw: Database, replaced: string, otherwise: number): number {
  statement(raw, `update "change" set is_out = 1 where (id = ? or replaces = ?) and state <> 'fed'`).run(replaced, replaced)
  const found = statement(raw, 'select pos from "change" where id = ?').raw(false).get(replaced) as { pos: number } | undefined
  return found?.pos ?? otherwise
}

/** SPEC V2: behind the last change of the epoch; the first of an epoch hangs on whatever this desk did last. */
function nextPlace(raw: Database, device: string, inEpoch?: number): { epoch: number; seq: number; prev: string } {
  const epoch = inEpoch ?? epochOf(raw)
  const newest = 'select seq, hash from "change" where device = ? and epoch = ? order by seq desc limit 1'
  const last = statement(raw, newest).raw(false).get(device, epoch) as { seq: number; hash: string } | undefined
  if (last) return { epoch, seq: last.seq + 1, prev: last.hash }
  // not behind what it was given back: that may be nobody's any more
  return { epoch, seq: 1, prev: headOf(raw).hash }
}
