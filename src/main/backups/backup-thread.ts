import { workThread } from '#wire/work-thread'
import type { BackupWork } from './backup-work'

/** Work on backups in a thread of its own. */
export const backupThread = (program: URL): BackupWork =>
  workThread<BackupWork>(program, ['check', 'test', 'copy', 'shred'], async () => (await import('./backup-work')).backupWork)
