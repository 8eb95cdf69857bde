import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Journal } from './journal'
import { type Author, headOf, takeBack } from './log'
import { statement } from './rows'

/**
 * Compares the journal with the log when a desk is opened and brings back what the database lost, in one transaction.
 * Returns how many changes came back. Throws when the two tell different stories, or when the journal holds something lost that cannot be read:
 * then nothing is touched.
 */
export function recoverFromJournal(raw: Database, journal: Journal, author: Author): number {
  const head = headOf(raw)
  const { entries, unreadable } = journal.read(head.seq)
  const last = entries.at(-1)?.seq ?? 0
  const common = entries.findLast(entry => entry.seq <= head.seq)
  if (common && common.hash !== hashAt(raw, common.seq)) throw new Error('the journal and the database tell different stories')
  if (unreadable > 0 && last + unreadable > head.seq) throw new Error('the journal holds lost changes that cannot be read')
  const lost = entries.filter(entry => entry.seq > head.seq)
  raw.transaction(() => {
    for (const entry of lost) {
      for (const [hash, bytes] of Object.entries(entry.bytes)) keepBlob(raw, hash, bytes)
      takeBack(raw, entry, author)
    }
  })()
  if (last < head.seq) journal.catchUp(raw)
  return lost.length
}

function hashAt(raw: Database, seq: number): string | undefined {
  return (statement(raw, 'select hash from "change" where seq = ?').raw(false).get(seq) as { hash: string } | undefined)?.hash
}

function keepBlob(raw: Database, hash: string, bytes: Uint8Array): void {
  if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error('bytes are not what their name says')
  statement(raw, 'insert into blob (hash, bytes) values (?, ?) on conflict (hash) do nothing').run(hash, bytes)
}
