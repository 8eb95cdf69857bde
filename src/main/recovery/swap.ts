import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from '#wire/sync-folder'
import { PLACE_FILE } from '../changes/second-journal'
import { noteRecovered } from './set-aside'

export const databaseFile = (data: string): string => join(data, 'desk.db')
export const isMissing = (file: string): boolean => !existsSync(file) || statSync(file).size === 0

/** A rebuilt database that is whole and waits to take its place; under the second name the journal, too, has to begin anew. */
const WAITING = { plain: 'desk.db.restored', newJournal: 'desk.db.restored-new-journal' } as const

export type Waiting = keyof typeof WAITING
export const waitingFile = (data: string, kind: Waiting): string => join(data, WAITING[kind])

/**
 * Puts a rebuilt database in its place, if one waits; what stood there goes into a folder of its own, whole. Cut off anywhere, the next
 * call goes on: the rebuilt one takes its place last. SQLite's own log goes first, because beside the new database it would be played into it.
 * Gives the folder with what was set aside.
 */
export function finishSwap(data: string, at: number): string | undefined {
  const kind = (['plain', 'newJournal'] as const).find(one => existsSync(waitingFile(data, one)))
  if (!kind) return undefined
  const aside = newFolder(data, at)
  noteRecovered(aside, kind === 'plain')
  const file = databaseFile(data)
  for (const path of [`${file}-wal`, `${file}-shm`, `${file}-journal`, file]) move(path, aside)
  // a second journal still tells the past that was given up: another disk is chosen anew
  if (kind === 'newJournal') for (const name of ['journal', PLACE_FILE]) move(join(data, name), aside)
  syncFolder(aside)
  syncFolder(data)
  renameSync(waitingFile(data, kind), file)
  syncFolder(data)
  return aside
}

/** Moves what is there into a folder. */
export function move(path: string, folder: string): void {
  if (existsSync(path)) renameSync(path, join(folder, path.split(/[\\/]/).at(-1) ?? 'file'))
}

/** A folder of its own for what is set aside. */
export function newFolder(data: string, at: number): string {
  const name = `rusak-${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`
  for (let n = 1; ; n++) {
    const folder = join(data, n === 1 ? name : `${name}-${n}`)
    if (existsSync(folder)) continue
    mkdirSync(folder)
    return folder
  }
}
