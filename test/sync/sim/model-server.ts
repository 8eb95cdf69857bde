import type { Row } from '#shared/changes/reduce'
import type { Claim, DistrictStore, KeptChange, Standing } from '#shared/sync/district-store'
import { claimKey, rowKey } from '#shared/sync/district-store'
import { feedDigest } from '#shared/sync/feed-digest'
import { renewedOnceMore } from '#shared/sync/feed-renewals'
import { type Frame, frameId, type OpenedFrame } from '#shared/sync/frame'
import type { Extent, Hello, RosterEntry } from '#shared/sync/protocol'
import type { Caller, FeedRun } from '#shared/sync/server-session'
import { type Fuse, PowerCut } from './fuse'
import { keyOf, openFrame } from './sealing'
import { copyServerDisk, type ServerDisk } from './server-disk'
import type { ServerImage, ServerView, SimServer } from './storage'

const NOTHING = new Uint8Array()

/** About as many changes as a page of the feed holds; small, so that pages end everywhere. */
const PAGE = 12

/** A district's server in memory: transactions one behind the other, a disk that can be put back, and a power switch at every write. */
export class ModelServer implements SimServer {
  readonly district: string
  disk: ServerDisk
  private readonly fuse: Fuse
  private clock: () => number
  private epochs = 1
  /** Rises with everything that desks may have to be told of. */
  commits = 0
  private run = 0
  private isLocked = false
  private readonly queue: (() => void)[] = []
  /** What each feed comes to at each number, as far as somebody asked. */
  private readonly digests = new WeakMap<string[], string[]>()
  private told: { version: number; entries: RosterEntry[] } = { version: 0, entries: [] }

  constructor(district: string, disk: ServerDisk, fuse: Fuse, clock: () => number) {
    this.district = district
    this.disk = disk
    this.fuse = fuse
    this.clock = clock
  }

  now = (): number => this.clock()

  look = async (): Promise<ServerView> => this.disk

  async enrol(device: string): Promise<void> {
    this.disk.callers.set(device, { state: 'active', counter: 0 })
    this.disk.rosterVersion++
  }

  async revoke(device: string): Promise<void> {
    const caller = this.disk.callers.get(device)
    if (caller) this.disk.callers.set(device, { ...caller, state: 'revoked' })
    this.disk.rosterVersion++
  }

  image = async (): Promise<ServerImage> => ({ kind: 'model', disk: copyServerDisk(this.disk) })

  async putBack(image: ServerImage): Promise<void> {
    const { rosterVersion } = this.disk
    if (image.kind === 'model') this.disk = { ...copyServerDisk(image.disk), rosterVersion }
  }

  caller = async (device: string): Promise<Caller | undefined> => this.disk.callers.get(device)

  async riseCounter(device: string, counter: number, _clock: Hello['clock']): Promise<'risen' | 'replayed'> {
    const known = this.disk.callers.get(device)
    if (!known || counter <= known.counter) return 'replayed'
    this.fuse.tick()
    this.disk.callers.set(device, { ...known, counter })
    return 'risen'
  }

  async roster() {
    const { rosterVersion: version, callers } = this.disk
    if (this.told.version !== version) {
      const entryOf = (device: string, isRevoked: boolean): RosterEntry => ({ device, code: '', publicKey: NOTHING, isRevoked })
      this.told = { version, entries: [...callers].map(([device, { state }]) => entryOf(device, state === 'revoked')) }
    }
    return { ...this.told, signature: NOTHING }
  }

  feed = async () => ({ epoch: this.disk.epoch, head: this.disk.last })

  async digestAt(feed: number): Promise<string | undefined> {
    const { feed: ids, kept } = this.disk
    const digests = this.digests.get(ids) ?? []
    this.digests.set(ids, digests)
    for (let at = digests.length; at < Math.min(feed, ids.length); at++)
      digests.push(feedDigest(digests[at - 1] ?? null, kept.get(ids[at] ?? '')?.hash ?? ''))
    return digests[feed - 1]
  }

  async renewFeed(device: string, epoch: string): Promise<boolean> {
    if (this.disk.epoch !== epoch) return true
    const renewals = renewedOnceMore(this.disk.renewals.get(device) ?? [], this.clock())
    if (!renewals) return false
    await this.beginFeedAnew()
    this.disk.renewals.set(device, renewals)
    return true
  }

  async beginFeedAnew(): Promise<void> {
    this.fuse.tick()
    this.disk.epoch = `feed ${++this.epochs}`
    this.commits++
  }

  async extents(): Promise<Extent[]> {
    return [...this.disk.chains].map(([chain, seq]) => {
      const [device = '', epoch] = chain.split('.')
      return { device, epoch: Number(epoch), seq, hash: this.disk.kept.get(`${chain}.${seq}`)?.hash ?? '' }
    })
  }

  async *parked(device: string): ReturnType<SimServer['parked']> {
    for (const id of [...(this.disk.parked.get(device) ?? [])]) {
      const { state, reason, waitsFor, change, hash, frame } = this.disk.kept.get(id) as KeptChange
      const isRefused = state === 'refused' && reason !== null
      const verdict = isRefused ? ({ kind: 'refused', reason } as const) : ({ kind: 'waiting', for: waitsFor } as const)
      yield { id, epoch: change.epoch, seq: change.seq, hash, verdict, frame: this.disk.frames.get(frame) as Frame }
    }
  }

  async open(frame: Frame): Promise<OpenedFrame | undefined> {
    return openFrame(this.district, this.disk.callers.has(frame.device) ? keyOf(frame.device) : undefined, frame)
  }

  readonly layout = 1

  async *page(after: number): AsyncGenerator<FeedRun> {
    const runs: (FeedRun & { name: string })[] = []
    const end = Math.min(this.disk.feed.length, after + PAGE)
    for (let feed = after + 1; feed <= end; feed++) {
      const { frame: name, index, hash } = this.disk.kept.get(this.disk.feed[feed - 1] ?? '') as KeptChange
      const run = runs.at(-1)
      if (run?.name === name && index > (run.picks.at(-1) ?? 0)) {
        run.picks.push(index)
        run.hash = hash
      } else runs.push({ name, feed, frame: this.disk.frames.get(name) as Frame, picks: [index], hash })
    }
    yield* runs
  }

  /** Writes are kept aside until the end, so that whatever stops the work leaves nothing behind. */
  async transaction<T>(work: (store: DistrictStore) => Promise<T>): Promise<T> {
    const { run } = this
    const writes: (() => void)[] = []
    let hasLock = false
    const lock = async () => {
      await this.lock()
      hasLock = true
      if (run !== this.run) throw new PowerCut('the server had stopped')
      return this.disk.last
    }
    try {
      const result = await work(this.storeFor(writes, lock))
      this.fuse.tick()
      if (run !== this.run) throw new PowerCut('the server had stopped')
      for (const write of writes) write()
      if (writes.length > 0) this.commits++
      this.fuse.tick(true)
      return result
    } finally {
      if (hasLock) this.unlock()
    }
  }

  /** All that was going on ends where it is. */
  stop(): void {
    this.run++
  }

  private async lock(): Promise<void> {
    if (this.isLocked) await new Promise<void>(resolve => this.queue.push(resolve))
    this.isLocked = true
  }

  private unlock(): void {
    const next = this.queue.shift()
    if (next) next()
    else this.isLocked = false
  }

  private storeFor(writes: (() => void)[], lock: () => Promise<number>): DistrictStore {
    const later = async (write: () => void): Promise<void> => {
      this.fuse.tick()
      writes.push(write)
    }
    return {
      lock,
      standings: async ids => this.standings(ids),
      changeWithHash: async (_device, hash) => this.disk.byHash.get(hash),
      lastSeq: async (device, epoch) => this.disk.chains.get(`${device}.${epoch}`) ?? 0,
      rows: async places => this.rows(places),
      claimed: async claims => this.claimed(claims),
      waitingFor: async ids => this.waitingFor(new Set(ids)),
      keep: kept =>
        later(() => {
          for (const { opened, changes } of kept) this.keep(opened, changes)
        }),
      restand: standings => later(() => this.restand(standings)),
      putRows: rows =>
        later(() => {
          for (const [key, { row }] of rows) this.disk.rows.set(key, row)
        }),
      putClaims: claims =>
        later(() => {
          for (const claim of claims) this.disk.claims.set(claimKey(claim), claim.id)
        }),
      setLast: last =>
        later(() => {
          this.disk.last = last
        })
    }
  }

  private standings(ids: readonly string[]): Map<string, Standing> {
    const found = new Map<string, Standing>()
    for (const id of ids) {
      const kept = this.disk.kept.get(id)
      if (kept) found.set(id, { hash: kept.hash, state: kept.state, feed: kept.feed, reason: kept.reason })
    }
    return found
  }

  private rows(places: readonly { entity: string; id: string }[]): Map<string, Row> {
    const found = new Map<string, Row>()
    for (const { entity, id } of places) {
      const row = this.disk.rows.get(rowKey(entity, id))
      if (row) found.set(rowKey(entity, id), row)
    }
    return found
  }

  private claimed(claims: readonly Claim[]): Map<string, string> {
    const found = new Map<string, string>()
    for (const claim of claims) {
      const id = this.disk.claims.get(claimKey(claim))
      if (id !== undefined) found.set(claimKey(claim), id)
    }
    return found
  }

  private waitingFor(ids: ReadonlySet<string>) {
    const waiting = [...this.disk.waiting].map(id => this.disk.kept.get(id) as KeptChange)
    return waiting.filter(({ waitsFor }) => waitsFor.some(id => ids.has(id)))
  }

  private keep(frame: OpenedFrame, changes: readonly KeptChange[]): void {
    const { disk } = this
    disk.frames.set(frameId(frame), frame.frame)
    for (const kept of changes) {
      const { device, epoch, seq, id } = kept.change
      disk.byHash.set(kept.hash, id)
      disk.kept.set(id, kept)
      if (kept.feed !== null) disk.feed[kept.feed - 1] = id
      this.sort(kept)
      const chain = `${device}.${epoch}`
      let end = disk.chains.get(chain) ?? 0
      while (disk.kept.has(`${chain}.${end + 1}`)) end++
      if (seq <= end) disk.chains.set(chain, end)
    }
  }

  private restand(standings: ReadonlyMap<string, Omit<Standing, 'hash'>>): void {
    for (const [id, standing] of standings) {
      const kept = this.disk.kept.get(id)
      if (!kept) continue
      const next: KeptChange = { ...kept, ...standing, waitsFor: standing.state === 'waiting' ? kept.waitsFor : [] }
      this.disk.kept.set(id, next)
      if (standing.feed !== null) this.disk.feed[standing.feed - 1] = id
      this.sort(next)
    }
  }

  private sort({ change: { id, device }, state }: KeptChange): void {
    if (state === 'waiting') this.disk.waiting.add(id)
    else this.disk.waiting.delete(id)
    const before = this.disk.parked.get(device)
    const isParked = state === 'waiting' || state === 'refused'
    if (isParked === (before?.has(id) ?? false)) return
    const parked = new Set(before)
    if (isParked) parked.add(id)
    else parked.delete(id)
    this.disk.parked.set(device, parked)
  }
}
