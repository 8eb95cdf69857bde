import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { RestoreTest } from '#shared/backups/backups.contract'
import { type Author, headOf } from '../changes/log'
import type { Ports } from '../ports'
import type { BackupNote } from './backup-file'
import { hashAt } from './backups.store'

type TryOrder = { raw: Database; data: string; folder: string; key: Uint8Array; author: Author } & Pick<Ports, 'clock' | 'backupWork'>

/** Puts a copy of this copy together with the journal, and tells whether that comes to what the desk has now. */
export async function tryCopy(note: BackupNote, { raw, data, folder, key, author, clock, backupWork }: TryOrder): Promise<RestoreTest> {
  const [from, here] = [performance.now(), headOf(raw)]
  const publicKey = new Uint8Array(author.publicKey.export({ type: 'spki', format: 'der' }))
  const tested = await backupWork.test({ folder, note, journal: join(data, 'journal'), key, device: author.device, publicKey })
  const { head, replayed, differences } = tested
  const isComplete = head !== undefined && head.seq >= here.seq && (head.seq === 0 || hashAt(raw, head.seq) === head.hash)
  return {
    at: clock.now(),
    backup: note.name,
    isGood: tested.isGood && isComplete,
    changes: head?.seq ?? 0,
    replayed,
    differences,
    ms: Math.round(performance.now() - from)
  }
}
