import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Rebuilt } from '#shared/recovery/recovery.contract'
import { copyNames, headIn, listBackups, madeAtIn } from '../backups/backup-file'
import { backupsFolder } from '../backups/backups'
import { stickFolder } from '../backups/stick'
import { isBeforeFile } from '../database/before-file'
import type { DeskKeys } from '../keys/desk-keys'
import { listDrives } from '../sync/drives'
import { databaseFile } from './swap'

/** What a database can be made from. */
export type Source = { kind: Rebuilt['source']; madeAt: number | null; file: string | undefined }

export function sourcesOf(data: string, keys: DeskKeys): Source[] {
  const present = databaseFile(data)
  return [
    ...(existsSync(present) ? [{ kind: 'database', madeAt: null, file: present } as const] : []),
    ...copiesOf(data, keys),
    { kind: 'journal', madeAt: null, file: undefined }
  ]
}

/** The backups, the newest first, also those whose note has rotted; then what was copied before the tables were changed. */
export function copiesOf(data: string, keys: DeskKeys): Source[] {
  const folder = backupsFolder(data)
  const noted = new Map(listBackups(folder, keys.publicKey).map(({ name, madeAt }) => [name, madeAt]))
  const backups = copyNames(folder).map(name => copyAt(join(folder, name), noted.get(name)))
  const before = readdirSync(data)
    .filter(isBeforeFile)
    .map(name => copyAt(join(data, name)))
    .sort((a, b) => b.madeAt - a.madeAt)
  return [...backups, ...before].map(copy => ({ kind: 'backup', ...copy }))
}

/** This desk's copies on the sticks that are in now, the newest first. */
export async function copiesOnSticksOf({ device }: DeskKeys): Promise<Source[]> {
  const found = (await listDrives()).flatMap(({ path }) => {
    const folder = stickFolder(path, device)
    return copyNames(folder).map(name => ({ name, file: join(folder, name) }))
  })
  return found.sort((a, b) => headIn(b.name) - headIn(a.name)).map(({ name, file }) => ({ kind: 'stick', madeAt: madeAtIn(name), file }))
}

const copyAt = (file: string, madeAt = Math.round(statSync(file).mtimeMs)) => ({ madeAt, file })

/** The last change that any copy here was made with, whole or not: a desk that ends before it lacks something. */
export const furthestCopy = (data: string): number => Math.max(0, ...copyNames(backupsFolder(data)).map(headIn))
