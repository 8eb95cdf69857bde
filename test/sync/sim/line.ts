// One conversation between a desk and the server over a line that does to it what lines do.
import { type DeskSession, deskSession } from '#shared/sync/desk-session'
import type { FromDesk, FromServer } from '#shared/sync/protocol'
import { type ServerSession, serverSession } from '#shared/sync/server-session'
import { DiskFull, PowerCut } from './fuse'
import type { Desk } from './node'
import { Violation } from './violation'
import type { World } from './world'

export const LINE_TROUBLES = [
  'request lost',
  'answer lost after commit',
  'line cut',
  'message truncated',
  'frame doubled',
  'messages up reordered',
  'messages down reordered',
  'byte changed on the way up',
  'byte changed on the way down',
  'desk loses power',
  'server loses power',
  'desk disk full',
  'server disk full',
  'name of another desk',
  'server of another district',
  'other protocol'
] as const
export type LineTrouble = (typeof LINE_TROUBLES)[number]
export type Trouble = { kind: LineTrouble; at: number } | undefined

/** As many as the server reads ahead, and a desk takes in one transaction. */
const MOST_TOGETHER = 4
/** One line in so many is behind a proxy that hands on only what was said to its end. SPEC P13. */
const HELD_BACK = 5
/** Longer than any conversation a small office can have. */
const MOST_MESSAGES = 400

export class Line {
  readonly desk: Desk
  isOpen = true
  readonly wasRevoked: boolean
  private readonly world: World
  private readonly trouble: Trouble
  private readonly session: DeskSession
  private readonly server: ServerSession
  private readonly up: FromDesk[] = []
  private readonly down: FromServer[] = []
  private answers: AsyncGenerator<FromServer> | undefined
  private sentUp = 0
  private sentDown = 0
  private heldUp: FromDesk | undefined
  private heldDown: FromServer | undefined

  constructor(world: World, desk: Desk, trouble: Trouble) {
    this.world = world
    this.desk = desk
    this.wasRevoked = desk.isRevoked
    this.trouble = trouble
    const isElsewhere = trouble?.kind === 'server of another district'
    if (isElsewhere) world.counts.fault(trouble.kind)
    this.server = serverSession(isElsewhere ? { ...world.ports, district: '11.11' } : world.ports)
    // the first talk of all ends before anything is sent there, and a story begins behind it
    const saysAllAtOnce = world.now % HELD_BACK === 0 && desk.store.progress().feedEpoch !== null
    this.session = deskSession(desk.ports, { asksFirst: desk.asksFirst, saysAllAtOnce })
    desk.said = []
    if (trouble?.kind === 'desk loses power') desk.fuse.set(trouble.at, 'power')
    if (trouble?.kind === 'desk disk full') desk.fuse.set(trouble.at, 'full')
    if (trouble?.kind === 'server loses power') world.serverFuse.set(trouble.at, 'power')
    if (trouble?.kind === 'server disk full') world.serverFuse.set(trouble.at, 'full')
    this.atDesk(() => this.session.start())
  }

  get state() {
    return this.session.state()
  }

  get wasCut() {
    return this.session.wasCut()
  }

  get isClean(): boolean {
    return this.trouble === undefined
  }

  /** Takes the conversation one message further; `isServerFirst`: answers pile up on the line before the desk looks at them. */
  async step(isServerFirst: boolean): Promise<boolean> {
    if (!this.isOpen) return false
    const isHeard = !isServerFirst || !(this.answers || this.up.length > 0)
    // a desk that comes late finds several together, too
    const answers = isHeard ? this.down.splice(0, isServerFirst ? MOST_TOGETHER : 1).map(answer => this.world.storage.down(answer)) : []
    if (answers.length > 0) this.atDesk(() => this.session.receive(answers))
    else if (this.answers) await this.nextAnswer(this.answers)
    else {
      // a server that comes late finds several together
      const heard = this.up.splice(0, isServerFirst ? MOST_TOGETHER : 1).map(message => this.world.storage.up(message))
      this.desk.said.push(...heard)
      if (heard.length > 0) this.answers = this.server.receive(heard)
      else this.end()
    }
    if (this.isOpen && this.session.state().kind !== 'going' && this.down.length === 0) this.end()
    return this.isOpen
  }

  cut(): void {
    this.end()
  }

  private end(): void {
    if (!this.isOpen) return
    this.isOpen = false
    if (this.session.state().kind === 'going' && this.isClean && !this.world.isTroubled)
      throw new Violation('I13', `${this.desk.code}: a conversation stands still`)
    this.desk.fuse.clear()
    this.world.serverFuse.clear()
  }

  private atDesk(work: () => Iterable<FromDesk>): void {
    try {
      for (const message of work()) this.carryUp(message)
    } catch (error) {
      this.world.deskStopped(this.desk, error)
      this.isOpen = false
    }
  }

  private async nextAnswer(answers: AsyncGenerator<FromServer>): Promise<void> {
    try {
      const { value, done } = await answers.next()
      if (!this.isOpen) return
      if (done) this.answers = undefined
      else this.carryDown(value)
    } catch (error) {
      if (!(error instanceof PowerCut || error instanceof DiskFull)) throw error
      this.world.serverStopped(error)
      this.isOpen = false
    }
  }

  private carryUp(original: FromDesk): void {
    const planted = this.world.plant?.toServer ? this.world.plant.toServer(original, this.desk) : original
    if (!planted || !this.isOpen) return
    let message = planted
    if (this.desk.said.length > MOST_MESSAGES) throw new Violation('I14', `${this.desk.code}: a conversation without end`)
    const { trouble } = this
    const isNow = trouble !== undefined && this.sentUp++ === trouble.at
    if (isNow && (trouble.kind === 'request lost' || trouble.kind === 'message truncated')) {
      this.struck(trouble.kind, true)
      return
    }
    if (trouble?.kind === 'frame doubled' && message.kind === 'frame') {
      this.struck('frame doubled')
      this.up.push(message)
    }
    if (trouble?.kind === 'byte changed on the way up' && message.kind === 'frame') {
      this.struck('byte changed on the way up')
      message = { ...this.world.storage.bent(message), kind: 'frame' }
    }
    if (message.kind === 'hello' && trouble?.kind === 'name of another desk') {
      this.struck('name of another desk')
      const other = this.world.desks.find(({ device }) => device !== this.desk.device)
      // the transport checks the signature of a hello before any session sees it
      if (other) {
        this.carryDown({ kind: 'turned-away', reason: 'bad-signature' })
        return
      }
    }
    if (message.kind === 'hello' && trouble?.kind === 'other protocol') {
      this.struck('other protocol')
      message = { ...message, protocol: message.protocol + 1 }
    }
    if (isNow && trouble.kind === 'messages up reordered') this.heldUp = message
    else this.up.push(message)
    if (this.heldUp && this.heldUp !== message) {
      this.struck('messages up reordered')
      this.up.push(this.heldUp)
      this.heldUp = undefined
    }
  }

  private carryDown(original: FromServer): void {
    const message = this.world.plant?.toDesk ? this.world.plant.toDesk(original, this.desk, this.world) : original
    if (!message) return
    const { trouble } = this
    const isNow = trouble !== undefined && this.sentDown++ === trouble.at
    if (isNow && (trouble.kind === 'answer lost after commit' || trouble.kind === 'line cut')) {
      this.struck(trouble.kind, true)
      return
    }
    if (trouble?.kind === 'byte changed on the way down' && message.kind === 'part') {
      this.struck('byte changed on the way down')
      this.down.push({ ...message, frame: { ...this.world.storage.bent(message.frame), kind: 'frame' } })
      return
    }
    if (isNow && trouble.kind === 'messages down reordered') {
      this.heldDown = message
      return
    }
    this.down.push(message)
    if (this.heldDown) {
      this.struck('messages down reordered')
      this.down.push(this.heldDown)
      this.heldDown = undefined
    }
  }

  private struck(kind: LineTrouble, isEnd = false): void {
    this.world.counts.fault(kind)
    if (isEnd) this.end()
  }
}
