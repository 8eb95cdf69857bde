import { CHANGE_VERSION } from '#shared/changes/change'
import { takeFeedPart } from './desk-feed'
import type { DeskPorts } from './desk-store'
import { takeParked, takeVerdicts } from './desk-verdicts'
import { FRAME_CHANGES, type Frame } from './frame'
import { type FromDesk, type FromServer, type Hello, PROTOCOL_VERSION, type TurnedAway } from './protocol'

/** How a conversation stands. `isComplete` is false when another one should follow at once; `broken` is an answer that cannot be: the line is cut and tried again later. */
export type SessionState =
  | { kind: 'going' }
  | { kind: 'done'; isComplete: boolean }
  | { kind: 'turned-away'; reason: TurnedAway }
  | { kind: 'broken'; why: string }

/** The desk's half of one conversation: what it says at first, and what it says to each answer. SPEC P2-P6. */
export type DeskSession = {
  start(): FromDesk[]
  receive(message: FromServer): FromDesk[]
  state(): SessionState
}

/** Frames that may be under way without an answer: enough to fill a line of 300 ms, few enough to lose. */
const WINDOW = 4

/** Once the desk's past is sorted out anew this often in one conversation, the rest waits for the next one. */
const MOST_RESTARTS = 20

export function deskSession(ports: DeskPorts): DeskSession {
  const { store } = ports
  let state: SessionState = { kind: 'going' }
  let greeted = false
  let isLeftOver = false
  let mayOffer = false
  let saidBye = false
  let underWay = 0
  let restarts = 0
  let refill: Frame[] = []
  const offered = new Set<string>()

  const hello = (): Hello =>
    store.atomically(() => {
      const { device, epoch, shared } = store.me()
      const progress = store.progress()
      const counter = progress.counter + 1
      store.setProgress({ counter })
      const { feedEpoch, cursor, cursorHash, roster } = progress
      mayOffer = feedEpoch !== null
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
        clock: ports.clock()
      }
    })

  const nextFrame = (): Frame | undefined => {
    const held = refill.shift()
    if (held) return held
    const unsent = store.unsent(FRAME_CHANGES * (WINDOW + 1)).filter(({ change }) => !offered.has(change.id))
    if (unsent.length === 0) return undefined
    const frame = ports.seal(unsent.slice(0, FRAME_CHANGES))
    for (const { change } of unsent.slice(0, frame.count)) offered.add(change.id)
    return frame
  }

  const offers = (): FromDesk[] => {
    const messages: FromDesk[] = []
    while (mayOffer && !saidBye && underWay < WINDOW) {
      const frame = nextFrame()
      if (!frame) {
        // at once, so that a day goes and comes in one trip; should an answer ask for more, another conversation follows
        saidBye = true
        messages.push({ kind: 'bye' })
        break
      }
      underWay++
      messages.push({ kind: 'frame', ...frame })
    }
    return messages
  }

  /** What was offered is offered again: it was answered for another past. */
  const beginAgain = () => {
    offered.clear()
    isLeftOver = saidBye
    if (++restarts > MOST_RESTARTS) state = { kind: 'broken', why: 'the past keeps changing' }
  }

  const welcome = (message: Extract<FromServer, { kind: 'welcome' }>) => {
    ports.learnTime(message.now)
    const { extents, feedEpoch } = message
    if (extents) {
      store.atomically(() => {
        store.forgetFeed(extents)
        store.setProgress({ feedEpoch, cursor: 0, cursorHash: null })
      })
      refill = store.framesBeyond(extents)
      offered.clear()
      isLeftOver = saidBye
    }
    greeted = true
    mayOffer = true
  }

  const done = (head: number) => {
    const { cursor } = store.progress()
    if (cursor !== head) state = { kind: 'broken', why: 'the feed has a hole' }
    else {
      if (!isLeftOver && store.numbering() === 'held') store.setNumbering('open')
      state = { kind: 'done', isComplete: !isLeftOver }
    }
  }

  const parts = (message: Extract<FromServer, { kind: 'part' | 'own' }>) => {
    const fault = takeFeedPart(ports, message)
    if (fault === 'begin-again') beginAgain()
    else if (fault) state = { kind: 'broken', why: fault }
  }

  const roster = (message: Extract<FromServer, { kind: 'roster' }>) => {
    if (ports.isGenuine(message)) store.saveRoster(message.version, message.entries)
    else state = { kind: 'broken', why: 'a list of devices that the district did not sign' }
  }

  const verdicts = (message: Extract<FromServer, { kind: 'verdicts' }>) => {
    underWay--
    if (takeVerdicts(store, message) === 'begin-again') beginAgain()
  }

  const take = (message: FromServer): void => {
    if (message.kind === 'welcome') welcome(message)
    else if (message.kind === 'roster') roster(message)
    else if (message.kind === 'parked') takeParked(store, message.changes)
    else if (message.kind === 'verdicts') verdicts(message)
    else if (message.kind === 'done') done(message.head)
    else if (message.kind === 'turned-away') state = { kind: 'turned-away', reason: message.reason }
    else parts(message)
  }

  return {
    start: () => [hello(), ...offers()],
    receive(message) {
      if (state.kind !== 'going') return []
      if (!greeted && message.kind !== 'welcome' && message.kind !== 'turned-away') state = { kind: 'broken', why: 'no welcome' }
      else take(message)
      return state.kind === 'going' ? offers() : []
    },
    state: () => state
  }
}
