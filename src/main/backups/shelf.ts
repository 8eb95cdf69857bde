import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { keptBackups, shelfTime } from '#shared/backups/rotation'
import { type BackupNote, copyNames, headIn, noteOf } from './backup-file'

/** A copy never takes the last of the disk. */
const SPARE_BYTES = 200 * 1024 * 1024

/** Half-made copies and tests that a crash left. Finished copies are never touched here. */
export function sweep(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (/\.new(-wal|-shm|-journal)?$|^test-/.test(name)) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Whether one more copy of the database may lie on a disk with so much room. */
export function hasRoom(raw: Database, freeBytes: number): boolean {
  const size = statSync(raw.name).size + (existsSync(`${raw.name}-wal`) ? statSync(`${raw.name}-wal`).size : 0)
  return freeBytes >= size + SPARE_BYTES
}

/**
 * Moves copies that were made with more than this out of the way: a desk that had to go on from less writes another past, and the copy that goes furthest is
 * the one that everybody takes for the newest.
 */
export function setAsideBeyond(folder: string, head: number, aside: string): void {
  for (const name of copyNames(folder).filter(name => headIn(name) > head)) {
    mkdirSync(aside, { recursive: true })
    for (const path of [noteOf(folder, name), join(folder, name)]) if (existsSync(path)) renameSync(path, join(aside, basename(path)))
  }
}

/** The note goes first: a copy without one does not count, and a crash in between leaves no note without its copy. */
export function thin(folder: string, notes: BackupNote[]): void {
  const kept = keptBackups(notes.map(note => ({ name: note.name, head: note.head.seq, madeAt: shelfTime(note) })))
  for (const { name } of notes.filter(note => !kept.has(note.name))) {
    rmSync(noteOf(folder, name), { force: true })
    rmSync(join(folder, name), { force: true })
  }
}
