import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { Change } from '#shared/changes/change'
import { foldAgain } from './fold'
import type { Journal, JournalEntry } from './journal'
import { type Author, epochOf, headOf, takeBack } from './log'
import { statement } from './rows'

/**
 * Compares the journal with the log when a desk is opened and brings back what the database lost, in one transaction.
 * Returns how many changes came back. Throws when the two tell different stories, or when the journal holds something lost that cannot be read:
 * then nothing is touched.
 */
export function recoverFromJournal(raw: Database, journal: Journal, author: Author): number {
  const head = headOf(raw)
  const { entries, epoch, unreadable } = journal.read(head.seq)
  const isBehind = epochOf(raw) < epoch
  const last = entries.at(-1)?.seq ?? 0
  const common = entries.findLast(entry => entry.seq <= head.seq)
  const told = common && hashAt(raw, common.seq)
  if (told !== undefined && told !== common?.hash) throw new Error('the journal and the database tell different stories')
  if (common && common.seq === head.seq && told === undefined) throw new Error('the journal and the database tell different stories')
  if (unreadable > 0 && last + unreadable > head.seq) throw new Error('the journal holds lost changes that cannot be read')
  const lost = stillTrue(entries.filter(entry => entry.seq > head.seq))
  raw.transaction(() => {
    raw.pragma('defer_foreign_keys = on')
    const undone = lost.filter(({ was }) => was !== null && forget(raw, was))
    for (const entry of lost) {
      for (const [hash, bytes] of Object.entries(entry.bytes)) keepBlob(raw, hash, bytes)
      enterEpoch(raw, entry)
      takeBack(raw, entry, author)
    }
    if (undone.length > 0) foldAgain(raw)
    if (isBehind) goOnIn(raw, epoch)
  })()
  journal.catchUp(raw)
  return lost.length
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
  statement(raw, 'delete from touch where n = (select n from "change" where id = ?)').run(id)
  return statement(raw, 'delete from "change" where id = ? and signature is not null').run(id).changes > 0
}

function hashAt(raw: Database, n: number): string | undefined {
  const own = 'select hash from "change" where n = ? and signature is not null'
  return (statement(raw, own).raw(false).get(n) as { hash: string } | undefined)?.hash
}

function keepBlob(raw: Database, hash: string, bytes: Uint8Array): void {
  if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error('bytes are not what their name says')
  statement(raw, 'insert into blob (hash, bytes) values (?, ?) on conflict (hash) do nothing').run(hash, bytes)
}
