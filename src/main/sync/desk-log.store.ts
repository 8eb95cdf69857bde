import type { Database } from 'better-sqlite3'
import type { DeskStore, Known, Numbering, Run } from '#shared/sync/desk-store'
import { type Frame, frameId, type OpenedChange } from '#shared/sync/frame'
import { foldEntities } from '../changes/fold'
import { type Author, epochOf } from '../changes/log'
import { project } from '../changes/project'
import { statement } from '../changes/rows'
import { withoutForeignKeys } from '../database/without-foreign-keys'
import { beginEpoch } from './epoch'
import { keepForeign, keepFrame, takeOut } from './keep-foreign'
import { columnsOf, inOneRun, type Own, opened, placeOf, STORED, type Stored } from './log-rows'

/** What is sent is asked for again when it is answered, and numbered soon after. */
const MOST_KNOWN = 4_096

/** The desk's log in its database, as replication asks for it. All calls are synchronous: a conversation never leaves a transaction open while it waits. */
export function deskLogStore(raw: Database, author: Author, district: string): DeskStore {
  const one = <T>(sql: string, ...values: unknown[]): T | undefined =>
    statement(raw, sql)
      .raw(false)
      .get(...values) as T | undefined
  const all = <T>(sql: string, ...values: unknown[]): T[] =>
    statement(raw, sql)
      .raw(false)
      .all(...values) as T[]
  const run = (sql: string, ...values: unknown[]): void => void statement(raw, sql).run(...values)
  const placeNow = (change: string) => one<{ feed: number | null; pos: number }>('select feed, pos from "change" where id = ?', change)
  const known = new Map<string, OpenedChange>()
  const read = (id: string, hash: string): OpenedChange => {
    const before = known.get(hash)
    if (before) return before
    return note(opened(one<{ body: string }>('select body from "change" where id = ?', id)?.body ?? '', hash))
  }
  const knownAs = (found: Stored): Known => {
    const { id, hash, replaces } = found
    return {
      id,
      // found only for who asks: mostly it is the hash that is compared
      get change() {
        return read(id, hash).change
      },
      hash,
      place: placeOf(found),
      isOut: found.is_out === 1,
      replaces: replaces ?? undefined
    }
  }
  const note = (found: OpenedChange): OpenedChange => {
    const [oldest] = known.keys()
    if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest)
    known.set(found.hash, found)
    return found
  }

  return {
    district,

    atomically(work) {
      if (raw.inTransaction) return work()
      // a change that is kept before what it names has come is folded all the same (SPEC C12); the feed brings the rest
      return withoutForeignKeys(raw, raw.transaction(work))
    },

    me() {
      const epoch = epochOf(raw)
      const firstNew = `select min(seq) - 1 as seq from "change" where state = 'new' and +device = ? and +epoch = ?`
      const last = 'select max(seq) as seq from "change" where device = ? and epoch = ?'
      const seqOf = (sql: string) => one<{ seq: number | null }>(sql, author.device, epoch)?.seq
      return {
        device: author.device,
        epoch,
        // found only for who asks: it takes longer the more there is
        get shared() {
          return seqOf(firstNew) ?? seqOf(last) ?? 0
        }
      }
    },

    progress() {
      const found = one<{
        feed_epoch: string | null
        cursor: number
        cursor_hash: string | null
        counter: number
        roster: number
        layout: number | null
      }>('select feed_epoch, cursor, cursor_hash, counter, roster, layout from here')
      if (!found) throw new Error('a desk knows itself')
      return {
        feedEpoch: found.feed_epoch,
        cursor: found.cursor,
        cursorHash: found.cursor_hash,
        counter: found.counter,
        roster: found.roster,
        layout: found.layout
      }
    },

    setProgress(part) {
      const columns = {
        feedEpoch: 'feed_epoch',
        cursor: 'cursor',
        cursorHash: 'cursor_hash',
        counter: 'counter',
        roster: 'roster',
        layout: 'layout'
      } as const
      for (const [name, value] of Object.entries(part)) run(`update here set ${columns[name as keyof typeof columns]} = ?`, value)
    },

    find(id) {
      const found = one<Stored>(`select ${STORED} from "change" where id = ?`, id)
      return found && knownAs(found)
    },

    findRun: run => all<Stored>(`select ${STORED} from "change" where ${IN_RUN} order by seq`, ...within(run)).map(knownAs),

    unsent(limit) {
      const own = `select epoch, seq, hash, body from "change" where state = 'new' and signature is not null order by epoch, seq limit ?`
      return inOneRun(all<Own>(own, limit)).map(({ hash, body }) => known.get(hash) ?? note(opened(body, hash)))
    },

    heldFrame(offered) {
      const held = `select frame as name from "change" where state = 'new' and signature is null and frame is not null
        and +device in (select device from roster) group by frame order by min(device), min(epoch), min(seq)`
      const name = all<{ name: string }>(held).find(frame => !offered.has(frame.name))?.name
      if (name === undefined) return undefined
      const row = one<Frame>('select device, epoch, first, count, payload, signature from frame where id = ?', name)
      return row && { name, frame: { ...row, payload: plain(row.payload), signature: plain(row.signature) } }
    },

    keep(frame, changes) {
      if (changes.length > 0) keepFrame(raw, frame)
      for (const { change, place } of changes) {
        takeOut(raw, change.change.id)
        keepForeign(raw, change, frameId(frame), place)
      }
    },

    setPlace(id, place) {
      const { feed, note } = columnsOf(place)
      const out = place.state === 'replaced' || place.state === 'away' ? 1 : place.state === 'fed' ? 0 : null
      run('update "change" set state = ?, feed = ?, note = ?, is_out = coalesce(?, is_out) where id = ?', place.state, feed, note, out, id)
    },

    feedInOrder(which, feed) {
      const standing = all<{ isFolded: number; pos: number }>(
        `select state <> 'fed' and is_out = 0 as isFolded, pos from "change" where ${IN_RUN} order by seq`,
        ...within(which)
      )
      const isInTurn = standing.every(({ isFolded, pos }, i) => isFolded === 1 && pos > (standing[i - 1]?.pos ?? 0))
      const last = standing.at(-1)?.pos
      if (!isInTurn || last === undefined) return false
      const before = `select count(*) as n from (select 1 from "change" where state <> 'fed' and is_out = 0 and pos <= ? limit ?)`
      const isPassed = one('select 1 from "change" where feed > ? limit 1', feed) !== undefined
      if (isPassed || one<{ n: number }>(before, last, standing.length + 1)?.n !== standing.length) return false
      run(`update "change" set state = 'fed', feed = ? + seq, note = null where ${IN_RUN}`, feed - which.first, ...within(which))
      return true
    },

    offerBefore: epoch =>
      run(`update "change" set state = 'new', note = null where device = ? and epoch < ? and state <> 'fed'`, author.device, epoch),

    unfed: () =>
      all<{ id: string }>(`select id from "change" where state <> 'fed' and (state = 'held' or (state = 'new' and signature is null))`).map(
        ({ id }) => id
      ),

    parked: () =>
      all<{ id: string }>(`select id from "change" where state in ('waiting', 'refused') and +device = ?`, author.device).map(
        ({ id }) => id
      ),

    forgetFeed(extents) {
      const order = all<{ n: number }>('select n from "change" order by feed is null, feed, pos, n')
      for (const [pos, { n }] of order.entries())
        run('update "change" set feed = null, note = null, state = \'new\', pos = ? where n = ?', pos, n)
      for (const { device, epoch, seq } of extents)
        run('update "change" set state = \'held\' where device = ? and epoch = ? and seq <= ?', device, epoch, seq)
      // whether the district still has them is asked one by one; nothing is sent twice
      run('insert or ignore into blob_to_send (hash) select hash from blob order by rowid')
    },

    fold(change) {
      for (const op of change.ops) project(raw, op, change)
    },

    refold: places => foldEntities(raw, places),

    isOvertaking(_entity, id, change, feed) {
      const now = placeNow(change)
      const behind = `select 1 from touch t join "change" c on c.n = t.n
        where t.id = ? and c.id <> ? and c.is_out = 0 and (c.feed is null or c.feed > ?)`
      if (!now) return one(`${behind} limit 1`, id, change, feed) !== undefined
      if (now.feed !== null) return one(`${behind} and c.feed < ? limit 1`, id, change, feed, now.feed) !== undefined
      return one(`${behind} and (c.feed is not null or c.pos < ?) limit 1`, id, change, feed, now.pos) !== undefined
    },

    mayOvertake(change, feed) {
      const now = placeNow(change)
      const isThere = (which: string, ...values: number[]) => one(`select 1 from "change" where ${which} limit 1`, ...values) !== undefined
      if (now && now.feed !== null) return isThere('feed > ? and feed < ?', feed, now.feed)
      return isThere('feed > ?', feed) || isThere("state <> 'fed' and is_out = 0 and pos < ?", now?.pos ?? Number.MAX_SAFE_INTEGER)
    },

    beginEpoch: fork => beginEpoch(raw, author, fork),
    setNumbering: (numbering: Numbering) => run('update here set numbering = ?', numbering),
    numbering: () => one<{ numbering: Numbering }>('select numbering from here')?.numbering ?? 'open',

    saveRoster(version, entries) {
      const named = new Set(all<{ device: string }>('select device from roster').map(({ device }) => device))
      run('delete from roster')
      for (const { device, code, publicKey, isRevoked } of entries)
        run('insert into roster (device, code, public_key, is_revoked) values (?, ?, ?, ?)', device, code, publicKey, Number(isRevoked))
      for (const { device } of entries)
        if (!named.has(device))
          run(`update "change" set state = 'new', note = null where +device = ? and state = 'away' and state <> 'fed'`, device)
      run('update here set roster = ?', version)
    }
  }
}

const IN_RUN = 'device = ? and epoch = ? and seq between ? and ?'
const within = ({ device, epoch, first, count }: Run) => [device, epoch, first, first + count - 1]

/** The driver gives Node's own kind of bytes, which no other code should have to know. */
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
