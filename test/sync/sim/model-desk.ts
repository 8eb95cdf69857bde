import { type Change, changeId } from '#shared/changes/change'
import { depsOf } from '#shared/changes/deps'
import { knownOp } from '#shared/changes/op'
import { type Place as Entity, touchedBy } from '#shared/changes/parents'
import type { Look, Row } from '#shared/changes/reduce'
import { renamed } from '#shared/changes/renamed'
import type { Numbering, Place, Progress, Run } from '#shared/sync/desk-store'
import { rowKey } from '#shared/sync/district-store'
import { frameId, type OpenedChange, type OpenedFrame } from '#shared/sync/frame'
import type { Extent, RosterEntry } from '#shared/sync/protocol'
import { copyDisk, type Disk, type Entry, type JournalLine, orderOf } from './disk'
import { foldAgain, foldChange, isAnyBetween, isPassing, type Reduce } from './disk-fold'
import type { Fuse } from './fuse'
import { keyOf, openFrame, sealFrame, written } from './sealing'
import type { DeskImage, Draft, SimDesk } from './storage'

/** Small frames, so that they end everywhere. */
export const MOST_IN_FRAME = 4

/** The log of a desk in memory, with a disk that can be copied, put back, filled up and cut off at any write. */
export class ModelDesk implements SimDesk {
  readonly district: string
  readonly device: string
  disk: Disk
  private readonly fuse: Fuse
  private readonly reduce: Reduce
  journal: JournalLine[] = []
  /** The last epoch that the journal knows to have begun. */
  journalEpoch = 1
  /** How far a new epoch leaps, so that two copies of a desk do not choose the same. */
  private readonly stride: () => number
  private fresh: JournalLine[] = []
  private depth = 0
  readonly look: Look = (entity, id) => this.disk.rows.get(rowKey(entity, id))

  constructor(place: { district: string; device: string; disk: Disk; fuse: Fuse }, ports: { stride: () => number; reduce: Reduce }) {
    this.district = place.district
    this.device = place.device
    this.disk = place.disk
    this.fuse = place.fuse
    this.stride = ports.stride
    this.reduce = ports.reduce
  }

  atomically<T>(work: () => T): T {
    if (this.depth > 0) return work()
    const before = this.fuse.isSet ? copyDisk(this.disk) : undefined
    this.depth++
    this.fresh = []
    let result: T
    try {
      result = work()
      this.fuse.tick()
    } catch (error) {
      if (before) this.disk = before
      throw error
    } finally {
      this.depth = 0
    }
    // the change is on disk, and perhaps not yet in the journal
    this.fuse.tick(true)
    this.journal.push(...this.fresh)
    this.journalEpoch = this.disk.epoch
    return result
  }

  readonly wire: SimDesk['wire'] = {
    layout: 1,
    seal: changes => sealFrame(this.district, keyOf(this.device), changes.slice(0, MOST_IN_FRAME)),
    open: frame => openFrame(this.district, this.disk.roster.has(frame.device) ? keyOf(frame.device) : undefined, frame),
    isGenuine: () => true
  }

  asKept = (row: Row): Row => row

  start(): void {
    this.recover(this.journal, this.journalEpoch)
    this.journalEpoch = this.disk.epoch
    const known = new Set(this.journal.map(({ hash }) => hash))
    for (const line of made(this.disk)) if (!known.has(line.hash)) this.journal.push(line)
  }

  /** Every transaction writes to the journal here. */
  keepJournal(): void {}

  journalActs = (): number[] => this.journal.map(({ change }) => change.at.mono)

  losesJournal(): void {
    this.journal = made(this.disk)
    this.journalEpoch = this.disk.epoch
  }

  takeBook(id: string): void {
    this.disk = { ...this.disk, bookId: id, numbering: 'open' }
  }

  image = (): DeskImage => ({ kind: 'model', disk: copyDisk(this.disk) })

  putBack(image: DeskImage): void {
    if (image.kind === 'model') this.disk = copyDisk(image.disk)
  }

  copy(fuse: Fuse): ModelDesk {
    const { district, device, stride, reduce } = this
    const copy = new ModelDesk({ district, device, disk: copyDisk(this.disk), fuse }, { stride, reduce })
    copy.journal = [...this.journal]
    copy.journalEpoch = this.journalEpoch
    return copy
  }

  me() {
    const { epoch, log, head } = this.disk
    let { shared } = this.disk
    while (shared < head.seq) {
      const entry = log.get(changeId(this.device, epoch, shared + 1))
      if (!entry || entry.place.state === 'new') break
      shared++
    }
    this.disk.shared = shared
    return { device: this.device, epoch, shared }
  }

  progress = (): Progress => this.disk.progress

  setProgress(part: Partial<Progress>): void {
    this.fuse.tick()
    this.disk.progress = { ...this.disk.progress, ...part }
  }

  find = (id: string): Entry | undefined => this.disk.log.get(id)

  findRun({ device, epoch, first, count }: Run): Entry[] {
    const found: Entry[] = []
    for (let seq = first; seq < first + count; seq++) {
      const entry = this.disk.log.get(changeId(device, epoch, seq))
      if (entry) found.push(entry)
    }
    return found
  }

  unsent(limit: number): OpenedChange[] {
    const entries = [...this.disk.unsent].map(id => this.disk.log.get(id) as Entry)
    if (entries.length > 1) entries.sort((a, b) => a.change.epoch - b.change.epoch || a.change.seq - b.change.seq)
    const [first] = entries
    if (!first) return []
    const run = entries.findIndex(({ change }, i) => change.epoch !== first.change.epoch || change.seq !== first.change.seq + i)
    return entries.slice(0, Math.min(run < 0 ? entries.length : run, limit))
  }

  heldFrame(offered: ReadonlySet<string>) {
    if (this.disk.unsentElse.size === 0) return undefined
    const found = [...this.disk.frames]
      .filter(
        ([name, { changes }]) =>
          !offered.has(name) &&
          changes.some(
            ({ change, hash }) =>
              this.disk.roster.has(change.device) && this.disk.unsentElse.has(change.id) && this.find(change.id)?.hash === hash
          )
      )
      .sort(([, { frame: a }], [, { frame: b }]) =>
        a.device < b.device ? -1 : a.device > b.device ? 1 : a.epoch - b.epoch || a.first - b.first
      )
    const [first] = found
    return first && { name: first[0], frame: first[1].frame }
  }

  keep(frame: OpenedFrame, changes: readonly { change: OpenedChange; place: Place }[]): void {
    this.fuse.tick()
    if (changes.length > 0) this.disk.frames.set(frameId(frame), frame)
    for (const { change, place } of changes) {
      const before = this.disk.log.get(change.change.id)
      if (before) this.takeOut(before.change)
      const isOut = place.state !== 'fed' && this.disk.touching.has(`replaces/${change.change.id}`)
      this.insert(change, place, false, ++this.disk.positions, isOut)
    }
  }

  unfed(): string[] {
    return [...new Set([...this.disk.unsentElse, ...this.disk.held])]
  }

  parked(): string[] {
    const isParked = ({ change, place }: Entry) => change.device === this.device && (place.state === 'waiting' || place.state === 'refused')
    return [...this.disk.log.values()].filter(isParked).map(({ change }) => change.id)
  }

  offerBefore(epoch: number): void {
    for (const { change, place } of [...this.disk.log.values()])
      if (change.device === this.device && change.epoch < epoch && place.state !== 'fed') this.setPlace(change.id, { state: 'new' })
  }

  setPlace(id: string, place: Place): void {
    this.fuse.tick()
    const entry = this.disk.log.get(id)
    if (!entry) return
    const isOut = place.state === 'replaced' || place.state === 'away' || (entry.isOut && place.state !== 'fed')
    this.disk.log.set(id, { ...entry, place, isOut })
    const unsent = entry.isMade ? this.disk.unsent : this.disk.unsentElse
    if (place.state === 'new') {
      unsent.add(id)
      this.disk.shared = 0
    } else unsent.delete(id)
    if (place.state === 'held') this.disk.held.add(id)
    else this.disk.held.delete(id)
  }

  feedInOrder(run: Run, feed: number): boolean {
    const entries = this.findRun(run)
    const names = new Set(entries.map(({ id }) => id))
    const isInTurn = entries.every((entry, i) => entry.place.state !== 'fed' && !entry.isOut && entry.pos > (entries[i - 1]?.pos ?? 0))
    const last = Math.max(...entries.map(orderOf))
    const isBetween = (other: Entry) => !other.isOut && !names.has(other.id) && orderOf(other) > feed && orderOf(other) < last
    if (!isInTurn || [...this.disk.log.values()].some(isBetween)) return false
    for (const [i, { id }] of entries.entries()) this.setPlace(id, { state: 'fed', feed: feed + i })
    return true
  }

  forgetFeed(extents: readonly Extent[]): void {
    this.fuse.tick()
    const held = new Map(extents.map(({ device, epoch, seq }) => [`${device}.${epoch}`, seq]))
    const entries = [...this.disk.log].sort(([, a], [, b]) => orderOf(a) - orderOf(b))
    this.disk.shared = 0
    this.disk.unsent.clear()
    this.disk.unsentElse.clear()
    this.disk.held.clear()
    for (const [id, entry] of entries) {
      const { device, epoch, seq } = entry.change
      const isHeld = seq <= (held.get(`${device}.${epoch}`) ?? 0)
      const pos = ++this.disk.positions
      this.disk.log.set(id, { ...entry, pos, place: { state: isHeld ? 'held' : 'new' } })
      const list = isHeld ? this.disk.held : entry.isMade ? this.disk.unsent : this.disk.unsentElse
      list.add(id)
    }
  }

  fold(change: Change): void {
    this.fuse.tick()
    foldChange(this.disk, this.reduce, change)
  }

  refold(places: readonly Entity[]): void {
    this.fuse.tick()
    foldAgain(this.disk, this.reduce, places)
  }

  isOvertaking = (entity: string, id: string, change: string, feed: number): boolean =>
    isPassing(this.disk, rowKey(entity, id), change, feed)

  mayOvertake = (change: string, feed: number): boolean => isAnyBetween(this.disk, change, feed)

  beginEpoch(fork: { epoch: number; seq: number } | undefined): void {
    this.fuse.tick()
    const { disk } = this
    const { epoch: old, log } = disk
    const known = [...log.values()].filter(({ change }) => change.device === this.device).map(({ change }) => change.epoch)
    disk.epoch = Math.max(old, ...known) + this.stride()
    const isOfMade = fork !== undefined && log.get(changeId(this.device, fork.epoch, fork.seq))?.isMade === true
    const moved =
      fork === undefined
        ? []
        : [...log.values()]
            .filter(
              ({ change, isMade, place }) =>
                change.device === this.device &&
                (isMade ? isOfMade && place.state !== 'fed' : place.state === 'new') &&
                (change.epoch > fork.epoch || (change.epoch === fork.epoch && change.seq >= fork.seq))
            )
            .sort((a, b) => a.change.epoch - b.change.epoch || a.change.seq - b.change.seq)
    disk.shared = 0
    disk.head = { seq: 0, hash: (isOfMade ? moved[0]?.change.prev : undefined) ?? disk.head.hash }
    const names = new Map(moved.map(({ change }, i) => [change.id, changeId(this.device, disk.epoch, i + 1)]))
    for (const { change, pos, isOut } of moved) {
      this.takeOut(change)
      const place = { id: names.get(change.id) ?? '', epoch: disk.epoch, seq: disk.head.seq + 1, prev: disk.head.hash }
      const anew = written(renamed({ ...change, ...place }, names))
      this.insert(anew, { state: 'new' }, true, pos, isOut, change.id)
      disk.head = { seq: place.seq, hash: anew.hash }
      this.fresh.push({ ...anew, was: change.id })
    }
    this.refold(moved.flatMap(({ change }) => touchedBy(change)))
  }

  setNumbering(numbering: Numbering): void {
    this.fuse.tick()
    this.disk.numbering = numbering
  }

  numbering = (): Numbering => this.disk.numbering

  saveRoster(version: number, entries: readonly RosterEntry[]): void {
    this.fuse.tick()
    this.disk.progress = { ...this.disk.progress, roster: version }
    const named = this.disk.roster
    this.disk.roster = new Map(entries.map(entry => [entry.device, entry]))
    for (const { change, place } of [...this.disk.log.values()])
      if (place.state === 'away' && !named.has(change.device) && this.disk.roster.has(change.device))
        this.setPlace(change.id, { state: 'new' })
  }

  /** One transaction of the office: a change, chained to the one before, with its rows. */
  write(draft: Draft): OpenedChange {
    return this.atomically(() => {
      this.fuse.tick()
      const { epoch, head } = this.disk
      const { officer, ops, at, v, replaces } = draft
      const id = changeId(this.device, epoch, head.seq + 1)
      const deps = depsOf({ id, replaces, ops: ops.flatMap(op => knownOp(op) ?? []) }, this.look)
      const place = { v, id, device: this.device, epoch, seq: head.seq + 1, prev: head.hash }
      const item = written({ ...place, deps, at, officer, ops, ...(replaces === undefined ? {} : { replaces }) })
      this.takeOwn(item)
      this.fresh.push({ ...item, was: undefined })
      return item
    })
  }

  /** Brings back from the journal what the disk has lost. */
  private recover(journal: readonly JournalLine[], epoch: number): void {
    const gone = new Set([...journal, ...this.disk.log.values()].map(({ was }) => was))
    const lost = journal.filter(({ change, hash }) => !gone.has(change.id) && this.disk.log.get(change.id)?.hash !== hash)
    const isBehind = this.disk.epoch < epoch
    for (const line of lost) {
      const before = line.was === undefined ? undefined : this.disk.log.get(line.was)
      if (before && before.place.state !== 'fed') this.takeOut(before.change)
      this.takeOwn(line)
    }
    this.refold(lost.flatMap(({ change }) => touchedBy(change)))
    // an epoch that had begun has not ended because the disk forgot it, and what it began for may hold still
    if (this.disk.epoch < epoch) {
      this.disk.epoch = epoch
      this.disk.head = { seq: 0, hash: this.disk.head.hash }
      this.disk.shared = 0
    }
    if (isBehind && this.disk.numbering === 'open') this.disk.numbering = 'held'
  }

  private takeOwn(item: OpenedChange): void {
    const { change, hash } = item
    const replaced = change.replaces === undefined ? undefined : this.disk.log.get(change.replaces)
    if (replaced && replaced.place.state !== 'fed') this.disk.log.set(replaced.change.id, { ...replaced, isOut: true })
    const earlier = [...(replaced ? (this.disk.touching.get(`replaces/${replaced.change.id}`) ?? []) : [])]
    for (const id of earlier) {
      const entry = this.disk.log.get(id)
      if (entry && entry.place.state !== 'fed') this.disk.log.set(id, { ...entry, isOut: true })
    }
    this.insert(item, { state: 'new' }, true, replaced?.pos ?? ++this.disk.positions)
    if (this.disk.epoch !== change.epoch) this.disk.shared = 0
    this.disk.epoch = change.epoch
    this.disk.head = { seq: change.seq, hash }
    if (replaced) this.refold([...touchedBy(replaced.change), ...touchedBy(change)])
    else foldChange(this.disk, this.reduce, change)
  }

  private insert(item: OpenedChange, place: Place, isMade: boolean, pos: number, isOut = false, was?: string): void {
    const { change, body, hash } = item
    const { id, replaces } = change
    this.disk.log.set(id, { id, change, body, hash, replaces, place, pos, isMade, isOut, ...(was === undefined ? {} : { was }) })
    if (isMade && place.state === 'new') this.disk.unsent.add(change.id)
    for (const key of this.keysOf(change)) this.disk.touching.set(key, [...(this.disk.touching.get(key) ?? []), change.id])
  }

  private takeOut(change: Change): void {
    this.disk.shared = 0
    this.disk.log.delete(change.id)
    this.disk.unsent.delete(change.id)
    this.disk.unsentElse.delete(change.id)
    this.disk.held.delete(change.id)
    for (const key of this.keysOf(change)) {
      const rest = (this.disk.touching.get(key) ?? []).filter(id => id !== change.id)
      if (rest.length > 0) this.disk.touching.set(key, rest)
      else {
        this.disk.touching.delete(key)
        this.disk.rows.delete(key)
      }
    }
  }

  private keysOf(change: Change): Set<string> {
    const keys = new Set(touchedBy(change).map(({ entity, id }) => rowKey(entity, id)))
    if (change.replaces !== undefined) keys.add(`replaces/${change.replaces}`)
    return keys
  }
}

const made = (disk: Disk): JournalLine[] =>
  [...disk.log.values()].filter(({ isMade }) => isMade).map(({ change, body, hash, was }) => ({ change, body, hash, was }))
