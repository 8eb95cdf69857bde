// The thread that checks copies and tries restores.
import { serveWork } from '#wire/work-thread'
import { backupWork } from './backup-work'

serveWork(backupWork)
