import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { keptBackups } from '#shared/backups/rotation'
import { type BackupNote, noteOf } from './backup-file'

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

/** The note goes first: a copy without one does not count, and a crash in between leaves no note without its copy. */
export function thin(folder: string, notes: BackupNote[]): void {
  const kept = keptBackups(notes.map(({ name, head, madeAt }) => ({ name, head: head.seq, madeAt })))
  for (const { name } of notes.filter(note => !kept.has(note.name))) {
    rmSync(noteOf(folder, name), { force: true })
    rmSync(join(folder, name), { force: true })
  }
}
