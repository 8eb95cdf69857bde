import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { Change } from '#shared/changes/change'
import { ClosedError } from '../database/open'
import { withoutForeignKeys } from '../database/without-foreign-keys'
import { foldAgain } from './fold'
import type { Diary } from './journal'
import type { JournalEntry } from './journal-line'
import { type Author, epochOf, headOf, lastPlace, takeBack } from './log'
import { statement } from './rows'

/** The journal cannot give back what the database lost: it is damaged there, or tells another story. */
export class BrokenJournal extends Error {}

/** Reading takes no more than the public half. */
type Reads = Omit<Author, 'privateKey'>

/** `lost`: changes that the journal is known to hold and that could not be brought back. */
export type Replayed = { recovered: number; lost: number }

/**
 * Compares the journal with the log when a desk is opened and brings back what the database lost, in one transaction.
 * Returns how many changes came back. Throws when the two tell different stories, or when the journal holds something lost that cannot be read:
 * then nothing is touched. A desk that does not come as far as the change `copied`, which a copy was made with, stays closed, too.
 */
export function recoverFromJournal(raw: Database, journal: Diary, author: Author, copied = 0): number {
  const { recovered } = replayJournal(raw, journal, author)
  if (lastPlace(raw) < copied) throw new ClosedError('work-missing')
  journal.catchUp(raw)
  return recovered
}

/** Brings back what the database lost and leaves the journal as it is. With `asFarAsItGoes` a broken journal is followed up to its break instead of refused. */
export function replayJournal(raw: Database, journal: Diary, author: Reads, asFarAsItGoes = false): Replayed {
  const head = headOf(raw)
  const { entries, epoch, unreadable } = journal.read(head.seq)
  const isBehind = epochOf(raw) < epoch
  const last = entries.at(-1)?.seq ?? 0
  assertSameStory(raw, head.seq, entries)
  const hidden = Math.max(0, last + unreadable - Math.max(head.seq, last))
  if (unreadable > 0 && last + unreadable > head.seq && !asFarAsItGoes) throw new BrokenJournal('lost changes cannot be read')
  const missing = stillTrue(entries.filter(entry => entry.seq > head.seq))
  const bringAllBack = raw.transaction(() => {
    const undone = missing.filter(({ was }) => was !== null && forget(raw, was))
    let count = 0
    for (const entry of missing) {
      if (!bringBack(raw, entry, author, asFarAsItGoes)) break
      count++
    }
    if (undone.length > 0) foldAgain(raw)
    if (isBehind) goOnIn(raw, epoch)
    return count
  })
  // what others wrote since, and this desk's work hangs on, is not in the journal: the feed brings it again
  const recovered = withoutForeignKeys(raw, bringAllBack)
  return { recovered, lost: missing.length - recovered + hidden }
}

function assertSameStory(raw: Database, head: number, entries: JournalEntry[]): void {
  const common = entries.findLast(entry => entry.seq <= head)
  const told = common && hashAt(raw, common.seq)
  if (told !== undefined && told !== common?.hash) throw new BrokenJournal('the journal and the database tell different stories')
  if (common && common.seq === head && told === undefined) throw new BrokenJournal('the journal and the database tell different stories')
}

/** One change, whole or not at all; false where the journal's chain is broken and may be. */
function bringBack(raw: Database, entry: JournalEntry, author: Reads, mayBeBroken: boolean): boolean {
  try {
    raw.transaction(() => {
      for (const [hash, bytes] of Object.entries(entry.bytes)) keepBlob(raw, hash, bytes)
      enterEpoch(raw, entry)
      takeBack(raw, entry, author)
    })()
    return true
  } catch (error) {
    // what SQLite says of the disk or the database is never the journal's fault
    if ((error as { code?: unknown }).code !== undefined) throw error
    if (mayBeBroken) return false
    throw new BrokenJournal(error instanceof Error ? error.message : 'unreadable')
  }
}

/** What was written anew under another name later is brought back under that name alone. SPEC D4. */
function stillTrue(entries: JournalEntry[]): JournalEntry[] {
  const renamed = new Set(entries.map(({ was }) => was))
  return entries.filter(({ body }) => !renamed.has((JSON.parse(body) as { id: string }).id))
}

/** An epoch that had begun has not ended because the disk forgot it, and what it began for may hold still. SPEC D5, N2. */
function goOnIn(raw: Database, epoch: number): void {
  statement(raw, "update here set epoch = ?, numbering = iif(numbering = 'open', 'held', numbering)").run(epoch)
}

function enterEpoch(raw: Database, { body }: JournalEntry): void {
  const { epoch } = Change.parse(JSON.parse(body))
  statement(raw, 'update here set epoch = ?').run(epoch)
}

function forget(raw: Database, id: string): boolean {
  const rewritten = `select n from "change" where id = ? and (signature is not null or state <> 'fed')`
  const found = statement(raw, rewritten).raw(false).get(id) as { n: number } | undefined
  if (!found) return false
  statement(raw, 'delete from touch where n = ?').run(found.n)
  statement(raw, 'delete from "change" where n = ?').run(found.n)
  return true
}

function hashAt(raw: Database, n: number): string | undefined {
  const own = 'select hash from "change" where n = ? and signature is not null'
  return (statement(raw, own).raw(false).get(n) as { hash: string } | undefined)?.hash
}

function keepBlob(raw: Database, hash: string, bytes: Uint8Array): void {
  if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error('bytes are not what their name says')
  statement(raw, 'insert into blob (hash, bytes) values (?, ?) on conflict (hash) do nothing').run(hash, bytes)
}
