import { acceptFrames, type Offered } from './accept'
import type { DistrictStore, Refusal } from './district-store'
import type { Frame, OpenedFrame } from './frame'
import {
  type Extent,
  type FeedPart,
  type FromDesk,
  type FromServer,
  frameOf,
  type Hello,
  PROTOCOL_VERSION,
  type RosterEntry,
  type TurnedAway
} from './protocol'
import { toldExtents } from './told-extents'

/** A run of the feed out of one frame. `hash`: of the last change in it. */
export type FeedRun = { feed: number; frame: Frame; picks: number[]; hash: string }
/** `counter`: how far the device has counted, in conversations and in its other calls. */
export type Caller = { state: 'active' | 'unconfirmed' | 'revoked' | 'frozen'; counter: number }

/** What a desk says it holds of its own: this epoch, up to this number. */
export type Known = { epoch: number; seq: number }

/** A change that is kept and not fed, with the frame it came in where the desk may lack it. */
export type ParkedChange = {
  id: string
  epoch: number
  seq: number
  hash: string
  verdict: { kind: 'waiting'; for: string[] } | { kind: 'refused'; reason: Refusal }
  frame?: Frame
}

/** What a session needs of the server; every read sees only what is committed. */
export type ServerPorts = {
  district: string
  now(): number
  /** The device's standing, or undefined for one that was never enrolled. */
  caller(device: string): Promise<Caller | undefined>
  /** Keeps the counter of a hello if it is greater than the last one, or says why this conversation is none. */
  riseCounter(device: string, counter: number, clock: Hello['clock']): Promise<'risen' | 'replayed' | 'frozen'>
  roster(): Promise<{ version: number; entries: RosterEntry[]; signature: Uint8Array }>
  feed(): Promise<{ epoch: string; head: number }>
  /** The `feedDigest` of the feed up to a number; undefined beyond its end. */
  digestAt(feed: number): Promise<string | undefined>
  /** Gives the feed a new epoch in the place of that one, as a device has seen another past than this server's; false when that device may not. SPEC S8. */
  renewFeed(device: string, epoch: string): Promise<boolean>
  extents(): Promise<Extent[]>
  /** Every change of a device that is kept and not fed, in its order; of those that it holds no frame is read. */
  parked(device: string, layout: number, known: Known): AsyncIterable<ParkedChange>
  /** Checks form and signature of a frame; undefined when it is not what its device signed. */
  open(frame: Frame): Promise<OpenedFrame | 'another-layout' | undefined>
  /** How this server's frames are laid out. */
  layout: number
  /** Whether the caller has to wait before it brings more, where there is a bound to that. SPEC S11. */
  isFull?(): Promise<boolean>
  /** How often a file was published for the desks, where such are kept. */
  files?(): Promise<number>
  /** One transaction; when it has returned, everything in it is on disk. */
  transaction<T>(work: (store: DistrictStore) => Promise<T>): Promise<T>
  /** The feed after a number, in its order, about a frame's worth; frames of another layout than the reader's come plain. */
  page(after: number, layout: number): AsyncIterable<FeedRun>
}

/**
 * One conversation with one desk. Each message of the desk has its answers, to be sent in their order. Of messages that came together, frames
 * next to each other are taken in one transaction. SPEC P2-P6.
 */
export type ServerSession = { receive(messages: readonly FromDesk[]): AsyncGenerator<FromServer> }

export function serverSession(ports: ServerPorts): ServerSession {
  let hello: Hello | undefined
  let sent = 0
  let isOver = false
  /** Up to here the desk's own changes in its epoch are known to be the server's. */
  let shared = 0

  async function* turnAway(reason: TurnedAway, counter?: number): AsyncGenerator<FromServer> {
    isOver = true
    yield { kind: 'turned-away', reason, ...(counter === undefined ? {} : { counter }) }
  }

  async function* pull(to: Hello): AsyncGenerator<FromServer> {
    for (let before = -1; before < sent; ) {
      before = sent
      for await (const run of ports.page(sent, to.layout)) {
        yield partFor(to, run, shared)
        sent = run.feed + run.picks.length - 1
      }
    }
  }

  async function* greet(said: Hello): AsyncGenerator<FromServer> {
    if (said.protocol !== PROTOCOL_VERSION) return yield* turnAway('protocol')
    if (said.district !== ports.district) return yield* turnAway('wrong-district')
    const caller = await ports.caller(said.device)
    if (!caller) return yield* turnAway('unknown-device')
    if (caller.state !== 'active') return yield* turnAway(caller.state)
    const heard = await ports.riseCounter(said.device, said.counter, said.clock)
    if (heard === 'replayed') return yield* turnAway('replayed', caller.counter)
    if (heard === 'frozen') return yield* turnAway('frozen')
    hello = said
    const held = await heldOf(ports, said)
    const before = await ports.feed()
    const isPutBack = said.feedEpoch === before.epoch && (await isRolledBack(ports, said, held))
    if (isPutBack && !(await ports.renewFeed(said.device, before.epoch))) return yield* turnAway('too-many')
    const { epoch, head } = await ports.feed()
    const isKnown = said.feedEpoch === epoch
    sent = isKnown ? said.cursor : 0
    shared = isKnown ? said.ownSeq : 0
    yield {
      kind: 'welcome',
      protocol: PROTOCOL_VERSION,
      feedEpoch: epoch,
      head,
      now: ports.now(),
      layout: ports.layout,
      files: (await ports.files?.()) ?? 0,
      extents: isKnown ? null : [...toldExtents(await ports.extents())],
      held: isKnown ? moreThanKnown(said, held) : null
    }
    const roster = await ports.roster()
    if (roster.version !== said.roster) yield { kind: 'roster', ...roster }
    const known = { epoch: said.epoch, seq: said.ownSeq }
    for await (const changes of inMessages(ports.parked(said.device, said.layout, known), known)) yield { kind: 'parked', changes }
    yield* pull(said)
  }

  async function* takeFrames(to: Hello, frames: readonly Frame[]): AsyncGenerator<FromServer> {
    if (await ports.isFull?.()) return yield* turnAway('too-much')
    const offered: Offered[] = []
    let fault: TurnedAway | undefined
    for (const frame of frames) {
      const opened = await ports.open(frame)
      if (opened === 'another-layout') fault = 'layout'
      else if (!opened) fault = 'bad-signature'
      if (typeof opened !== 'object') break
      // of its earlier epochs a desk may have lost what stood before: that it began another says so
      offered.push({ opened, isFromMaker: frame.device === to.device && frame.epoch === to.epoch })
    }
    const verdicts = offered.length > 0 ? await ports.transaction(store => acceptFrames(store, offered)) : []
    for (const [n, { opened, isFromMaker }] of offered.entries()) {
      const { device, epoch, first, count } = opened.frame
      const ofFrame = verdicts[n] ?? []
      const isShared = ofFrame.every(({ kind }) => kind !== 'gap' && kind !== 'forked')
      if (isShared && isFromMaker) shared = Math.max(shared, first + count - 1)
      const last = opened.changes.at(-1)
      const isNext = ofFrame.every((verdict, i) => verdict.kind === 'fed' && verdict.feed === sent + 1 + i)
      if (last && isNext && isFromMaker) {
        // first, so that the desk writes down their numbers alone, and not before that that they are held
        yield { kind: 'own', feed: sent + 1, epoch, first, count, hash: last.hash }
        sent += count
      }
      yield { kind: 'verdicts', device, epoch, first, verdicts: ofFrame }
    }
    if (fault) yield* turnAway(fault)
  }

  async function* bye(to: Hello): AsyncGenerator<FromServer> {
    yield* pull(to)
    isOver = true
    yield { kind: 'done', head: sent }
  }

  return {
    async *receive(messages) {
      for (let i = 0; i < messages.length && !isOver; i++) {
        const message = messages[i] as FromDesk
        if (message.kind === 'hello') yield* hello ? turnAway('malformed') : greet(message)
        else if (!hello) yield* turnAway('malformed')
        else if (message.kind === 'bye') yield* bye(hello)
        else {
          const frames = framesFrom(messages, i)
          yield* takeFrames(hello, frames)
          i += frames.length - 1
        }
      }
    }
  }
}

/** The frames next to each other from a place on. */
function framesFrom(messages: readonly FromDesk[], from: number): Frame[] {
  const end = messages.findIndex(({ kind }, i) => i >= from && kind !== 'frame')
  return messages.slice(from, end < 0 ? undefined : end).flatMap(message => (message.kind === 'frame' ? [frameOf(message)] : []))
}

/** SPEC S8: the desk has seen a feed that this server does not have, or knows it to hold what it does not. */
async function isRolledBack(ports: ServerPorts, { ownSeq, cursor, cursorHash }: Hello, held: Extent | undefined): Promise<boolean> {
  if (ownSeq > (held?.seq ?? 0)) return true
  if (cursor === 0) return false
  return (await ports.digestAt(cursor)) !== cursorHash
}

/** How far the server holds the caller's epoch. */
const heldOf = async (ports: ServerPorts, { device, epoch }: Hello): Promise<Extent | undefined> =>
  (await ports.extents()).find(extent => extent.device === device && extent.epoch === epoch)

const moreThanKnown = ({ ownSeq }: Hello, held: Extent | undefined) =>
  held && held.seq > ownSeq ? { seq: held.seq, hash: held.hash } : null

type Told = Extract<FromServer, { kind: 'parked' }>['changes'][number]

/** So many changes, and so many bytes of their frames, go with one message at most. */
const TOLD_AT_ONCE = 8
const TOLD_BYTES = 128 * 1024

/** What is kept aside in messages that a desk can read, however much it is, each as soon as it is full. SPEC W1. */
async function* inMessages(parked: AsyncIterable<ParkedChange>, known: Known): AsyncGenerator<Told[]> {
  let message: Told[] = []
  let bytes = 0
  for await (const change of parked) {
    const told = parkedFor(known, change)
    const size = told.frame?.payload.length ?? 0
    if (message.length === TOLD_AT_ONCE || (message.length > 0 && bytes + size > TOLD_BYTES)) {
      yield message
      message = []
      bytes = 0
    }
    message.push(told)
    bytes += size
  }
  if (message.length > 0) yield message
}

/** The frame goes along unless the desk has said that it holds the change. */
function parkedFor(known: Known, { id, epoch, seq, hash, verdict, frame }: ParkedChange): Told {
  const isSent = frame && !isKnown(known, { epoch, seq })
  return { id, hash, verdict, ...(isSent ? { frame: { kind: 'frame', ...frame } } : {}) }
}

export const isKnown = (known: Known, { epoch, seq }: Known): boolean => epoch === known.epoch && seq <= known.seq

/** What the desk holds itself is only numbered, not sent again. */
function partFor(to: Hello, { feed, frame, picks, hash }: FeedRun, shared: number): FeedPart {
  const [first, last] = [picks[0] ?? 0, picks.at(-1) ?? 0]
  const isRun = picks.every((pick, i) => pick === first + i)
  if (frame.device === to.device && frame.epoch === to.epoch && isRun && frame.first + last <= shared)
    return { kind: 'own', feed, epoch: frame.epoch, first: frame.first + first, count: picks.length, hash }
  return { kind: 'part', feed, frame: { kind: 'frame', ...frame }, picks }
}
