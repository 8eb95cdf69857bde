import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { copyNames } from '../backups/backup-file'
import { backupsFolder } from '../backups/backups'
import { PLACE_FILE } from '../changes/second-journal'
import { isBeforeFile } from '../database/before-file'
import { databaseFile, isMissing, waitingFile } from './swap'

/** Whether anything here was written with a key of this folder's past: then no new key is made beside it. */
export function isOldDesk(data: string): boolean {
  return !isMissing(databaseFile(data)) || filesIn(join(data, 'journal')).length > 0 || hasTraces(data)
}

/** Whether an empty database would take the place of one that was here. A journal alone brings everything back by itself. */
export function hasLostDatabase(data: string): boolean {
  return isMissing(databaseFile(data)) && (copyNames(backupsFolder(data)).length > 0 || (!hasJournal(data) && hasTraces(data)))
}

const hasJournal = (data: string): boolean => filesIn(join(data, 'journal')).some(path => statSync(path).size > 0)

/** What is written only once a database has been made; sealed keys, the open half of the key and what is kept outside lie beside the keys. */
function hasTraces(data: string): boolean {
  const waiting = [waitingFile(data, 'plain'), waitingFile(data, 'newJournal')]
  return (
    [backupsFolder(data), join(data, PLACE_FILE), ...waiting].some(path => existsSync(path)) ||
    readdirSync(data).some(name => name.startsWith('rusak-') || isBeforeFile(name)) ||
    filesIn(join(data, 'keys')).some(path => !/desk\.key[^/\\]*$|\.new$/.test(path))
  )
}

const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).map(name => join(folder, name)) : [])
