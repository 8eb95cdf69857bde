import type { Database } from 'better-sqlite3'
import type { Place } from '#shared/sync/desk-store'
import { frameId, type OpenedChange, type OpenedFrame } from '#shared/sync/frame'
import { plainFrame } from '#wire/frames'
import { lastPlace, touchAll } from '../changes/log'
import { statement } from '../changes/rows'
import { columnsOf } from './log-rows'

export function keepFrame(raw: Database, opened: OpenedFrame): void {
  // in plain: another version of this program must still be able to hand it on
  const { device, epoch, first, count, payload, signature } = plainFrame(opened)
  statement(
    raw,
    'insert into frame (id, device, epoch, first, count, payload, signature) values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing'
  ).run(frameId(opened), device, epoch, first, count, payload, signature)
}

export function keepForeign(raw: Database, { change, body, hash }: OpenedChange, frame: string, place: Place): void {
  const n = lastPlace(raw) + 1
  const { feed, note } = columnsOf(place)
  const isReplaced = () => statement(raw, 'select 1 from "change" where replaces = ?').raw(true).get(change.id) !== undefined
  const isOut = Number(place.state === 'replaced' || place.state === 'away' || (place.state !== 'fed' && isReplaced()))
  statement(
    raw,
    `insert into "change" (n, id, device, epoch, seq, hash, body, blobs, state, feed, note, pos, frame, replaces, is_out)
      values (?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?, ?, ?, ?)`
  ).run(
    n,
    change.id,
    change.device,
    change.epoch,
    change.seq,
    hash,
    body,
    place.state,
    feed,
    note,
    n,
    frame,
    change.replaces ?? null,
    isOut
  )
  touchAll(raw, n, change)
}

/** What is here under the same name and is another gives way. */
export function takeOut(raw: Database, id: string): void {
  if (!statement(raw, 'select 1 from "change" where id = ?').raw(true).get(id)) return
  statement(raw, 'delete from touch where n = (select n from "change" where id = ?)').run(id)
  statement(raw, 'delete from "change" where id = ?').run(id)
}
