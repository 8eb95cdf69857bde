import type { LoggedOp } from '#shared/changes/op'
import { reduce } from '#shared/changes/reduce'
import type { OpenedChange } from '#shared/sync/frame'
import { type ServerPorts, serverSession } from '#shared/sync/server-session'
import type { Act } from './acts'
import type { Counts } from './counts'
import { DiskFull, Fuse, PowerCut } from './fuse'
import { Line, type Trouble } from './line'
import type { Desk, DeskBackup } from './node'
import { bookFields, deviceFields, officerFields } from './papers'
import { GOOD_HABITS, type Habits, type Plant } from './plant'
import { deskPorts, portsOf } from './ports'
import { Promises } from './promises'
import { type ServerImage, type ServerView, type SimDesk, type SimServer, type Storage, Unwritable } from './storage'
import { Violation } from './violation'

/** Several desks and their server, with all that has ever been promised to a person. */
export class World {
  readonly desks: Desk[] = []
  readonly server: SimServer
  readonly serverFuse: Fuse
  readonly storage: Storage
  readonly ports: ServerPorts
  readonly counts: Counts
  readonly plant: Plant | undefined
  readonly habits: Habits
  readonly promises = new Promises()
  serverBackup: ServerImage | undefined
  isTroubled = false
  lines: Line[] = []
  ids = 0
  private readonly time: { moments: number }
  private strides = 0

  private constructor(storage: Storage, server: SimServer, fuse: Fuse, time: { moments: number }, counts: Counts, plant?: Plant) {
    this.storage = storage
    this.serverFuse = fuse
    this.time = time
    this.counts = counts
    this.plant = plant
    this.habits = { ...GOOD_HABITS, ...plant?.habits }
    this.server = server
    this.ports = portsOf(this, this.server)
  }

  static async on(storage: Storage, counts: Counts, plant?: Plant): Promise<World> {
    const [fuse, time] = [new Fuse(), { moments: 0 }]
    const server = await storage.server(fuse, () => 1_800_000_000_000 + time.moments)
    return new World(storage, server, fuse, time, counts, plant)
  }

  get now(): number {
    return this.time.moments
  }

  set now(moments: number) {
    this.time.moments = moments
  }

  newId = (): string => `00000000-0000-7000-8000-${(++this.ids).toString(16).padStart(12, '0')}`

  /** Saves a change as a person's deed does; undefined when the desk could not. */
  act(desk: Desk, { ops, by, replaces }: Act, officer?: string | null): OpenedChange | undefined {
    const planted = this.plant?.act
      ? this.plant.act({ ops, ...(by && { by }), ...(replaces && { replaces }) }, desk, this)
      : { ops, by, replaces }
    const at = { wall: 1_795_000_000_000 + desk.clock, boot: `${desk.boot}`, mono: ++this.now }
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
      if (!(error instanceof Unwritable)) this.deskStopped(desk, error)
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
    line.desk.store.keepJournal()
    line.desk.asksFirst = line.wasCut
    if (line.wasRevoked && line.state.kind === 'done') throw new Violation('I11', `the revoked desk ${line.desk.code} was answered`)
    this.counts.answer(line.state.kind === 'turned-away' ? line.state.reason : line.state.kind)
  }

  /** Somebody who recorded a conversation says it again. */
  async replay(desk: Desk): Promise<void> {
    const [hello] = desk.said
    const caller = await this.server.caller(desk.device)
    // one that this server has not heard, as it was put back since, is new to it
    if (hello?.kind !== 'hello' || !caller || caller.counter < hello.counter) return
    const session = serverSession(this.ports)
    let isKnown = false
    for (const message of desk.said) for await (const answer of session.receive([message])) isKnown ||= answer.kind === 'welcome'
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
    desk.store.start()
    for (const entry of desk.store.disk.log.values()) {
      if (!entry.isMade || this.promises.saved.has(entry.change.at.mono)) continue
      desk.acts.push(entry.change.at.mono)
      this.promises.make(desk, entry)
    }
  }

  backUp(desk: Desk): void {
    desk.backup = { image: desk.store.image(), acts: desk.acts.length }
  }

  /** The disk is as it was, by a fault that nobody saw; the journal has all that was made here. */
  rollBack(desk: Desk, backup: DeskBackup): Promise<void> {
    return this.losing(() => {
      this.put(desk, backup)
      this.start(desk)
    })
  }

  /** The disk and the journal are as they were, and nobody knows. */
  async rollBackSilently(desk: Desk, backup: DeskBackup): Promise<void> {
    await this.losing(() => {
      this.put(desk, backup)
      desk.store.losesJournal()
      desk.acts = desk.acts.slice(0, backup.acts)
    })
    this.promises.doubled.add(desk.device)
  }

  /** A person restores a backup on a computer that has nothing else. */
  async restore(desk: Desk, backup: DeskBackup): Promise<void> {
    await this.losing(() => {
      this.put(desk, backup)
      desk.store.losesJournal()
      desk.acts = desk.acts.slice(0, backup.acts)
    })
    if (this.habits.restoreBeginsEpoch) desk.store.atomically(() => desk.store.beginEpoch(undefined))
    if (this.habits.restoreHoldsNumbers && desk.store.numbering() === 'open') desk.store.atomically(() => desk.store.setNumbering('held'))
    desk.store.keepJournal()
  }

  clone(desk: Desk): Desk {
    this.promises.doubled.add(desk.device)
    const fuse = new Fuse()
    const copy = this.seat(desk.index, desk.device, desk.store.copy(fuse), fuse)
    copy.acts = [...desk.acts]
    copy.manager = desk.manager
    copy.clerk = desk.clerk
    copy.isRevoked = desk.isRevoked
    return copy
  }

  async backUpServer(): Promise<void> {
    this.serverBackup = await this.server.image()
  }

  /** The server's disk is put back; devices that were revoked since are revoked again, as its administrator's list says. */
  async restoreServer(backup: ServerImage, isKnown: boolean): Promise<void> {
    this.stopServer()
    await this.losing(async () => {
      const had = actsOn(await this.server.look())
      await this.server.putBack(backup)
      this.promises.serverWentBack(had, actsOn(await this.server.look()))
      for (const desk of this.desks) if (desk.isRevoked) await this.server.revoke(desk.device)
    })
    if (isKnown && this.habits.serverRestoreRenews) await this.server.beginFeedAnew()
  }

  revoke(desk: Desk): Promise<void> {
    return this.losing(async () => {
      await this.server.revoke(desk.device)
      for (const copy of this.desks) if (copy.device === desk.device) copy.isRevoked = true
    })
  }

  /** Does what takes something off a disk, and notes which acts are then on none. */
  private async losing(work: () => void | Promise<void>): Promise<void> {
    const before = await this.held()
    await work()
    this.promises.disksWentBack(before, await this.held())
  }

  private async held(): Promise<Set<number>> {
    const held = actsOn(await this.server.look())
    for (const { store, acts, isRevoked } of this.desks) {
      // what a revoked desk holds it cannot give back
      if (isRevoked) continue
      for (const { change } of store.disk.log.values()) held.add(change.at.mono)
      for (const act of store.journalActs()) held.add(act)
      for (const act of acts) held.add(act)
    }
    return held
  }

  private put(desk: Desk, { image }: DeskBackup): void {
    const wasTroubled = this.isTroubled
    this.isTroubled = true
    for (const line of this.lines) if (line.desk === desk) line.cut()
    this.isTroubled = wasTroubled
    desk.store.putBack(image)
    desk.fuse.clear()
  }

  async open(index: number): Promise<void> {
    const device = this.newId()
    const desk = this.place(index, device)
    await this.server.enrol(device, desk.code)
    const bookId = this.newId()
    desk.manager = this.newId()
    desk.clerk = this.newId()
    desk.store.takeBook(bookId)
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

  place(index: number, device: string): Desk {
    const fuse = new Fuse()
    const ports = { stride: () => ++this.strides, reduce: this.plant?.reduce ?? reduce }
    return this.seat(index, device, this.storage.desk(device, fuse, ports), fuse)
  }

  private seat(index: number, device: string, store: SimDesk, fuse: Fuse): Desk {
    const desk: Desk = {
      index,
      code: String.fromCharCode(65 + index),
      device,
      store,
      ports: undefined as unknown as Desk['ports'],
      fuse,
      backup: undefined,
      acts: [],
      clock: 0,
      boot: 1,
      isOffline: false,
      asksFirst: false,
      isRevoked: false,
      isNewer: false,
      manager: '',
      clerk: '',
      said: []
    }
    desk.ports = deskPorts(this, desk)
    this.desks.push(desk)
    return desk
  }
}

const actsOn = ({ kept }: ServerView): Set<number> => new Set([...kept.values()].map(({ change }) => change.at.mono))
