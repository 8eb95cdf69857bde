import { randomInt } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { Change, changeId, FIRST_PREV } from '#shared/changes/change'
import { touchedBy } from '#shared/changes/parents'
import { renamed } from '#shared/changes/renamed'
import { foldEntities } from '../changes/fold'
import { type Author, epochOf, headOf, keepOwn, lastPlace, sealed } from '../changes/log'
import { statement } from '../changes/rows'

/** Two copies of one desk must not choose the same next epoch. */
const SPREAD = 1 << 20

/**
 * Begins an epoch in which this desk writes from now on. With `fork`, what was made here from there on, in that epoch and later ones,
 * is written anew in it: same ops, new names, everywhere they are named. SPEC D4, D5.
 */
export function beginEpoch(raw: Database, author: Author, fork: { epoch: number; seq: number } | undefined): void {
  const epoch = highestEpoch(raw, author.device) + 1 + randomInt(SPREAD)
  statement(raw, 'update here set epoch = ?').run(epoch)
  if (!fork) return
  // no place in the log is given twice: the journal tells by it what it has
  const last = lastPlace(raw)
  // what stood before a change that was given back may be nobody's any more
  const before = isMade(raw, author.device, fork) ? undefined : headOf(raw).hash
  const moved = takeOut(raw, author.device, fork)
  const names = new Map(moved.map(({ change }, i) => [change.id, changeId(author.device, epoch, i + 1)]))
  let prev = before ?? moved[0]?.change.prev ?? FIRST_PREV
  for (const [i, { change, blobs }] of moved.entries()) {
    const written: Change = { ...renamed(change, names), id: changeId(author.device, epoch, i + 1), epoch, seq: i + 1, prev }
    const kept = sealed(written, author, blobs)
    keepOwn(raw, { ...kept, was: change.id }, written, last + 1 + i)
    prev = kept.hash
  }
  foldEntities(
    raw,
    moved.flatMap(({ change }) => touchedBy(change))
  )
}

function highestEpoch(raw: Database, device: string): number {
  const known = statement(raw, 'select max(epoch) as epoch from "change" where device = ?').raw(false).get(device) as {
    epoch: number | null
  }
  return Math.max(known.epoch ?? 0, epochOf(raw))
}

function isMade(raw: Database, device: string, { epoch, seq }: { epoch: number; seq: number }): boolean {
  const at = 'select 1 from "change" where device = ? and epoch = ? and seq = ? and signature is not null'
  return statement(raw, at).raw(true).get(device, epoch, seq) !== undefined
}

function takeOut(raw: Database, device: string, { epoch, seq }: { epoch: number; seq: number }): { change: Change; blobs: string[] }[] {
  const made = isMade(raw, device, { epoch, seq }) ? "(signature is not null and state <> 'fed')" : 'false'
  const own = `select n, body, blobs from "change" where device = ? and (${made} or (signature is null and state = 'new'))
    and (epoch > ? or (epoch = ? and seq >= ?)) order by epoch, seq`
  const rows = statement(raw, own).raw(false).all(device, epoch, epoch, seq) as { n: number; body: string; blobs: string }[]
  for (const { n } of rows) {
    statement(raw, 'delete from touch where n = ?').run(n)
    statement(raw, 'delete from "change" where n = ?').run(n)
  }
  return rows.map(({ body, blobs }) => ({ change: Change.parse(JSON.parse(body)), blobs: JSON.parse(blobs) as string[] }))
}
