import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from '#server/backup/backup'
import { restoreBackup } from '#server/backup/restore'
import { inDistrict } from '#server/database/inside'
import { openDatabase } from '#server/database/open'
import type { Database, Place } from '#server/database/place'
import type { Inside } from '#server/database/tables'
import { saveDevice, setDeviceState } from '#server/devices/devices.store'
import { renewFeed } from '#server/sync/feed.store'
import { serverPorts } from '#server/sync/ports'
import type { DistrictStore } from '#shared/sync/district-store'
import type { ServerPorts } from '#shared/sync/server-session'
import { frameWork } from '#wire/frame-work'
import { DISTRICT } from '../district'
import { type Fuse, PowerCut } from '../fuse'
import type { ServerImage, ServerView, SimServer } from '../storage'
import { serverView } from './server-view'

type Room = { folder: string; now(): number; keyOf(device: string): string; freshPlace(): Promise<Place> }

const WRITES = ['keep', 'restand', 'putRows', 'putClaims', 'setLast'] as const

/** A district server's own stores on its own database; with a power switch at every write. */
export class RealServer implements SimServer {
  readonly district = DISTRICT
  commits = 0
  private readonly room: Room
  private readonly fuse: Fuse
  private place: Place
  private server: Database
  private ports: ServerPorts
  private run = 0
  private copies = 0

  private constructor(room: Room, fuse: Fuse, place: Place, server: Database) {
    this.room = room
    this.fuse = fuse
    this.place = place
    this.server = server
    this.ports = serverPorts({ server, now: room.now, frames: frameWork }, DISTRICT)
  }

  /** On a place where a district has been made. */
  static open = async (room: Room, fuse: Fuse, place: Place): Promise<RealServer> =>
    new RealServer(room, fuse, place, await openDatabase(place))

  private inside = <T>(work: (inside: Inside) => Promise<T>): Promise<T> => inDistrict(this.server, DISTRICT, work)

  look = (): Promise<ServerView> => this.inside(serverView)

  async enrol(device: string, code: string): Promise<void> {
    const unused = {
      checkNumber: null,
      nonceHash: '',
      serverNonce: '',
      lastSeenAt: null,
      lastClock: null,
      name: 'simulated',
      runs: '[]',
      renewals: '[]'
    }
    const kept = { id: device, code, publicKey: this.room.keyOf(device), state: 'active' as const, counter: 0, callCounter: 0 }
    await this.inside(inside => saveDevice(inside, { ...kept, ...unused, enrolledAt: 0, confirmedAt: 0 }))
  }

  revoke = (device: string): Promise<void> => this.inside(inside => setDeviceState(inside, device, 'revoked', 0))

  stop(): void {
    this.run++
  }

  close = (): Promise<void> => this.server.close()

  /** As the program's own command backs up. */
  async image(): Promise<ServerImage> {
    const file = join(this.room.folder, `backup-${++this.copies}.db`)
    await backUp(this.server, file, 0)
    const { epoch } = await this.feed()
    return { kind: 'real', file: readFileSync(file), epoch }
  }

  /** As the program's own command restores, but that nobody notices: the feed keeps its name. */
  async putBack(image: ServerImage): Promise<void> {
    if (image.kind !== 'real') return
    const file = join(this.room.folder, `backup-${++this.copies}.db`)
    writeFileSync(file, image.file)
    const { rosterVersion } = await this.inside(({ trx }) => trx.selectFrom('district').select('rosterVersion').executeTakeFirstOrThrow())
    await this.server.close()
    if (this.place.kind === 'postgres') this.place = await this.room.freshPlace()
    await restoreBackup(file, this.place)
    rmSync(file)
    this.server = await openDatabase(this.place)
    this.ports = serverPorts({ server: this.server, now: this.room.now, frames: frameWork }, DISTRICT)
    await this.inside(({ trx }) => trx.updateTable('district').set({ rosterVersion, feedEpoch: image.epoch }).execute())
    this.commits++
  }

  get layout(): number {
    return this.ports.layout
  }
  now = () => this.ports.now()
  caller: ServerPorts['caller'] = device => this.ports.caller(device)
  roster = () => this.ports.roster()
  feed = () => this.ports.feed()
  digestAt: ServerPorts['digestAt'] = feed => this.ports.digestAt(feed)
  extents = () => this.ports.extents()
  parked: ServerPorts['parked'] = (device, layout, known) => this.ports.parked(device, layout, known)
  open: ServerPorts['open'] = frame => this.ports.open(frame)
  page: ServerPorts['page'] = (after, layout) => this.ports.page(after, layout)

  riseCounter: ServerPorts['riseCounter'] = (device, counter, clock) => {
    this.fuse.tick()
    // copies of a desk are stopped as soon as they are noticed; here they are to do what harm they can
    return this.ports.riseCounter(device, counter, { ...clock, boot: 'any' })
  }

  renewFeed: ServerPorts['renewFeed'] = async (device, epoch) => {
    this.fuse.tick()
    const mayIt = await this.ports.renewFeed(device, epoch)
    this.commits++
    return mayIt
  }

  async beginFeedAnew(): Promise<void> {
    this.fuse.tick()
    await this.inside(renewFeed)
    this.commits++
  }

  /** Whatever stops the work, also between its last write and the commit, leaves nothing of it behind. */
  async transaction<T>(work: (store: DistrictStore) => Promise<T>): Promise<T> {
    const { run } = this
    let writes = 0
    const assertRuns = () => {
      if (run !== this.run) throw new PowerCut('the server had stopped')
    }
    const result = await this.ports.transaction(async store => {
      const ticking = { ...store }
      for (const name of WRITES) {
        const write = store[name] as (...given: unknown[]) => Promise<void>
        ticking[name] = async (...given: unknown[]) => {
          assertRuns()
          this.fuse.tick()
          writes++
          await write(...given)
        }
      }
      const done = await work(ticking)
      assertRuns()
      this.fuse.tick()
      return done
    })
    if (writes > 0) this.commits++
    this.fuse.tick(true)
    return result
  }
}
