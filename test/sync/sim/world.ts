import type { LoggedOp } from '#shared/changes/op'
import { reduce } from '#shared/changes/reduce'
import type { DeskPorts } from '#shared/sync/desk-store'
import type { OpenedChange } from '#shared/sync/frame'
import { type ServerPorts, serverSession } from '#shared/sync/server-session'
import type { Act } from './acts'
import type { Counts } from './counts'
import { copyDisk, type Disk, emptyDisk, type JournalLine } from './disk'
import { DISTRICT } from './district'
import { DiskFull, Fuse, PowerCut } from './fuse'
import { Line, type Trouble } from './line'
import { ModelDesk } from './model-desk'
import { ModelServer } from './model-server'
import { copyMorning, type Morning } from './morning'
import type { Desk, DeskBackup } from './node'
import { bookFields, deviceFields, officerFields } from './papers'
import { GOOD_HABITS, type Habits, type Plant } from './plant'
import { deskPorts, portsOf } from './ports'
import { Promises } from './promises'
import { copyServerDisk, emptyServerDisk, type ServerDisk } from './server-disk'
import { Violation } from './violation'

/** Several desks and their server, with all that has ever been promised to a person. */
export class World {
  readonly desks: Desk[] = []
  readonly server: ModelServer
  readonly serverFuse = new Fuse()
  readonly ports: ServerPorts
  readonly counts: Counts
  readonly plant: Plant | undefined
  readonly habits: Habits
  readonly promises = new Promises()
  serverBackup: ServerDisk | undefined
  isTroubled = false
  lines: Line[] = []
  private ids = 0
  private moments = 0
  private strides = 0

  constructor(counts: Counts, plant?: Plant) {
    this.counts = counts
    this.plant = plant
    this.habits = { ...GOOD_HABITS, ...plant?.habits }
    this.server = new ModelServer(DISTRICT, emptyServerDisk(), this.serverFuse, () => 1_800_000_000_000 + this.moments)
    this.ports = portsOf(this, this.server)
  }

  static from(morning: Morning, counts: Counts): World {
    const world = new World(counts)
    const { desks, server, saved, ids, moments } = copyMorning(morning)
    world.server.disk = server
    for (const [i, { device, disk, journal, acts, manager, clerk }] of desks.entries())
      Object.assign(world.place(i, device, disk, journal), { acts, manager, clerk })
    for (const { act, desk, item } of saved) world.promises.saved.set(act, { desk: world.desks[desk] as Desk, item })
    for (const desk of world.desks) world.backUp(desk)
    world.backUpServer()
    world.ids = ids
    world.moments = moments
    return world
  }

  asMorning(): Morning {
    const desks = this.desks.map(({ device, store: { disk }, journal, acts, manager, clerk }) => ({
      device,
      disk,
      journal,
      acts,
      manager,
      clerk
    }))
    const saved = [...this.promises.saved].map(([act, { desk, item }]) => ({ act, desk: desk.index, item }))
    return copyMorning({ desks, server: this.server.disk, saved, ids: this.ids, moments: this.moments })
  }

  get now(): number {
    return this.moments
  }

  newId = (): string => `00000000-0000-7000-8000-${(++this.ids).toString(16).padStart(12, '0')}`

  /** Saves a change as a person's deed does; undefined when the desk could not. */
  act(desk: Desk, { ops, by, replaces }: Act, officer?: string | null): OpenedChange | undefined {
    const planted = this.plant?.act
      ? this.plant.act({ ops, ...(by && { by }), ...(replaces && { replaces }) }, desk, this)
      : { ops, by, replaces }
    const at = { wall: 1_795_000_000_000 + desk.clock, boot: `${desk.boot}`, mono: ++this.moments }
    const who = officer === undefined ? (planted.by === 'clerk' ? desk.clerk : desk.manager) : officer
    try {
      const item = desk.store.write({
        officer: who,
        ops: planted.ops,
        at,
        v: desk.isNewer ? 3 : 2,
        ...(planted.replaces === undefined ? {} : { replaces: planted.replaces })
      })
      desk.acts.push(at.mono)
      this.promises.make(desk, item)
      return item
    } catch (error) {
      this.deskStopped(desk, error)
      return undefined
    }
  }

  /** One conversation from beginning to end. */
  async converse(desk: Desk, trouble?: Trouble, isServerFirst = false): Promise<Line> {
    const line = this.dial(desk, trouble)
    while (await line.step(isServerFirst));
    this.hangUp(line)
    return line
  }

  dial(desk: Desk, trouble?: Trouble): Line {
    this.counts.conversations++
    const line = new Line(this, desk, trouble)
    this.lines.push(line)
    return line
  }

  hangUp(line: Line): void {
    this.lines = this.lines.filter(other => other !== line)
    if (line.wasRevoked && line.state.kind === 'done') throw new Violation('I11', `the revoked desk ${line.desk.code} was answered`)
    this.counts.answer(line.state.kind === 'turned-away' ? line.state.reason : line.state.kind)
  }

  /** Somebody who recorded a conversation says it again. */
  async replay(desk: Desk): Promise<void> {
    const [hello] = desk.said
    const caller = this.server.disk.callers.get(desk.device)
    // one that this server has not heard, as it was put back since, is new to it
    if (hello?.kind !== 'hello' || !caller || caller.counter < hello.counter) return
    const session = serverSession(this.ports)
    let isKnown = false
    for (const message of desk.said) for await (const answer of session.receive(message)) isKnown ||= answer.kind === 'welcome'
    if (isKnown) throw new Violation('I11', 'a recorded conversation was answered')
  }

  /** A desk's program ended in the middle; it is started again at once. */
  deskStopped(desk: Desk, error: unknown): void {
    if (error instanceof DiskFull) this.counts.fault('desk disk full')
    else if (error instanceof PowerCut) {
      this.counts.fault('desk loses power')
      this.plant?.deskStops?.(desk)
      this.start(desk)
    } else throw error
  }

  serverStopped(error: unknown): void {
    if (error instanceof DiskFull) {
      this.counts.fault('server disk full')
      return
    }
    this.counts.fault('server loses power')
    this.stopServer()
  }

  stopServer(): void {
    this.server.stop()
    this.plant?.serverStops?.(this)
    this.serverFuse.clear()
    const wasTroubled = this.isTroubled
    this.isTroubled = true
    for (const line of this.lines) line.cut()
    this.isTroubled = wasTroubled
  }

  /** The program starts: what the journal has and the disk lost comes back, and the other way round. */
  start(desk: Desk): void {
    desk.fuse.clear()
    desk.boot++
    if (!this.habits.keepsJournal) return
    desk.store.recover(desk.journal, desk.journalEpoch)
    desk.journalEpoch = desk.store.disk.epoch
    const known = new Set(desk.journal.map(({ hash }) => hash))
    for (const entry of desk.store.disk.log.values()) {
      if (!entry.isMade || known.has(entry.hash)) continue
      desk.journal.push({ change: entry.change, body: entry.body, hash: entry.hash, was: entry.was })
      if (this.promises.saved.has(entry.change.at.mono)) continue
      desk.acts.push(entry.change.at.mono)
      this.promises.make(desk, entry)
    }
  }

  backUp(desk: Desk): void {
    desk.backup = { disk: copyDisk(desk.store.disk), acts: desk.acts.length }
  }

  /** The disk is as it was, by a fault that nobody saw; the journal has all that was made here. */
  rollBack(desk: Desk, backup: DeskBackup): void {
    this.losing(() => {
      this.put(desk, backup)
      this.start(desk)
    })
  }

  /** The disk and the journal are as they were, and nobody knows. */
  rollBackSilently(desk: Desk, backup: DeskBackup): void {
    this.losing(() => {
      this.put(desk, backup)
      desk.journal = journalOf(desk)
      desk.journalEpoch = desk.store.disk.epoch
      desk.acts = desk.acts.slice(0, backup.acts)
    })
    this.promises.doubled.add(desk.device)
  }

  /** A person restores a backup on a computer that has nothing else. */
  restore(desk: Desk, backup: DeskBackup): void {
    this.losing(() => {
      this.put(desk, backup)
      desk.journal = journalOf(desk)
      desk.journalEpoch = desk.store.disk.epoch
      desk.acts = desk.acts.slice(0, backup.acts)
    })
    if (this.habits.restoreBeginsEpoch) desk.store.atomically(() => desk.store.beginEpoch(undefined))
    if (this.habits.restoreHoldsNumbers && desk.store.numbering() === 'open') desk.store.atomically(() => desk.store.setNumbering('held'))
  }

  clone(desk: Desk): Desk {
    this.promises.doubled.add(desk.device)
    const copy = this.place(desk.index, desk.device, copyDisk(desk.store.disk), [...desk.journal])
    copy.acts = [...desk.acts]
    copy.journalEpoch = desk.journalEpoch
    copy.manager = desk.manager
    copy.clerk = desk.clerk
    copy.isRevoked = desk.isRevoked
    return copy
  }

  backUpServer(): void {
    this.serverBackup = copyServerDisk(this.server.disk)
  }

  /** The server's disk is put back; devices that were revoked since are revoked again, as its administrator's list says. */
  restoreServer(backup: ServerDisk, isKnown: boolean): void {
    this.stopServer()
    this.losing(() => {
      const { rosterVersion, kept } = this.server.disk
      this.promises.serverWentBack(actsOn(kept), actsOn(backup.kept))
      this.server.disk = { ...copyServerDisk(backup), rosterVersion }
      for (const desk of this.desks) if (desk.isRevoked) this.turnOff(desk)
    })
    if (isKnown && this.habits.serverRestoreRenews) void this.server.renewFeed()
  }

  revoke(desk: Desk): void {
    this.losing(() => {
      this.turnOff(desk)
      for (const copy of this.desks) if (copy.device === desk.device) copy.isRevoked = true
    })
  }

  private turnOff({ device }: Desk): void {
    const { callers } = this.server.disk
    const caller = callers.get(device)
    if (caller) callers.set(device, { ...caller, state: 'revoked' })
    this.server.disk.rosterVersion++
  }

  /** Does what takes something off a disk, and notes which acts are then on none. */
  private losing(work: () => void): void {
    const before = this.held()
    work()
    this.promises.disksWentBack(before, this.held())
  }

  private held(): Set<number> {
    const held = actsOn(this.server.disk.kept)
    for (const { store, journal, acts, isRevoked } of this.desks) {
      // what a revoked desk holds it cannot give back
      if (isRevoked) continue
      for (const { change } of store.disk.log.values()) held.add(change.at.mono)
      for (const { change } of journal) held.add(change.at.mono)
      for (const act of acts) held.add(act)
    }
    return held
  }

  private put(desk: Desk, backup: DeskBackup): void {
    const wasTroubled = this.isTroubled
    this.isTroubled = true
    for (const line of this.lines) if (line.desk === desk) line.cut()
    this.isTroubled = wasTroubled
    desk.store.disk = copyDisk(backup.disk)
    desk.fuse.clear()
  }

  open(index: number): void {
    const device = this.newId()
    this.server.disk.callers.set(device, { state: 'active', counter: 0 })
    this.server.disk.rosterVersion++
    const desk = this.place(index, device, emptyDisk(), [])
    const bookId = this.newId()
    desk.manager = this.newId()
    desk.clerk = this.newId()
    desk.store.disk.bookId = bookId
    const create = (entity: string, id: string, fields: Record<string, unknown>): LoggedOp => ({
      type: 'create',
      entity,
      id,
      fields: fields as never
    })
    const ops = [
      create('device', device, deviceFields(desk.code)),
      create('officer', desk.manager, officerFields('Kepala', ['manager', 'administrator', 'back-office', 'front-office'])),
      create('officer', desk.clerk, officerFields('Petugas', ['front-office'])),
      create('letterBook', bookId, bookFields(desk.code))
    ]
    this.act(desk, { ops }, null)
  }

  private place(index: number, device: string, disk: Disk, journal: JournalLine[]): Desk {
    const fuse = new Fuse()
    const desk: Desk = {
      index,
      code: String.fromCharCode(65 + index),
      device,
      store: undefined as unknown as ModelDesk,
      ports: undefined as unknown as DeskPorts,
      fuse,
      journal,
      journalEpoch: 1,
      backup: undefined,
      acts: [],
      clock: 0,
      boot: 1,
      isOffline: false,
      isRevoked: false,
      isNewer: false,
      manager: '',
      clerk: '',
      said: []
    }
    desk.store = new ModelDesk(
      { district: DISTRICT, device, disk, fuse },
      { journal: (lines, epoch) => note(desk, lines, epoch), stride: () => ++this.strides, reduce: this.plant?.reduce ?? reduce }
    )
    desk.ports = deskPorts(this, desk)
    this.desks.push(desk)
    return desk
  }
}

const journalOf = (desk: Desk): JournalLine[] =>
  [...desk.store.disk.log.values()].filter(({ isMade }) => isMade).map(({ change, body, hash, was }) => ({ change, body, hash, was }))

function note(desk: Desk, lines: readonly JournalLine[], epoch: number): void {
  desk.journal.push(...lines)
  desk.journalEpoch = epoch
}

const actsOn = (kept: ServerDisk['kept']): Set<number> => new Set([...kept.values()].map(({ change }) => change.at.mono))
