import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { BackupCard, BackupProblem, BackupState, RestoreTest } from '#shared/backups/backups.contract'
import { isCopyOld, isPostponed, isTestDue, postponedFrom, type WhyPostponed } from '#shared/backups/due'
import { retiredUpTo, withMark } from '#shared/backups/retention'
import { isBackupDue } from '#shared/backups/rotation'
import type { DriveProblem } from '#shared/files/drive-problem'
import { ok, type Result, refuse } from '#shared/result'
import { type Author, headOf } from '../changes/log'
import type { Journals } from '../changes/second-journal'
import type { Reader } from '../database/tables'
import { isDiskFull } from '../disk-full'
import { oneAtATime } from '../in-turn'
import { contentOfKeys, type DeskKeys } from '../keys/desk-keys'
import { districtDoor } from '../keys/escrow-key'
import { codeMadeAt, isCodeOf, keepRecoveryCode, makeRecoveryCode, newCodeMadeAt, settleRecoveryCode } from '../keys/recovery-key'
import type { Ports } from '../ports'
import { type BackupNote, listBackups } from './backup-file'
import { latestAfter, madeAfter, takenUpTo } from './backups.store'
import { makeCopy } from './make-copy'
import { keepNotes, readNotes } from './notes'
import { hasRoom, sweep, thin } from './shelf'
import { copyToStick, findRegistered, isOnStick, registerStick } from './stick'
import { tryCopy } from './try-copy'

/** The copies of one desk: made, checked, counted, thinned out, put on a stick, and tried. */
export type Backups = {
  state(): BackupState
  make(): Promise<Result<BackupCard, BackupProblem>>
  test(): Promise<Result<RestoreTest, { kind: 'no-backup' } | { kind: 'disk-full' }>>
  postponeTest(why: WhyPostponed): Result<BackupState, { kind: 'not-due' }>
  /** Whether work of more than a day is in no copy. */
  isOld(): boolean
  toStick(drive: string): Promise<Result<BackupCard, { kind: 'no-backup' } | DriveProblem>>
  /** Whether this code opens the data, on paper already or not yet. */
  isCode(typed: string): boolean
  makeCode(): { code: string; words: string[] }
  /** False when this is not the code that was made last. */
  keepCode(typed: string): boolean
  /** From now on copies are made by themselves, twice a day. */
  begin(): void
  stop(): Promise<void>
}

export const backupsFolder = (data: string): string => join(data, 'backups')

/** How often it is asked whether a copy is due, and how long after the start for the first time: the counter comes first. */
const LOOK_MS = 10 * 60_000
const FIRST_LOOK_MS = 60_000

type Opened = { raw: Database; db: Reader; data: string; keys: DeskKeys; journal: Journals }

export function backupsOf(
  { raw, db, data, keys, journal }: Opened,
  {
    clock,
    timers,
    backupWork,
    report,
    announce,
    freeBytes
  }: Pick<Ports, 'clock' | 'timers' | 'backupWork' | 'report' | 'announce' | 'freeBytes'>
): Backups {
  const folder = backupsFolder(data)
  const { databaseKey: key } = keys
  const author: Author = keys
  let problem: BackupProblem | null = null
  let stickProblem: BackupState['stickProblem'] = null
  let cancel = (): void => undefined
  let isStopped = false
  // two would take each other's files for leftovers
  const { inTurn, isDone } = oneAtATime()
  const list = () => listBackups(folder, author.publicKey)
  // asked with every look at the desk's state; reading the notes checks each one's signature
  let copied = list()[0]?.head.seq ?? 0
  const isOld = () => isCopyOld(madeAfter(raw, copied), clock.now())

  const make = async (): Promise<Result<BackupCard, BackupProblem>> => {
    const made = await makeCopy({ raw, db, folder, key, author, clock, backupWork, freeBytes }).catch((error: unknown) => {
      report('backups.make', error)
      return refuse({ kind: isDiskFull(error) ? ('disk-full' as const) : ('not-written' as const) })
    })
    problem = made.ok ? null : made.problem
    if (!made.ok) {
      // what is half there may have taken the last of the disk
      sweep(folder)
      return made
    }
    copied = made.value.head.seq
    announce({ kind: 'space-changed' })
    try {
      thin(folder, list())
      retire()
    } catch (error) {
      // the copy is made all the same, and the next one tries again
      report('backups.retire', error)
    }
    for (const stick of await findRegistered(data, author.device)) await putOn(stick, made.value)
    return ok(cardOf(made.value))
  }

  /** The newest copy for every stick of this desk that is in and lacks it. */
  const bringUpSticks = async (): Promise<void> => {
    const [note] = list()
    if (!note) return
    for (const stick of await findRegistered(data, author.device)) if (!isOnStick(stick, note)) await putOn(stick, note)
  }

  /** What the district has had for a month and two copies hold goes out of the journal. */
  const retire = () => {
    const [at, upTo] = [clock.now(), takenUpTo(raw)]
    if (upTo === 0) return
    const taken = withMark(readNotes(folder).taken, { at, upTo })
    keepNotes(folder, { taken })
    const heads = list().map(({ head }) => head.seq)
    journal.retire(raw, retiredUpTo(taken, heads, at))
  }

  const putOn = async (drive: string, note: BackupNote) => {
    const copied = await copyToStick({ drive, folder, data, note, work: backupWork, publicKey: author.publicKey })
    const name = driveName(drive)
    stickProblem = copied === 'copied' ? null : { name, problem: { kind: copied } }
    const opensWith = [codeMadeAt(data), newCodeMadeAt(data), districtDoor(data)?.since].filter(madeAt => madeAt !== undefined)
    if (copied === 'copied') keepNotes(folder, { stick: { name, copiedAt: clock.now(), head: note.head.seq, opensWith } })
    return copied
  }

  const test = async (): Promise<Result<RestoreTest, { kind: 'no-backup' } | { kind: 'disk-full' }>> => {
    const [note] = list()
    if (!note) return refuse({ kind: 'no-backup' })
    // it is tried on a copy of the copy
    if (!hasRoom(raw, freeBytes(folder))) return refuse({ kind: 'disk-full' })
    const result = await tryCopy(note, { raw, data, folder, key, author, clock, backupWork })
    keepNotes(folder, { lastTest: result, ...(result.isGood && { lastGoodTestAt: result.at, postponed: null }) })
    return ok(result)
  }

  const look = () => {
    if (isStopped) return
    cancel = timers.set(LOOK_MS, look)
    const [newest] = list()
    const dated = newest && { name: newest.name, head: newest.head.seq, madeAt: newest.madeAt }
    if (isOld()) announce({ kind: 'space-changed' })
    const now = { head: headOf(raw).seq, at: clock.now(), workedUntil: latestAfter(raw, newest?.head.seq ?? 0) }
    if (isBackupDue(dated, now)) void inTurn(make)
    // a stick may be in on Fridays only, and at another hour than the copies
    else void inTurn(bringUpSticks).catch(error => report('backups.stick', error))
  }

  const state = (): BackupState => {
    const { lastTest, lastGoodTestAt, postponed, stick } = readNotes(folder)
    const [backups, now] = [list(), clock.now()]
    const firstCopyAt = backups.at(-1)?.madeAt ?? null
    const isDue = isTestDue({ lastGoodAt: lastGoodTestAt, hasFailed: lastTest?.isGood === false, firstCopyAt }, now)
    return {
      backups: backups.map(cardOf),
      problem,
      lastTest,
      testDue: isDue ? { lastGoodAt: lastGoodTestAt, postponed: postponed && isPostponed(postponed, now) ? postponed : null } : null,
      isOld: isOld(),
      stick,
      stickProblem,
      codeMadeAt: codeMadeAt(data) ?? null,
      newCodeMadeAt: newCodeMadeAt(data) ?? null,
      districtSince: districtDoor(data)?.since ?? null,
      secondJournal: journal.second(raw)
    }
  }

  return {
    state,
    isOld,
    postponeTest: why => {
      if (state().testDue === null) return refuse({ kind: 'not-due' })
      keepNotes(folder, { postponed: postponedFrom(clock.now(), why) })
      return ok(state())
    },
    isCode: typed => isCodeOf(data, typed),
    makeCode: () => {
      mkdirSync(folder, { recursive: true })
      return makeRecoveryCode(data, contentOfKeys(keys), clock.now())
    },
    keepCode: typed => keepRecoveryCode(data, typed),
    make: () => inTurn(make),
    test: () =>
      inTurn(() => {
        journal.catchUp(raw)
        return test()
      }),
    toStick: drive =>
      inTurn(async () => {
        const unmarked = await registerStick(data, author.device, drive)
        if (unmarked) return refuse(unmarked)
        // what was written since the newest copy comes along; where none can be made now, that one goes
        const made = list()[0]?.head.seq === headOf(raw).seq ? undefined : await make()
        const [newest] = list()
        if (!newest) return refuse({ kind: 'no-backup' })
        const copied = made?.ok && isOnStick(drive, newest) ? 'copied' : await putOn(drive, newest)
        return copied === 'copied' ? ok(cardOf(newest)) : refuse({ kind: copied })
      }),
    begin: () => {
      try {
        settleRecoveryCode(data)
      } catch (error) {
        report('backups.keepCode', error) // both codes open the data until the next start
      }
      cancel = timers.set(FIRST_LOOK_MS, look)
    },
    stop: async () => {
      isStopped = true
      cancel()
      await isDone()
    }
  }
}

const driveName = (drive: string): string => drive.split(/[\\/]/).filter(Boolean).at(-1) ?? drive

const cardOf = ({ name, madeAt, head, counts, bytes }: BackupNote): BackupCard => ({
  name,
  madeAt,
  changes: head.seq,
  rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
  bytes
})
