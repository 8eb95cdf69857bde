import { backupThread } from './backups/backup-thread'
import { pdfThread } from './letters/pdf-thread'
import { passwordThread } from './officers/password-thread'
import type { HeavyWork } from './ports'
import { listThread } from './registry/list-work'
import { registryThread } from './registry/registry-thread'

/** The programs of the threads. */
export type WorkPrograms = { readonly [W in 'pdf' | 'backup' | 'registry' | 'list' | 'password']: URL }

/** Each heavy work in a thread of its own, started when it is first wanted: the counter goes on meanwhile. */
export const workThreads = (programs: WorkPrograms): HeavyWork => ({
  pdf: pdfThread(programs.pdf),
  backupWork: backupThread(programs.backup),
  registryWork: registryThread(programs.registry),
  listWork: listThread(programs.list),
  passwordWork: passwordThread(programs.password)
})
