import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Rebuilt } from '#shared/recovery/recovery.contract'
import type { ClosedReason } from '#shared/rpc/call'
import { syncFile } from '#wire/sync-folder'
import { listBackups } from '../backups/backup-file'
import { backupsFolder } from '../backups/backups'
import type { Diary } from '../changes/journal'
import { type Author, headOf } from '../changes/log'
import { BrokenJournal, type Replayed, replayJournal } from '../changes/recover'
import { openJournals } from '../changes/second-journal'
import { beforeFile, isBeforeFile, unfinishedBefore } from '../database/before-file'
import { migrate, NEWEST_VERSION } from '../database/migrate'
import { ClosedError, openDatabase, readerOf } from '../database/open'
import type { DeskKeys } from '../keys/desk-keys'
import { settleHere } from '../keys/settle-here'
import { beginEpoch } from '../sync/epoch'
import { holdNumbers } from '../sync/here.store'
import { databaseFile, finishSwap, waitingFile } from './swap'

type Source = { kind: Rebuilt['source']; madeAt: number | null; file: string | undefined }
type Built = Replayed & { source: Source; head: number }

/**
 * Makes a database that can be worked with from whatever is whole: the present one, else the newest copy, else nothing, each with the
 * journal's changes after it. Data of a newer program are left to it: then only the copies count. What could not be used is set aside,
 * never deleted. Where something may be missing the desk writes in a new epoch and numbers no letters until that is settled. Throws a ClosedError when there is no room, and then everything is as it was.
 */
export async function rebuild(data: string, keys: DeskKeys, at: number, reason: ClosedReason = 'damaged'): Promise<Rebuilt> {
  finishSwap(data, at)
  const unfinished = join(data, 'desk.db.rebuilding')
  const sources = reason === 'newer-version' ? copiesOf(data, keys) : sourcesOf(data, keys)
  try {
    // first whoever has everything; only when nobody has, whoever has most of it
    const built =
      (await firstThat(sources, source => build(source, unfinished, data, keys, false))) ??
      (await mostOf(sources, unfinished, data, keys, reason))
    const isComplete = built.lost === 0
    syncFile(unfinished)
    renameSync(unfinished, waitingFile(data, isComplete ? 'plain' : 'newJournal'))
    const setAside = finishSwap(data, at) ?? data
    const { source, recovered, lost, head } = built
    return { source: source.kind, madeAt: source.madeAt, changes: head, replayed: recovered, lost, setAside }
  } catch (error) {
    clear(unfinished)
    if ((error as { code?: string }).code === 'ENOSPC' || (error as { code?: string }).code === 'SQLITE_FULL')
      throw new ClosedError('disk-full')
    throw error
  }
}

function sourcesOf(data: string, keys: DeskKeys): Source[] {
  const present = databaseFile(data)
  return [
    ...(existsSync(present) ? [{ kind: 'database', madeAt: null, file: present } as const] : []),
    ...copiesOf(data, keys),
    { kind: 'journal', madeAt: null, file: undefined }
  ]
}

/** The backups, the newest first, then what was copied before the tables were changed. */
function copiesOf(data: string, keys: DeskKeys): Source[] {
  const folder = backupsFolder(data)
  const backups = listBackups(folder, keys.publicKey).map(({ name, madeAt }) => ({ madeAt, file: join(folder, name) }))
  const before = readdirSync(data)
    .filter(isBeforeFile)
    .map(name => ({ madeAt: Math.round(statSync(join(data, name)).mtimeMs), file: join(data, name) }))
    .sort((a, b) => b.madeAt - a.madeAt)
  return [...backups, ...before].map(copy => ({ kind: 'backup', ...copy }))
}

async function firstThat(sources: Source[], make: (source: Source) => Promise<Built | undefined>): Promise<Built | undefined> {
  for (const source of sources) {
    const built = await make(source)
    if (built) return built
  }
  return undefined
}

async function mostOf(sources: Source[], unfinished: string, data: string, keys: DeskKeys, reason: ClosedReason): Promise<Built> {
  const best = await firstThat(sources, source => build(source, unfinished, data, keys, true))
  if (!best) throw new ClosedError(reason === 'newer-version' ? reason : 'no-access')
  return best
}

/** Undefined when the source cannot be used: not whole, or (unless `asFarAsItGoes`) not followed by the journal to its end. */
async function build(source: Source, to: string, data: string, keys: DeskKeys, asFarAsItGoes: boolean): Promise<Built | undefined> {
  clear(to)
  if (source.file) copyWithLog(source.file, to)
  let raw: Database | undefined
  try {
    raw = openDatabase(to, keys.databaseKey, NEWEST_VERSION)
    if (raw.pragma('integrity_check', { simple: true }) !== 'ok') return undefined
    await migrate(raw, readerOf(raw), to, keys.databaseKey)
    settleHere(raw, keys)
    const author: Author = keys
    const replayed = replay(
      raw,
      openJournals({ data, key: keys.databaseKey, device: keys.device, day: () => '0000-00-00' }),
      author,
      asFarAsItGoes
    )
    if (replayed.lost > 0 || (source.kind === 'journal' && replayed.recovered === 0)) {
      beginEpoch(raw, author, undefined)
      holdNumbers(raw)
    }
    raw.pragma('wal_checkpoint(truncate)')
    return { ...replayed, source, head: headOf(raw).seq }
  } catch (error) {
    if (isNotWhole(error)) return undefined
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

const NOT_FOR_US: readonly ClosedReason[] = ['damaged', 'newer-version']
const isNotWhole = (error: unknown): boolean =>
  error instanceof BrokenJournal || (error instanceof ClosedError && NOT_FOR_US.includes(error.reason)) || isCorrupt(error)
const isCorrupt = (error: unknown): boolean =>
  /^SQLITE_(CORRUPT|NOTADB|IOERR_DATA|IOERR_CORRUPTFS)/.test((error as { code?: string }).code ?? '')

function copyWithLog(from: string, to: string): void {
  copyFileSync(from, to)
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`)
}

function clear(file: string): void {
  rmSync(file, { force: true })
  clearBeside(file)
}

function clearBeside(file: string): void {
  const before = beforeFile(file, NEWEST_VERSION)
  for (const path of [`${file}-wal`, `${file}-shm`, `${file}-journal`, before, unfinishedBefore(before)]) rmSync(path, { force: true })
}
