import { join } from 'node:path'
import { localDateOf } from '#shared/clock'
import { type IntakeLine, intakeNumber } from '#shared/intake/intake'
import { type Rebuilt, recoveryContract } from '#shared/recovery/recovery.contract'
import { ok, refuse } from '#shared/result'
import type { ClosedReason, HandlersOf } from '#shared/rpc/call'
import { asClosed, ClosedError } from '../database/open'
import { readMark, removeMark } from '../erasure/mark'
import { keepBookCopies } from '../intake/book-copies'
import { hasIntakeBook, type IntakeBook, type IntakeEntry, openIntakeBook } from '../intake/intake.store'
import { readPerson } from '../intake/read-person'
import { adoptKeys, type DeskKeys, keysIn, readKeys } from '../keys/desk-keys'
import { districtDoor, forgetDistrictDoor } from '../keys/escrow-key'
import { codeMadeAt, newCodeMadeAt, type OpenedBy, openWithCode } from '../keys/recovery-key'
import type { Secrets } from '../keys/secrets'
import type { Run } from '../rpc/serve'
import { leaveSoon } from '../screens/leave-soon'
import type { Screens } from '../screens/screens'
import type { Timers } from '../timers'
import type { Installer } from '../updates/installer'
import type { Updates } from '../updates/updates'
import { rebuild } from './rebuild'
import { doorsOnSticks, openFromSticks } from './sealed-on-sticks'

/** What was found out before the data are opened again: how they were put together, or what a code gave and which one it was. */
export type Reopening = { rebuilt?: Rebuilt; keys?: DeskKeys; by?: OpenedBy }

/** A desk whose data stayed closed, and how to try again: `reopen` gives the reason when they stay so. */
export type ClosedDesk = {
  reason: ClosedReason
  data: string
  secrets: Secrets
  now(): number
  screens: Pick<Screens, 'isKiosk' | 'leave'>
  timers: Timers
  installer: Installer
  updates: Updates
  reopen(how?: Reopening): Promise<ClosedReason | undefined>
  report(channel: string, error: unknown): string
}

const LOCKED: readonly ClosedReason[] = ['key-missing', 'key-unreadable', 'no-keychain']
/** Only these are mended by making the database anew; a missing key or another program's file is not. */
const MENDED: readonly ClosedReason[] = ['damaged', 'database-missing', 'work-missing', 'newer-version']
const ERASED: readonly ClosedReason[] = ['erased', 'not-erased']
/** Another version of the program would stand before the same. */
const NOT_ITS_FAULT: readonly ClosedReason[] = ['in-use', 'disk-full', ...ERASED]

const wayBackOf = ({ reason, updates }: ClosedDesk) => (NOT_ITS_FAULT.includes(reason) ? undefined : updates.wayBack())

/** Not while another window works on the same data, not where all is erased, and nowhere that a key could not be kept. */
const mayTakeIn = ({ reason, secrets }: ClosedDesk): boolean => reason !== 'in-use' && !ERASED.includes(reason) && !secrets.isRefused

/** Opens the emergency book for one call: it must be closed when the desk itself opens. */
async function withBook<T>(closed: ClosedDesk, work: (book: IntakeBook) => T): Promise<T | undefined> {
  const book = mayTakeIn(closed) ? await openIntakeBook(closed.data, closed.secrets) : undefined
  if (!book) return undefined
  try {
    return work(book)
  } finally {
    book.close()
  }
}

const lineOf = ({ n, at, person }: IntakeEntry): IntakeLine => ({ number: intakeNumber(n), at, name: person.name })

const handlers: HandlersOf<typeof recoveryContract, ClosedDesk> = {
  onSticks: async () => ok([]),
  fromStick: async ({ reason }) => refuse({ kind: 'still-closed', reason }),

  tryAgain: async closed => {
    const reason = await closed.reopen()
    return reason ? refuse({ kind: 'still-closed', reason }) : ok(null)
  },

  intake: async closed => {
    const lines = hasIntakeBook(closed.data) ? await withBook(closed, book => book.list().map(lineOf)) : mayTakeIn(closed) ? [] : undefined
    return lines ? ok({ lines }) : refuse({ kind: 'no-intake' })
  },

  takeIn: async (closed, { officer, person: typed }) => {
    const at = closed.now()
    const person = readPerson(typed, localDateOf(at, 'WIB'))
    if (!person.ok) return person
    const taken = await withBook(closed, book => ({ entry: book.add({ person: person.value, officer, at }), all: book.list() }))
    if (!taken) return refuse({ kind: 'no-intake' })
    await keepBookCopies(closed.data, taken.all)
    return ok(lineOf(taken.entry))
  },

  doors: async closed => {
    if (!LOCKED.includes(closed.reason)) return ok({ code: null, district: [] })
    const [code, district] = [codeMadeAt(closed.data) ?? newCodeMadeAt(closed.data), districtDoor(closed.data)]
    // what lies here goes first: on a stick it may be older, and its answer said already
    return ok(code === undefined && !district ? await doorsOnSticks() : { code: code ?? null, district: district ? [district] : [] })
  },

  enterCode: async (closed, { code }) => {
    if (!LOCKED.includes(closed.reason)) return refuse({ kind: 'no-code' })
    const here = openWithCode(closed.data, code)
    const opened = here.kind === 'none' ? await openFromSticks(closed.data, code) : { ...here, keepHere: undefined }
    if (opened.kind === 'none') return refuse({ kind: 'no-code' })
    if (opened.kind === 'wrong') return refuse({ kind: 'wrong-code' })
    if (!closed.secrets.isRefused) await adoptKeys(join(closed.data, 'keys'), opened.content, closed.secrets)
    opened.keepHere?.()
    if (opened.by === 'by-district') forgetDistrictDoor(closed.data)
    const reason = await closed.reopen({ by: opened.by, ...(closed.secrets.isRefused && { keys: keysIn(opened.content) }) })
    return reason ? refuse({ kind: 'still-closed', reason }) : ok(null)
  },

  restore: async closed => {
    if (!MENDED.includes(closed.reason)) return refuse({ kind: 'nothing-to-restore' })
    const found = await readKeys(join(closed.data, 'keys'), closed.secrets)
    if (found.kind !== 'found') return refuse({ kind: 'still-closed', reason: 'key-unreadable' })
    const rebuilt = await rebuild(closed.data, found.keys, closed.now(), closed.reason)
    const reason = await closed.reopen({ rebuilt })
    return reason ? refuse({ kind: 'still-closed', reason }) : ok(rebuilt)
  },

  erased: async ({ reason, data }) => {
    const mark = readMark(data)
    if (!ERASED.includes(reason) || !mark) return refuse({ kind: 'not-found' })
    if (mark === 'unreadable') return ok(null)
    const { at, deskCode, district, isTold, left, secondJournal } = mark
    return ok({ at, deskCode, district, isTold, left: secondJournal ? [secondJournal, ...left] : left })
  },

  beginAnew: async closed => {
    if (closed.reason !== 'erased') return refuse({ kind: 'still-closed', reason: closed.reason })
    removeMark(closed.data)
    const reason = await closed.reopen()
    return reason ? refuse({ kind: 'still-closed', reason }) : ok(null)
  },

  wayBack: async closed => {
    const way = wayBackOf(closed)
    return ok(way ? { version: way.version, hasInstaller: way.release !== undefined } : null)
  },

  goBack: async closed => {
    const release = wayBackOf(closed)?.release
    if (!release) return refuse({ kind: 'no-way-back' })
    if (!(await closed.updates.isWhole(release))) return refuse({ kind: 'installer-damaged' })
    if (!(await closed.installer.start(release.installer))) return refuse({ kind: 'not-started' })
    closed.updates.giveUp(closed.now())
    leaveSoon(closed)
    return ok(null)
  }
}

/** Answers for a desk whose data could not be opened: its state, so that the screen can say why, and the ways out. */
export function serveClosed(closed: ClosedDesk): Run {
  const { reason, data, screens } = closed
  return async (channel, input) => {
    if (channel === 'office.state') return ok({ kind: 'closed', reason, dataFolder: data })
    // nobody can sign in, and a computer that shows nothing else has to be mended from outside
    if (channel === 'screens.state') return ok({ isKiosk: screens.isKiosk, hasVisitor: false, showing: 'idle' })
    if (channel === 'screens.leaveKiosk' && screens.isKiosk) {
      screens.leave()
      return ok(null)
    }
    const [feature, name = ''] = channel.split('.')
    if (feature !== 'recovery' || !Object.hasOwn(handlers, name)) return refuse({ kind: 'desk-closed', reason })
    const call = name as keyof typeof recoveryContract
    const parsed = recoveryContract[call].input.safeParse(input)
    if (!parsed.success) return refuse({ kind: 'invalid-input', fields: [] })
    try {
      return await (handlers[call] as (closed: ClosedDesk, input: unknown) => Promise<Awaited<ReturnType<Run>>>)(closed, parsed.data)
    } catch (error) {
      const known = asClosed(error)
      if (known instanceof ClosedError) return refuse({ kind: 'still-closed', reason: known.reason })
      return refuse({ kind: 'unexpected', reference: closed.report(channel, error) })
    }
  }
}
