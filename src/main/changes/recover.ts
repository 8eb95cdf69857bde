import type { Database } from 'better-sqlite3'
import type { Journal } from './journal'
import { type Author, changesAfter, headOf, takeBack } from './log'
import { statement } from './rows'

/**
 * Compares the journal with the log when a desk is opened and brings back what the database lost, in one transaction.
 * Returns how many changes came back. Throws when the two tell different stories: then nothing is touched.
 */
export function recoverFromJournal(raw: Database, journal: Journal, author: Author): number {
  const entries = journal.read()
  const head = headOf(raw)
  const here = entries.find(entry => entry.seq === head.seq)
  if (here && here.hash !== head.hash) throw new Error('the journal and the database tell different stories')
  const lost = entries.filter(entry => entry.seq > head.seq)
  raw.transaction(() => {
    for (const entry of lost) {
      for (const [hash, bytes] of Object.entries(entry.bytes)) {
        statement(raw, 'insert into blob (hash, bytes) values (?, ?) on conflict (hash) do nothing').run(hash, bytes)
      }
      takeBack(raw, entry, author)
    }
  })()
  if (changesAfter(raw, entries.at(-1)?.seq ?? 0).length > 0) journal.catchUp(raw)
  return lost.length
}
