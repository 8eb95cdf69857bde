import { appendFileSync, closeSync, existsSync, fdatasyncSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { SHREDDED, shred } from '#wire/shred'
import { syncFolder } from '#wire/sync-folder'
import { cutTornLine, linesIn } from './journal-file'
import { type EpochNote, epochIn, isEntry, type JournalEntry, type JournalSeal, journalSeal } from './journal-line'
import { changesAfter, countAfter, epochOf } from './log'
import { statement } from './rows'

/** What a desk needs of its journal, in whichever places it lies. */
export type Diary = {
  read(from: number): { entries: JournalEntry[]; epoch: number; unreadable: number }
  catchUp(raw: Database): void
  behind(raw: Database): number
  close(): void
}

/** Changes that are read, written and synced at once: a desk's whole past may have to go to a new place. */
const PAGE = 250

/**
 * The desk's diary outside the database: one sealed line a change, appended and synced before the screen says "saved", and one for each epoch that begins.
 * A flipped bit in SQLite's own log silently drops later commits; this file is how the desk notices and gets them back.
 */
export class Journal implements Diary {
  private file: { day: string; descriptor: number } | undefined
  private lastSeq = 0
  private lastEpoch = 1
  private isBehind = false
  /** How the newest day ended when it was last read or written. */
  private ending: string | undefined
  private readonly seal: JournalSeal
  private readonly folder: string
  private readonly day: () => string

  constructor(folder: string, databaseKey: Uint8Array, day: () => string) {
    this.folder = folder
    this.day = day
    this.seal = journalSeal(databaseKey)
    mkdirSync(folder, { recursive: true })
  }

  /**
   * The readable entries, oldest first, of as many newest days as hold change `from` and all after it, the last epoch that is known to
   * have begun, and how many whole lines behind the last readable one cannot be read. A last line that a power cut tore was never answered for and counts as not written.
   */
  read(from: number): { entries: JournalEntry[]; epoch: number; unreadable: number } {
    let lines: (JournalEntry | EpochNote | undefined)[] = []
    for (const name of this.days().reverse()) {
      lines = Array.from(linesIn(join(this.folder, name)), line => this.seal.unseal(line)).concat(lines)
      const first = lines.find(isEntry)
      if (first && first.seq <= from) break
    }
    // a line that was written again after a full disk stands here twice
    const entries = [...new Map(lines.filter(isEntry).map(entry => [entry.seq, entry])).values()]
    this.lastSeq = entries.at(-1)?.seq ?? 0
    this.ending = this.endingNow()
    this.lastEpoch = lines.reduce(
      (newest, line) => Math.max(newest, line === undefined ? 1 : isEntry(line) ? epochIn(line) : line.epoch),
      1
    )
    return { entries, epoch: this.lastEpoch, unreadable: lines.length - 1 - lines.findLastIndex(line => line !== undefined) }
  }

  /**
   * Writes every change and the epoch that the journal does not have yet, in order, and syncs after each few hundred; at most so many of those `pages`.
   * When the journal cannot be written (its disk is full or gone) the changes stay safe in the database, `behind` says so, and the next call tries again.
   * Says whether all of these pages were written and more are left.
   */
  catchUp(raw: Database, pages = Number.POSITIVE_INFINITY): boolean {
    this.isBehind = true
    try {
      for (let page = 0; page < pages && this.isBehind; page++) this.isBehind = this.writeNext(raw) === PAGE
      return this.isBehind
    } catch {
      this.close()
      this.ending = undefined
      return false
    }
  }

  /** Says how many changes there were. */
  private writeNext(raw: Database): number {
    const missing = changesAfter(raw, this.lastSeq, PAGE)
    const lastEpoch = Math.max(this.lastEpoch, ...missing.map(epochIn))
    const epoch = epochOf(raw)
    if (missing.length === 0 && epoch <= lastEpoch) return 0
    const descriptor = this.open()
    for (const change of missing) {
      appendFileSync(descriptor, `${this.seal.seal({ ...change, bytes: bytesOf(raw, change.blobs) })}\n`)
    }
    if (epoch > lastEpoch) appendFileSync(descriptor, `${this.seal.seal({ epoch })}\n`)
    fdatasyncSync(descriptor)
    this.lastSeq = missing.at(-1)?.seq ?? this.lastSeq
    this.lastEpoch = Math.max(lastEpoch, epoch)
    this.ending = this.endingNow()
    return missing.length
  }

  /** How many changes are in the database and not in the journal. */
  behind(raw: Database): number {
    return this.isBehind ? countAfter(raw, this.lastSeq) : 0
  }

  /**
   * Shreds the days whose every change is at most `upTo`, as the first change of a later day shows; the newest day always stays. Gives how many went.
   */
  retire(upTo: number): number {
    for (const name of readdirSync(this.folder)) if (name.endsWith(SHREDDED)) shred(join(this.folder, name))
    const days = this.days()
    let next: number | undefined
    let last = -1
    for (let at = days.length - 1; at >= 0 && last < 0; at--) {
      if (next !== undefined && next - 1 <= upTo) last = at
      next = this.firstOf(days[at] ?? '') ?? next
    }
    for (const name of days.slice(0, last + 1)) shred(join(this.folder, name))
    return last + 1
  }

  private firstOf(name: string): number | undefined {
    for (const line of linesIn(join(this.folder, name))) {
      const entry = this.seal.unseal(line)
      if (isEntry(entry)) return entry.seq
    }
    return undefined
  }

  close(): void {
    if (this.file) closeSync(this.file.descriptor)
    this.file = undefined
  }

  /** Whether the folder is still as this journal left it; where it is not, another disk is in, or a write failed half-way, and it has to be read again. */
  isAsLeft(): boolean {
    return this.ending === this.endingNow()
  }

  private endingNow(): string {
    const newest = this.days().at(-1)
    return newest === undefined ? '' : `${newest} ${statSync(join(this.folder, newest)).size}`
  }

  private days(): string[] {
    return readdirSync(this.folder)
      .filter(name => /^\d{4}-\d{2}-\d{2}\.journal$/.test(name))
      .sort()
  }

  private open(): number {
    const newest = this.days().at(-1)?.slice(0, 10) ?? ''
    const today = this.day()
    const day = today > newest ? today : newest
    if (this.file?.day !== day) {
      this.close()
      const path = join(this.folder, `${day}.journal`)
      const isNew = !existsSync(path)
      if (!isNew) cutTornLine(path)
      this.file = { day, descriptor: openSync(path, 'a') }
      if (isNew) syncFolder(this.folder)
    }
    return this.file.descriptor
  }
}

/** The attachments under their hashes; a journal that begins in a new place lacks those that the district alone still keeps (SPEC P15). */
function bytesOf(raw: Database, hashes: readonly string[]): Record<string, Uint8Array> {
  const select = statement(raw, 'select bytes from blob where hash = ?').raw(false)
  const bytes: Record<string, Uint8Array> = {}
  for (const hash of hashes) {
    const kept = select.get(hash) as { bytes: Uint8Array } | undefined
    if (kept) bytes[hash] = kept.bytes
  }
  return bytes
}
