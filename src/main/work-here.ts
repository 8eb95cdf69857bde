import { backupWork } from './backups/backup-work'
import { pdfWork } from './letters/pdf-work'
import { passwordWork } from './officers/password-work'
import type { HeavyWork } from './ports'
import { listWork } from './registry/list-work'
import { registryWork } from './registry/registry-work'

/** All heavy work done where it is called, for a desk that nobody is waiting at. */
export const workHere: HeavyWork = { pdf: pdfWork, backupWork, registryWork, listWork, passwordWork }
