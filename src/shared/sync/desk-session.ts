import { CHANGE_VERSION, changeId } from '#shared/changes/change'
import { takeFeedPart } from './desk-feed'
import { moveTo } from './desk-order'
import type { DeskPorts } from './desk-store'
import { takeHeld, takeParked, takeVerdicts } from './desk-verdicts'
import { FRAME_CHANGES, FRAMES_UNDER_WAY, type Frame, type OpenedChange } from './frame'
import { type Extent, type FromDesk, type FromServer, type Hello, PROTOCOL_VERSION, type TurnedAway } from './protocol'
import { sentFrames } from './sent-frames'

/** How a conversation stands. `isComplete` is false when another one should follow at once; `broken` is an answer that cannot be: the line is cut and tried again later. */
export type SessionState =
  | { kind: 'going' }
  | { kind: 'done'; isComplete: boolean }
  | { kind: 'turned-away'; reason: TurnedAway }
  | { kind: 'broken'; why: string }

/**
 * The desk's half of one conversation: what it says at first, and what it says to answers. Each message is made when it is asked for, so that
 * one is on its way while the next is being made. SPEC P2-P6.
 */
export type DeskSession = {
  start(): Iterable<FromDesk>
  /** Takes answers that came together, in one transaction. */
  receive(messages: Iterable<FromServer>): Iterable<FromDesk>
  state(): SessionState
  /** Whether the server has answered as one. */
  wasGreeted(): boolean
  /** Whether it ended while frames were under way, which the server may hold. */
  wasCut(): boolean
}

/** Once the desk's past is sorted out anew this often in one conversation, the rest waits for the next one. */
const MOST_RESTARTS = 20

/**
 * `asksFirst`: offers nothing before the server has said what it holds, and nothing of that: for the conversation after one that was cut. Else all that has
 * no verdict is offered, held or not: of what was replaced the server speaks only when it is offered.
 * `saysAllAtOnce`: ends what it says before anything is answered, as a proxy wants it that hands on nothing before; the rest waits for the next one.
 */
export function deskSession(ports: DeskPorts, { asksFirst = false, saysAllAtOnce = false } = {}): DeskSession {
  const { store } = ports
  let state: SessionState = { kind: 'going' }
  let greeted = false
  let mayOffer = false
  let saidBye = false
  let underWay = 0
  let restarts = 0
  /** SPEC D4: the feed rests until the server has said where two pasts of this desk part. */
  let isResting = false
  /** Something can be taken only once what was offered has been answered. */
  let isPutOff = false
  /** The names of frames, and the hashes of changes. */
  const offered = new Set<string>()
  /** What the server keeps without feeding it, as it said in this conversation: the hashes of these changes. */
  const parked = new Set<string>()
  const sent = sentFrames()

  const hello = (): Hello =>
    store.atomically(() => {
      const { device, epoch, shared } = store.me()
      const progress = store.progress()
      const counter = progress.counter + 1
      store.setProgress({ counter })
      const { feedEpoch, cursor, cursorHash, roster } = progress
      mayOffer = feedEpoch !== null && !asksFirst
      return {
        kind: 'hello',
        protocol: PROTOCOL_VERSION,
        district: store.district,
        device,
        epoch,
        counter,
        feedEpoch,
        cursor,
        cursorHash,
        ownSeq: shared,
        roster,
        changeVersion: CHANGE_VERSION,
        layout: ports.layout,
        clock: ports.clock()
      }
    })

  /** What may be offered next; looked for anew when little is left of it, or when something else than an answer to an offer came. */
  let queue: OpenedChange[] = []
  const unoffered = (): OpenedChange[] => {
    if (queue.length < FRAME_CHANGES) queue = store.unsent(FRAME_CHANGES * FRAMES_UNDER_WAY * 2).filter(({ hash }) => !offered.has(hash))
    return queue
  }

  const nextFrame = (): Frame | undefined => {
    const held = store.heldFrame(offered)
    if (held) {
      offered.add(held.name)
      sent.note(
        held.frame,
        ports.open(held.frame)?.changes.map(({ hash }) => hash)
      )
      return held.frame
    }
    const unsent = unoffered()
    if (unsent.length === 0) return undefined
    const frame = ports.seal(unsent.slice(0, FRAME_CHANGES), store.progress().layout !== ports.layout)
    const inside = unsent.slice(0, frame.count)
    for (const { hash } of inside) offered.add(hash)
    sent.note(
      frame,
      inside.map(({ hash }) => hash)
    )
    queue = unsent.slice(frame.count)
    return frame
  }

  function* offers(): Iterable<FromDesk> {
    while (state.kind === 'going' && mayOffer && !saidBye && underWay < FRAMES_UNDER_WAY) {
      const frame = nextFrame()
      if (frame) underWay++
      // at once, so that a day goes and comes in one trip; should an answer ask for more, another conversation follows
      else saidBye = true
      yield frame ? { kind: 'frame', ...frame } : { kind: 'bye' }
    }
  }

  function* opening(): Iterable<FromDesk> {
    yield hello()
    yield* offers()
    if (!saysAllAtOnce || saidBye) return
    saidBye = true
    yield { kind: 'bye' }
  }

  /** What was offered is offered again: it was answered for another past. */
  const beginAgain = () => {
    offered.clear()
    queue = []
    if (++restarts > MOST_RESTARTS) state = { kind: 'broken', why: 'the past keeps changing' }
  }

  const welcome = (message: Extract<FromServer, { kind: 'welcome' }>) => {
    ports.learnTime(message.now)
    if (message.layout !== store.progress().layout) store.atomically(() => store.setProgress({ layout: message.layout }))
    const { extents, feedEpoch, held } = message
    if (extents) {
      const isSame = ({ device, epoch, seq, hash }: Extent) => store.find(changeId(device, epoch, seq))?.hash === hash
      // after another past was met (D6), or at first, nothing is taken on trust
      const shared = store.progress().feedEpoch === null ? [] : extents.filter(isSame)
      store.atomically(() => {
        store.forgetFeed(shared)
        store.setProgress({ feedEpoch, cursor: 0, cursorHash: null })
      })
      offered.clear()
    }
    if (held && asksFirst) takeHeld(store, held)
    greeted = true
    mayOffer = true
  }

  /** SPEC D2, L6: what the server was said to hold and its feed has not brought is offered again, also what it keeps without feeding it and did not name; what others made and it does not feed leaves the fold. */
  const settle = (): boolean => {
    const unfed = store.unfed().flatMap(id => store.find(id) ?? [])
    const forgotten = store.parked().flatMap(id => store.find(id) ?? [])
    const missed = [...unfed.filter(({ place }) => place.state === 'held'), ...forgotten.filter(({ hash }) => !parked.has(hash))]
    for (const known of missed) moveTo(store, known, { state: 'new' })
    for (const known of unfed) if (!missed.includes(known)) moveTo(store, known, { state: 'away' })
    const isComplete = store.unsent(1).length === 0 && missed.length === 0
    if (isComplete && store.numbering() === 'held') store.setNumbering('open')
    return isComplete
  }

  const done = (head: number) => {
    const { cursor } = store.progress()
    if (isResting) state = { kind: 'done', isComplete: false }
    else if (cursor !== head) state = { kind: 'broken', why: 'the feed has a hole' }
    else if (isPutOff || store.heldFrame(offered)) state = { kind: 'done', isComplete: false }
    else state = { kind: 'done', isComplete: store.atomically(settle) }
  }

  const parts = (message: Extract<FromServer, { kind: 'part' | 'own' }>) => {
    const fault = isResting ? undefined : takeFeedPart(ports, message)
    if (fault === 'ask-first') isResting = true
    else if (fault) {
      if (fault === 'another-past') store.atomically(() => store.setProgress({ feedEpoch: null, cursor: 0, cursorHash: null }))
      state = { kind: 'broken', why: fault }
    }
  }

  const roster = (message: Extract<FromServer, { kind: 'roster' }>) => {
    if (ports.isGenuine(message)) store.saveRoster(message.version, message.entries)
    else state = { kind: 'broken', why: 'a list of devices that the district did not sign' }
  }

  const verdicts = (message: Extract<FromServer, { kind: 'verdicts' }>) => {
    underWay--
    const hashes = sent.answered({ ...message, count: message.verdicts.length })
    for (const [i, { kind }] of message.verdicts.entries()) {
      if (kind !== 'waiting' && kind !== 'refused') continue
      const hash = hashes?.[i]
      if (hash === undefined) continue
      parked.add(hash)
      // given back in one frame with what this desk holds: it has lost this one, and is given it in the next conversation
      const { device, epoch, first } = message
      if (device === store.me().device && store.find(changeId(device, epoch, first + i))?.hash !== hash) isPutOff = true
    }
    if (takeVerdicts(store, message, hashes) === 'begin-again') beginAgain()
  }

  const keptAside = ({ changes }: Extract<FromServer, { kind: 'parked' }>) => {
    for (const { hash } of changes) parked.add(hash)
    if (takeParked(ports, changes) === 'ask-first') isPutOff = true
  }

  /** SPEC P2: a desk that was put back, or copied, counts on from where its name has come to. */
  const turnedAway = ({ reason, counter }: Extract<FromServer, { kind: 'turned-away' }>) => {
    if (counter !== undefined && counter > store.progress().counter) store.atomically(() => store.setProgress({ counter }))
    // SPEC W5: the server has become another version since
    if (reason === 'layout') store.atomically(() => store.setProgress({ layout: null }))
    state = { kind: 'turned-away', reason }
  }

  const take = (message: FromServer): void => {
    if (message.kind !== 'verdicts' && message.kind !== 'own') queue = []
    if (message.kind === 'welcome') welcome(message)
    else if (message.kind === 'roster') roster(message)
    else if (message.kind === 'parked') keptAside(message)
    else if (message.kind === 'verdicts') verdicts(message)
    else if (message.kind === 'done') done(message.head)
    else if (message.kind === 'turned-away') turnedAway(message)
    else parts(message)
  }

  return {
    start: opening,
    receive(messages) {
      store.atomically(() => {
        for (const message of messages) {
          if (state.kind !== 'going') return
          if (!greeted && message.kind !== 'welcome' && message.kind !== 'turned-away') state = { kind: 'broken', why: 'no welcome' }
          else take(message)
        }
      })
      return offers()
    },
    state: () => state,
    wasGreeted: () => greeted,
    wasCut: () => (underWay > 0 || (asksFirst && !greeted)) && (state.kind === 'going' || state.kind === 'broken')
  }
}
