import { entities } from '#shared/changes/entities'
import { deskSession, type SessionState } from '#shared/sync/desk-session'
import type { LineProblem } from '#shared/sync/sync.contract'
import type { Desk } from '../desk'
import type { Timers } from '../timers'
import { attachmentsOf, fetchAttachment } from './attachments'
import { auditHeads } from './audit-heads'
import { pauseAfter } from './back-off'
import { converse } from './converse'
import { deskLogStore } from './desk-log.store'
import { deskPorts, keyFrom, type Pressing, stepAlone } from './desk-ports'
import { districtTime } from './district-time'
import { fileCarriage } from './file-carriage'
import { getHere, setHere } from './here.store'
import { httpLine, NotTheServer } from './http-line'
import { leaveDistrict } from './leaving'
import { isOfTheLine, isStale, mayWantAll, strangerFault } from './line-errors'
import { type TimedLine, timed } from './line-speed'
import { inLongStrides } from './long-strides'
import { oldAttachmentsOf } from './old-attachments'
import type { SyncAgent } from './sync-agent'
import { TurnedAwayCall } from './turned-away-call'
import { unheardOf } from './unheard'

/** So long after a write the conversation begins: what is written together goes together. */
const GATHER_MS = 1_500
/** Other desks' work is fetched this often when nothing is written here. */
const LISTEN_MS = 60_000
/** How hard frames are pressed: as quick as the least, for a twelfth of the bytes; one more costs fifteen times the work for a hundredth. */
const LEVEL = 10
/** Sooner than this, in milliseconds, bytes cost next to nothing and only work does: the same building, or a line as good. */
const NEAR_ANSWER = 25
const pressingFor = (soonestAnswer: number): Pressing => ({ level: LEVEL, isPlain: soonestAnswer < NEAR_ANSWER })
/** Conversations that follow one another at once, at most. */
const MOST_IN_A_ROW = 20

export function syncAgent(desk: Desk, timers: Timers): SyncAgent {
  let line: { server: string; line: TimedLine } | undefined
  let problem: LineProblem | null = null
  let failures = 0
  let running: Promise<void> | undefined
  let isWanted = false
  let isStopped = false
  /** The line was cut while frames were under way: the server may hold them. */
  let asksFirst = false
  /** SPEC P13; kept while it helps. */
  let saysAllAtOnce = false
  let wasGreeted = false
  let seen = 0
  const carriage = fileCarriage(desk, () => running === undefined && !isStopped)
  const heads = auditHeads(desk)
  const attachments = attachmentsOf(desk)
  const oldAttachments = oldAttachmentsOf(desk)
  const time = districtTime(desk)
  const unheard = unheardOf(desk)
  unheard.begin()
  let cancel = (): void => undefined

  const plan = (ms: number) => {
    cancel()
    if (!isStopped) cancel = timers.set(ms, () => void now())
  }

  const lineTo = (server: string): TimedLine => {
    if (line?.server !== server) {
      line?.line.close()
      line = { server, line: timed(httpLine(server), desk.monotonic) }
    }
    return line.line
  }

  /** One conversation; `again` when another should follow at once. */
  const once = async (): Promise<'again' | 'done' | 'alone'> => {
    const { server, district, districtKey } = await getHere(desk.db)
    if (!server || !district || !districtKey) return 'alone'
    wasGreeted = false
    const key = keyFrom(Buffer.from(districtKey, 'base64'))
    const way = lineTo(server)
    const session = deskSession(deskPorts(desk, district, key, pressingFor(way.soonestAnswer())), { asksFirst, saysAllAtOnce })
    const conversation = {
      session,
      saysAllAtOnce,
      line: way.converse(),
      privateKey: desk.author.privateKey,
      alone: stepAlone(desk),
      filesAre: carriage.filesAre
    }
    const state = await inLongStrides(desk.raw, () => converse(conversation)).finally(() => {
      asksFirst = session.wasCut()
      wasGreeted = session.wasGreeted()
      desk.journal.catchUp(desk.raw)
    })
    if (state.kind === 'done') announceNews()
    problem = problemOf(state)
    if (state.kind !== 'done') throw new Ended()
    unheard.heard()
    await setHere(desk.db, { lastContactAt: desk.clock.now(), lastProblem: null })
    if (state.isComplete) {
      await attachments.send(way, () => isWanted)
      const districtNow = time.now()
      if (districtNow !== null) await oldAttachments.letGo(way, districtNow, () => isWanted)
    }
    return state.isComplete ? 'done' : 'again'
  }

  /**
   * A kept connection may have died since the last time, a desk that was put back has just learnt how far its name has counted, and a proxy may
   * want all of a call before it hands anything on: none is worth a pause.
   */
  const onceOrAgain = async (): ReturnType<typeof once> => {
    try {
      return await once()
    } catch (error) {
      const hasLearnt =
        error instanceof Ended && problem?.kind === 'turned-away' && (problem.reason === 'replayed' || problem.reason === 'layout')
      const isHeldBack = !wasGreeted && mayWantAll(error)
      if (!isStale(error) && !hasLearnt && !isHeldBack) throw error
      if (isHeldBack) saysAllAtOnce = !saysAllAtOnce
      return once()
    }
  }

  /** The screens show what came; which rows it made they ask themselves. */
  const announceNews = () => {
    const { cursor } = deskLogStore(desk.raw, desk.author, '').progress()
    if (cursor !== seen) desk.announce({ kind: 'data-changed', entities: Object.keys(entities) })
    seen = cursor
  }

  /** How much has been taken and how much has been answered: two of these tell whether anything came across. */
  const standing = (): string => {
    const store = deskLogStore(desk.raw, desk.author, '')
    return `${store.progress().cursor} ${store.me().shared} ${attachments.sent()}`
  }

  const talk = async (): Promise<void> => {
    desk.announce({ kind: 'sync-changed' })
    const before = failures > 0 ? standing() : undefined
    try {
      for (let i = 0; i < MOST_IN_A_ROW; i++) {
        isWanted = false
        const outcome = i === 0 ? await onceOrAgain() : await once()
        if (outcome === 'alone') return
        if (outcome === 'done' && !isWanted) break
      }
      failures = 0
      problem = null
      plan(attachments.rest() || LISTEN_MS)
    } catch (error) {
      // the data are safe here; the screen says what the matter is, and the next try comes by itself
      problem = problemFrom(error, problem, fault => desk.report('sync', fault))
      // a line that lives for seconds still brings something across: it is no worse than the last time
      if (before !== undefined && problem.kind === 'no-line' && standing() !== before) failures = 0
      plan(pauseAfter(failures++, (desk.random(1)[0] ?? 0) / 255))
    } finally {
      desk.announce({ kind: 'sync-changed' })
    }
  }

  const now = (): Promise<void> => {
    isWanted = true
    if (isStopped) return Promise.resolve()
    running ??= talk().finally(() => {
      running = undefined
      if (line && problem === null) {
        void carriage.go(line.line)
        void heads.go(line.line)
      }
    })
    return running
  }

  return {
    wake() {
      if (running !== undefined) isWanted = true
      // while the line is down its own next try stands, however much is written meanwhile
      else if (failures === 0) plan(GATHER_MS)
    },
    now,
    isTalking: () => running !== undefined,
    problem: () => problem,
    time,
    unheard,
    leave: () => leaveDistrict(desk, lineTo),
    async fetch(hash) {
      const { server, district } = await getHere(desk.db)
      if (!server || !district) return undefined
      return fetchAttachment(desk, lineTo(server), hash).catch(() => undefined)
    },
    async stop() {
      isStopped = true
      unheard.stop()
      cancel()
      line?.line.close()
      await running
      await carriage.rest()
      await heads.rest()
    },
    rest: async () => {
      await running
      await carriage.rest()
      await heads.rest()
    }
  }
}

function problemOf(state: SessionState): LineProblem | null {
  if (state.kind === 'turned-away') return { kind: 'turned-away', reason: state.reason }
  return state.kind === 'done' ? null : { kind: 'broken' }
}

class Ended extends Error {}

/** What the officer is told of a failure; what is not the line's fault is a bug, and reported. */
function problemFrom(error: unknown, known: LineProblem | null, report: (error: unknown) => void): LineProblem {
  if (error instanceof NotTheServer && error.isDown) return { kind: 'turned-away', reason: 'too-many' }
  const stranger = strangerFault(error)
  if (stranger) return { kind: stranger }
  if (error instanceof Ended && known) return known
  if (error instanceof TurnedAwayCall) return { kind: 'turned-away', reason: error.reason }
  if (isOfTheLine(error)) return { kind: 'no-line' }
  report(error)
  return { kind: 'broken' }
}
