import type { KeyObject } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { foldInPlace } from '#main/changes/fold'
import { Journal } from '#main/changes/journal'
import { type Author, openChange, sealChange } from '#main/changes/log'
import { project } from '#main/changes/project'
import { recoverFromJournal } from '#main/changes/recover'
import { readRow, statement } from '#main/changes/rows'
import { NEWEST_VERSION } from '#main/database/migrate'
import { openDatabase } from '#main/database/open'
import { settleHere } from '#main/keys/settle-here'
import { deskPorts } from '#main/sync/desk-ports'
import type { Op } from '#shared/changes/op'
import type { Look } from '#shared/changes/reduce'
import type { DeskPorts, DeskStore } from '#shared/sync/desk-store'
import type { OpenedChange } from '#shared/sync/frame'
import { DISTRICT } from '../district'
import type { Fuse } from '../fuse'
import { MOST_IN_FRAME } from '../model-desk'
import { type DeskImage, type DeskView, type Draft, type SimDesk, Unwritable } from '../storage'
import { viewOf, withoutNulls } from './desk-view'

/** What all desks of a story share: where they lie, an empty database, its key, and the district's key. */
export type DeskRoom = { folder: string; empty: string; key: Uint8Array; districtKey(): KeyObject; count: number; desks: RealDesk[] }

/** A desk's own database, journal, keys and frames, as the program has them; with a power switch at every write. */
export class RealDesk implements SimDesk {
  readonly district = DISTRICT
  private readonly room: DeskRoom
  private readonly author: Author
  private readonly fuse: Fuse
  private readonly folder: string
  private raw: Database
  private journal: Journal
  private ports: DeskPorts
  private bookId = ''
  private seen: { at: number; view: Omit<DeskView, 'bookId'> } | undefined

  constructor(room: DeskRoom, author: Author, fuse: Fuse, from?: RealDesk) {
    this.room = room
    this.author = author
    this.fuse = fuse
    this.folder = join(room.folder, `desk-${++room.count}`)
    mkdirSync(this.folder)
    writeFileSync(this.file, from ? from.bytes() : readFileSync(room.empty))
    if (from) cpSync(join(from.folder, 'journal'), join(this.folder, 'journal'), { recursive: true })
    this.bookId = from?.bookId ?? ''
    this.raw = this.opened()
    this.journal = this.openedJournal()
    this.ports = this.portsNow()
    room.desks.push(this)
  }

  private get file(): string {
    return join(this.folder, 'desk.db')
  }

  private opened(): Database {
    const raw = openDatabase(this.file, this.room.key, NEWEST_VERSION)
    // what a conversation makes durable is the same; a story has no power cut that a flush could be late for
    raw.pragma('synchronous = off')
    settleHere(raw, { device: this.author.device, epoch: 1 } as Parameters<typeof settleHere>[1])
    return raw
  }

  private openedJournal = (): Journal => new Journal(join(this.folder, 'journal'), this.room.key, () => '2026-11-23')

  /** Everything holds on to the connection, so that a program that starts again has it all anew. */
  private portsNow(): DeskPorts {
    const time = { learn: () => undefined, now: () => null, deskIsAheadBy: () => null }
    const moment = () => ({ wall: 0, boot: 'simulation', mono: 0 })
    const desk = { raw: this.raw, author: this.author, moment, clock: { now: () => 0 }, sync: { time } }
    return deskPorts(desk, DISTRICT, this.room.districtKey(), { level: 3, isPlain: false })
  }

  private reopen(change: () => void): void {
    this.journal.close()
    this.raw.close()
    change()
    this.seen = undefined
    this.raw = this.opened()
    this.journal = this.openedJournal()
    this.ports = this.portsNow()
  }

  close(): void {
    this.journal.close()
    this.raw.close()
  }

  get device(): string {
    return this.author.device
  }

  private get store(): DeskStore {
    return this.ports.store
  }

  get disk(): DeskView {
    const { at } = statement(this.raw, 'select total_changes() as at').raw(false).get() as { at: number }
    const view = this.seen?.at === at ? this.seen.view : viewOf(this.raw, this.store)
    this.seen = { at, view }
    return { ...view, bookId: this.bookId }
  }

  look: Look = (entity, id) => readRow(this.raw, entity, id)

  readonly wire: SimDesk['wire'] = {
    layout: 1,
    seal: (changes, isPlain) => this.ports.seal(changes.slice(0, MOST_IN_FRAME), isPlain),
    open: frame => this.ports.open(frame),
    isGenuine: roster => this.ports.isGenuine(roster)
  }

  asKept = withoutNulls

  atomically<T>(work: () => T): T {
    if (this.raw.inTransaction) return work()
    const result = this.store.atomically(() => {
      const done = work()
      this.fuse.tick()
      return done
    })
    this.fuse.tick(true)
    return result
  }

  write({ officer, ops, at, replaces }: Draft): OpenedChange {
    try {
      const seal = () => this.seal(ops as Op[], at, officer, replaces)
      // as the program does: what takes the place of another change may leave a row without what it hangs on
      const made = replaces === undefined ? this.raw.transaction(seal)() : this.store.atomically(seal)
      this.fuse.tick(true)
      this.keepJournal()
      return made
    } catch (error) {
      if ((error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT')) throw new Unwritable('the tables do not take it')
      throw error
    }
  }

  /** The steps of the program's own `write`, with ops that a person's deed has made. */
  private seal(ops: Op[], at: Draft['at'], officer: string | null, replaces: string | undefined): OpenedChange {
    const { raw } = this
    this.fuse.tick()
    const change = openChange(raw, this.author, at)
    change.ops.push(...ops)
    if (replaces !== undefined) change.replaces = replaces
    else for (const op of ops) project(raw, op, change)
    sealChange(change, this.author, officer)
    foldInPlace(raw, change)
    this.fuse.tick()
    const { body, hash } = statement(raw, 'select body, hash from "change" where id = ?').raw(false).get(change.id) as OpenedChange
    return { change: JSON.parse(body), body, hash }
  }

  start(): void {
    this.reopen(() => undefined)
    recoverFromJournal(this.raw, this.journal, this.author)
  }

  keepJournal(): void {
    this.journal.catchUp(this.raw)
  }

  journalActs = (): number[] =>
    this.openedJournal()
      .read(0)
      .entries.map(({ body }) => JSON.parse(body).at.mono)

  losesJournal(): void {
    this.reopen(() => rmSync(join(this.folder, 'journal'), { recursive: true }))
    this.keepJournal()
  }

  takeBook(id: string): void {
    this.bookId = id
    statement(this.raw, "update here set numbering = 'open'").run()
  }

  private bytes(): Buffer {
    this.raw.pragma('wal_checkpoint(truncate)')
    return readFileSync(this.file)
  }

  image = (): DeskImage => ({ kind: 'real', file: this.bytes(), bookId: this.bookId })

  putBack(image: DeskImage): void {
    if (image.kind !== 'real') return
    this.reopen(() => writeFileSync(this.file, image.file))
    this.bookId = image.bookId
  }

  copy = (fuse: Fuse): RealDesk => new RealDesk(this.room, this.author, fuse, this)

  me = () => this.store.me()
  progress = () => this.store.progress()
  find: DeskStore['find'] = id => this.store.find(id)
  findRun: DeskStore['findRun'] = run => this.store.findRun(run)
  unsent: DeskStore['unsent'] = limit => this.store.unsent(limit)
  heldFrame: DeskStore['heldFrame'] = offered => this.store.heldFrame(offered)
  unfed = () => this.store.unfed()
  parked = () => this.store.parked()
  isOvertaking: DeskStore['isOvertaking'] = (...asked) => this.store.isOvertaking(...asked)
  mayOvertake: DeskStore['mayOvertake'] = (...asked) => this.store.mayOvertake(...asked)
  numbering = () => this.store.numbering()

  setProgress: DeskStore['setProgress'] = part => this.written(store => store.setProgress(part))
  keep: DeskStore['keep'] = (frame, changes) => this.written(store => store.keep(frame, changes))
  setPlace: DeskStore['setPlace'] = (id, place) => this.written(store => store.setPlace(id, place))
  feedInOrder: DeskStore['feedInOrder'] = (run, feed) => this.written(store => store.feedInOrder(run, feed))
  offerBefore: DeskStore['offerBefore'] = epoch => this.written(store => store.offerBefore(epoch))
  forgetFeed: DeskStore['forgetFeed'] = extents => this.written(store => store.forgetFeed(extents))
  fold: DeskStore['fold'] = change => this.written(store => store.fold(change))
  refold: DeskStore['refold'] = places => this.written(store => store.refold(places))
  beginEpoch: DeskStore['beginEpoch'] = fork => this.written(store => store.beginEpoch(fork))
  setNumbering: DeskStore['setNumbering'] = numbering => this.written(store => store.setNumbering(numbering))
  saveRoster: DeskStore['saveRoster'] = (version, entries) => this.written(store => store.saveRoster(version, entries))

  private written<T>(write: (store: DeskStore) => T): T {
    this.fuse.tick()
    return write(this.store)
  }
}
