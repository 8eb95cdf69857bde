import { type Change, changeId, FIRST_PREV, stampName } from '#shared/changes/change'
import { isEntityName } from '#shared/changes/entities'
import { knownOp, type LoggedOp } from '#shared/changes/op'
import { type Place as Entity, MERGES, parentsOf, touchedBy } from '#shared/changes/parents'
import { type Look, type Row, type reduce, stampOf } from '#shared/changes/reduce'
import type { DeskStore, Numbering, Place, Progress } from '#shared/sync/desk-store'
import { rowKey } from '#shared/sync/district-store'
import { frameId, type OpenedChange, type OpenedFrame } from '#shared/sync/frame'
import type { Extent, RosterEntry } from '#shared/sync/protocol'
import type { Fuse } from './fuse'
import { written } from './sealing'

export type Reduce = typeof reduce
/** A change as a desk keeps it. `pos`: its place among those without a feed number; `isMade`: made here; `isOut`: another took its place. */
export type Entry = OpenedChange & { place: Place; pos: number; isMade: boolean; isOut: boolean; was?: string }
/** A line of the journal. `was`: the name that this change had before it was written anew. */
export type JournalLine = OpenedChange & { was: string | undefined }
export type Draft = { officer: string | null; ops: LoggedOp[]; at: Change['at']; v: number; replaces?: string }

/** Everything on a desk's disk but its journal. Values are never changed in place, so that a copy of the maps is a copy of the disk. */
export type Disk = {
  epoch: number
  head: { seq: number; hash: string }
  /** Up to here in this epoch everything had an answer when it was last looked at. */
  shared: number
  bookId: string
  log: Map<string, Entry>
  touching: Map<string, readonly string[]>
  rows: Map<string, Row>
  frames: Map<string, OpenedFrame>
  unsent: Set<string>
  /** The same of changes that were not made here. */
  unsentElse: Set<string>
  held: Set<string>
  progress: Progress
  numbering: Numbering
  roster: ReadonlyMap<string, RosterEntry>
  positions: number
}

export const copyDisk = (disk: Disk): Disk => ({
  ...disk,
  log: new Map(disk.log),
  touching: new Map(disk.touching),
  rows: new Map(disk.rows),
  frames: new Map(disk.frames),
  unsent: new Set(disk.unsent),
  unsentElse: new Set(disk.unsentElse),
  held: new Set(disk.held)
})

export const emptyDisk = (): Disk => ({
  epoch: 1,
  head: { seq: 0, hash: FIRST_PREV },
  shared: 0,
  bookId: '',
  log: new Map(),
  touching: new Map(),
  rows: new Map(),
  frames: new Map(),
  unsent: new Set(),
  unsentElse: new Set(),
  held: new Set(),
  progress: { feedEpoch: null, cursor: 0, cursorHash: null, counter: 0, roster: 0, layout: null },
  numbering: 'open',
  roster: new Map(),
  positions: 0
})

const UNFED = 1e9
const orderOf = ({ place, pos }: Entry): number => (place.state === 'fed' ? place.feed : UNFED + pos)

/** The log of a desk in memory, with a disk that can be copied, put back, filled up and cut off at any write. */
export class ModelDesk implements DeskStore {
  readonly district: string
  readonly device: string
  disk: Disk
  private readonly fuse: Fuse
  private readonly reduce: Reduce
  private readonly journalOf: (lines: readonly JournalLine[], epoch: number) => void
  /** How far a new epoch leaps, so that two copies of a desk do not choose the same. */
  private readonly stride: () => number
  private fresh: JournalLine[] = []
  private depth = 0
  readonly look: Look = (entity, id) => this.disk.rows.get(rowKey(entity, id))

  constructor(
    place: { district: string; device: string; disk: Disk; fuse: Fuse },
    ports: { journal: (lines: readonly JournalLine[], epoch: number) => void; stride: () => number; reduce: Reduce }
  ) {
    this.district = place.district
    this.device = place.device
    this.disk = place.disk
    this.fuse = place.fuse
    this.journalOf = ports.journal
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
    this.journalOf(this.fresh, this.disk.epoch)
    return result
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
          changes.some(({ change, hash }) => this.disk.unsentElse.has(change.id) && this.find(change.id)?.hash === hash)
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
      this.insert(change, place, false, ++this.disk.positions)
    }
  }

  unfed(): string[] {
    return [...new Set([...this.disk.unsentElse, ...this.disk.held])]
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
    for (const op of change.ops) this.foldOp(op, change)
  }

  refold(places: readonly Entity[]): void {
    this.fuse.tick()
    const wanted = this.withMerged(places)
    const names = new Set([...wanted].flatMap(key => this.disk.touching.get(key) ?? []))
    const entries = [...names].map(id => this.disk.log.get(id) as Entry).filter(({ isOut }) => !isOut)
    for (const key of wanted) this.disk.rows.delete(key)
    for (const { change } of entries.sort((a, b) => orderOf(a) - orderOf(b)))
      for (const op of change.ops) if (wanted.has(rowKey(op.entity, op.id))) this.foldOp(op, change)
  }

  isOvertaking(entity: string, id: string, change: string, feed: number): boolean {
    const names = this.disk.touching.get(rowKey(entity, id))
    if (!names) return false
    const own = this.disk.log.get(change)
    const now = own ? orderOf(own) : Number.POSITIVE_INFINITY
    return names.some(name => {
      const other = this.disk.log.get(name) as Entry
      return name !== change && !other.isOut && orderOf(other) > feed && orderOf(other) < now
    })
  }

  beginEpoch(fork: { epoch: number; seq: number } | undefined): void {
    this.fuse.tick()
    const { disk } = this
    const { epoch: old, log } = disk
    const known = [...log.values()].filter(({ change }) => change.device === this.device).map(({ change }) => change.epoch)
    disk.epoch = Math.max(old, ...known) + this.stride()
    const moved =
      fork === undefined
        ? []
        : [...log.values()]
            .filter(
              ({ change, isMade }) => isMade && (change.epoch > fork.epoch || (change.epoch === fork.epoch && change.seq >= fork.seq))
            )
            .sort((a, b) => a.change.epoch - b.change.epoch || a.change.seq - b.change.seq)
    disk.shared = 0
    disk.head = { seq: 0, hash: moved[0]?.change.prev ?? disk.head.hash }
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
    this.disk.roster = new Map(entries.map(entry => [entry.device, entry]))
  }

  /** One transaction of the office: a change, chained to the one before, with its rows. */
  write(draft: Draft): OpenedChange {
    return this.atomically(() => {
      this.fuse.tick()
      const { epoch, head } = this.disk
      const { officer, ops, at, v, replaces } = draft
      const id = changeId(this.device, epoch, head.seq + 1)
      const deps = this.depsOf(id, draft)
      const place = { v, id, device: this.device, epoch, seq: head.seq + 1, prev: head.hash }
      const item = written({ ...place, deps, at, officer, ops, ...(replaces === undefined ? {} : { replaces }) })
      this.takeOwn(item)
      this.fresh.push({ ...item, was: undefined })
      return item
    })
  }

  /** Brings back from the journal what the disk has lost, and says how much that was. */
  recover(journal: readonly JournalLine[], epoch: number): number {
    const gone = new Set([...journal, ...this.disk.log.values()].map(({ was }) => was))
    const lost = journal.filter(({ change, hash }) => !gone.has(change.id) && this.disk.log.get(change.id)?.hash !== hash)
    const isBehind = this.disk.epoch < epoch
    for (const line of lost) {
      const before = line.was === undefined ? undefined : this.disk.log.get(line.was)
      if (before?.isMade && before.place.state !== 'fed') this.takeOut(before.change)
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
    return lost.length
  }

  private takeOwn(item: OpenedChange): void {
    const { change, hash } = item
    const replaced = change.replaces === undefined ? undefined : this.disk.log.get(change.replaces)
    if (replaced && replaced.place.state !== 'fed') this.disk.log.set(replaced.change.id, { ...replaced, isOut: true })
    const earlier = [...(replaced ? (this.disk.touching.get(`replaces/${replaced.change.id}`) ?? []) : [])]
    for (const id of earlier) {
      const entry = this.disk.log.get(id)
      if (entry) this.disk.log.set(id, { ...entry, isOut: true })
    }
    this.insert(item, { state: 'new' }, true, replaced?.pos ?? ++this.disk.positions)
    if (this.disk.epoch !== change.epoch) this.disk.shared = 0
    this.disk.epoch = change.epoch
    this.disk.head = { seq: change.seq, hash }
    if (replaced) this.refold([...touchedBy(replaced.change), ...touchedBy(change)])
    else for (const op of change.ops) this.foldOp(op, change)
  }

  private insert(item: OpenedChange, place: Place, isMade: boolean, pos: number, isOut = false, was?: string): void {
    const { change, body, hash } = item
    this.disk.log.set(change.id, { change, body, hash, place, pos, isMade, isOut, ...(was === undefined ? {} : { was }) })
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

  private foldOp(logged: LoggedOp, change: Change): void {
    const op = knownOp(logged)
    if (!op || !isEntityName(op.entity)) return
    const key = rowKey(op.entity, op.id)
    const { row } = this.reduce(op, stampName(change), this.disk.rows.get(key), this.look)
    if (row) this.disk.rows.set(key, row)
  }

  /** Merges stand in one order among them, so whatever was ever merged is folded together. */
  private withMerged(places: readonly Entity[]): Set<string> {
    const keys = new Set(places.filter(({ id }) => id !== MERGES).map(({ entity, id }) => rowKey(entity, id)))
    for (const entity of new Set(places.map(place => place.entity))) {
      const merging = (this.disk.touching.get(rowKey(entity, MERGES)) ?? []).map(id => this.disk.log.get(id) as Entry)
      const merged = merging.flatMap(({ change }) => change.ops.filter(({ type }) => type === 'merge' || type === 'unmerge'))
      const isAsked = places.some(place => place.entity === entity && place.id === MERGES)
      if (isAsked || merged.some(op => keys.has(rowKey(op.entity, op.id)))) for (const op of merged) keys.add(rowKey(op.entity, op.id))
    }
    return keys
  }

  /** SPEC V3. */
  private depsOf(id: string, { ops, officer }: Draft): string[] {
    const deps = new Set<string>()
    const seen = (entity: string, at: string) => {
      const row = this.look(entity, at)
      if (row) deps.add(stampOf(row, '*'))
    }
    for (const logged of ops) {
      const op = knownOp(logged)
      if (!op) continue
      if ('base' in op) for (const stamp of Object.values(op.base)) deps.add(stamp)
      seen(op.entity, op.id)
      for (const parent of parentsOf(op)) seen(parent.entity, parent.id)
    }
    void officer
    deps.delete(id)
    return [...deps].sort()
  }
}

/** The change with every name of a change that was written anew replaced by its new one. */
function renamed(change: Change, names: ReadonlyMap<string, string>): Change {
  const name = (id: string): string => names.get(id) ?? id
  const ops = change.ops.map(logged => {
    const op = knownOp(logged)
    if (!op || !('base' in op)) return logged
    const base = Object.fromEntries(Object.entries(op.base).map(([field, id]) => [field, name(id)]))
    return (op.type === 'resolve' ? { ...op, base, clash: name(op.clash) } : { ...op, base }) as LoggedOp
  })
  const { replaces, ...rest } = change
  return { ...rest, deps: change.deps.map(name).sort(), ops, ...(replaces === undefined ? {} : { replaces: name(replaces) }) }
}
