import { existsSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Rebuilt } from '#shared/recovery/recovery.contract'
import type { ClosedReason } from '#shared/rpc/call'
import { syncFile } from '#wire/sync-folder'
import { headIn, listBackups } from '../backups/backup-file'
import { backupsFolder } from '../backups/backups'
import { hashAt } from '../backups/backups.store'
import { setAsideBeyond } from '../backups/shelf'
import type { Diary } from '../changes/journal'
import { type Author, headOf } from '../changes/log'
import { BrokenJournal, type Replayed, replayJournal } from '../changes/recover'
import { openJournals } from '../changes/second-journal'
import { beforeFile, unfinishedBefore } from '../database/before-file'
import { migrate, NEWEST_VERSION } from '../database/migrate'
import { ClosedError, openDatabase, readerOf } from '../database/open'
import { driveProblem } from '../files/drive-problem'
import type { DeskKeys } from '../keys/desk-keys'
import { settleHere } from '../keys/settle-here'
import { beginEpoch } from '../sync/epoch'
import { holdNumbers } from '../sync/here.store'
import { copiesOf, copiesOnSticksOf, furthestCopy, type Source, sourcesOf } from './sources'
import { finishSwap, waitingFile } from './swap'

type Built = Replayed & { source: Source; head: number }

/**
 * Makes a database that can be worked with from whatever is whole: the present one, else the newest copy, else nothing, each with the
 * journal's changes after it; a copy on a stick that is in, where that goes further. Data of a newer program are left to it: then only the copies count. What could not be used is set aside,
 * never deleted. Where something may be missing the desk writes in a new epoch and numbers no letters until that is settled. Throws a ClosedError when there is no room, and then everything is as it was.
 */
export async function rebuild(data: string, keys: DeskKeys, at: number, reason: ClosedReason = 'damaged'): Promise<Rebuilt> {
  finishSwap(data, at)
  const unfinished = join(data, 'desk.db.rebuilding')
  const sources = reason === 'newer-version' ? copiesOf(data, keys) : sourcesOf(data, keys)
  try {
    const make = (source: Source, asFarAsItGoes: boolean) => build(source, unfinished, data, keys, asFarAsItGoes)
    // first whoever has everything; only when nobody has, whoever has most of it
    const here = (await firstThat(sources, source => make(source, false))) ?? (await mostOf(sources, source => make(source, true)))
    const further = (await copiesOnSticksOf(keys)).filter(({ file }) => headIn(basename(file ?? '')) > (here?.head ?? -1))
    const onStick = await firstThat(further, source => make(source, true))
    // what is made last is what lies there
    const built = onStick ?? (here && further.length > 0 ? await make(here.source, here.lost > 0) : here)
    if (!built) throw new ClosedError(reason === 'newer-version' ? reason : 'no-access')
    const isComplete = built.lost === 0
    syncFile(unfinished)
    renameSync(unfinished, waitingFile(data, isComplete ? 'plain' : 'newJournal'))
    const setAside = finishSwap(data, at) ?? data
    setAsideBeyond(backupsFolder(data), built.head, setAside)
    const { source, recovered, lost, head } = built
    return { source: source.kind, madeAt: source.madeAt, changes: head, replayed: recovered, lost, setAside }
  } catch (error) {
    clear(unfinished)
    if ((error as { code?: string }).code === 'ENOSPC' || (error as { code?: string }).code === 'SQLITE_FULL')
      throw new ClosedError('disk-full')
    throw error
  }
}

async function firstThat(sources: Source[], make: (source: Source) => Promise<Built | undefined>): Promise<Built | undefined> {
  for (const source of sources) {
    const built = await make(source)
    if (built) return built
  }
  return undefined
}

/** Of the database that is here, the newest copy that is whole and the journal alone, each with the journal as far as it goes, the one that comes furthest. */
async function mostOf(sources: Source[], make: (source: Source) => Promise<Built | undefined>): Promise<Built | undefined> {
  let best: Built | undefined
  for (const kind of ['database', 'backup', 'journal'] as const) {
    const ofKind = sources.filter(source => source.kind === kind)
    const built = await firstThat(ofKind, make)
    if (built && built.head > (best?.head ?? -1)) best = built
  }
  return best && make(best.source)
}

/** Undefined when the source cannot be used: not whole, or (unless `asFarAsItGoes`) not all that there was. */
async function build(source: Source, to: string, data: string, keys: DeskKeys, asFarAsItGoes: boolean): Promise<Built | undefined> {
  clear(to)
  let raw: Database | undefined
  try {
    if (source.file) await copyWithLog(source.file, to)
    raw = openDatabase(to, keys.databaseKey, NEWEST_VERSION)
    if (raw.pragma('integrity_check', { simple: true }) !== 'ok') return undefined
    await migrate(raw, readerOf(raw), to, keys.databaseKey)
    settleHere(raw, keys)
    const author: Author = keys
    const journal = openJournals({ data, key: keys.databaseKey, device: keys.device, day: () => '0000-00-00' })
    const before = headOf(raw).seq
    if (source.kind === 'stick' && !holdsNewest(raw, data, keys)) return undefined
    const goesOn = source.kind === 'database' || (journal.read(before).entries.at(-1)?.seq ?? 0) >= Math.max(1, before)
    // of a stick the journal is believed, not the copy
    const follow = source.kind === 'stick' ? replayJournal : replay
    const { recovered, lost: unread } = follow(raw, journal, author, asFarAsItGoes)
    const head = headOf(raw).seq
    // what came after a copy stands in the journal alone, and a copy that cannot be read was made of something
    const lost = Math.max(unread, furthestCopy(data) - head, goesOn ? 0 : 1)
    if (lost > 0 && !asFarAsItGoes) return undefined
    if (lost > 0) {
      beginEpoch(raw, author, undefined)
      holdNumbers(raw)
    }
    raw.pragma('wal_checkpoint(truncate)')
    return { recovered, lost, source, head }
  } catch (error) {
    if (isNotWhole(error) || (source.kind === 'stick' && isStickGone(error))) return undefined
    throw error
  } finally {
    raw?.close()
    clearBeside(to)
  }
}

function replay(raw: Database, journal: Diary, author: Author, asFarAsItGoes: boolean): Replayed {
  try {
    return replayJournal(raw, journal, author, asFarAsItGoes)
  } catch (error) {
    if (!asFarAsItGoes || !(error instanceof BrokenJournal)) throw error
    // another desk's journal, or another past of this one: the database is believed, the journal is set aside
    return { recovered: 0, lost: 1 }
  }
}

/** A stick may hold a past that this desk has given up: its copies count only where they hold what the newest copy here holds. */
function holdsNewest(raw: Database, data: string, { publicKey }: DeskKeys): boolean {
  const [newest] = listBackups(backupsFolder(data), publicKey)
  return !newest || hashAt(raw, newest.head.seq) === newest.head.hash
}

const isStickGone = (error: unknown): boolean => ['no-drive', 'drive-not-written'].includes(driveProblem(error)?.kind ?? '')

const NOT_FOR_US: readonly ClosedReason[] = ['damaged', 'newer-version']
const isNotWhole = (error: unknown): boolean =>
  error instanceof BrokenJournal || (error instanceof ClosedError && NOT_FOR_US.includes(error.reason)) || isCorrupt(error)
const isCorrupt = (error: unknown): boolean =>
  /^SQLITE_(CORRUPT|NOTADB|IOERR_DATA|IOERR_CORRUPTFS)/.test((error as { code?: string }).code ?? '')

async function copyWithLog(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  if (existsSync(`${from}-wal`)) await copyFile(`${from}-wal`, `${to}-wal`)
}

function clear(file: string): void {
  rmSync(file, { force: true })
  clearBeside(file)
}

function clearBeside(file: string): void {
  const before = beforeFile(file, NEWEST_VERSION)
  for (const path of [`${file}-wal`, `${file}-shm`, `${file}-journal`, before, unfinishedBefore(before)]) rmSync(path, { force: true })
}
