import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { syncFolder } from '#wire/sync-folder'
import { writeSynced } from '#wire/write-synced'

const Mark = z.object({
  v: z.literal(1),
  at: z.int(),
  deskCode: z.string(),
  district: z.string().nullable(),
  /** Whether the district has heard of it. */
  isTold: z.boolean(),
  /** Where the second journal was kept: another disk, which may not be in just now. */
  secondJournal: z.string().nullable(),
  isDone: z.boolean(),
  /** What could not be reached yet; it opens with nothing any more. */
  left: z.array(z.string())
})
/** That these data are to be erased, and how far that has come. It names nobody and outlives all else in the folder. */
export type Mark = z.infer<typeof Mark>

export const MARK_FILE = 'dihapus.json'
const fileIn = (data: string): string => join(data, MARK_FILE)

/** `unreadable`: one is there and cannot be read; then nothing is opened and nothing erased. */
export function readMark(data: string): Mark | 'unreadable' | undefined {
  if (!existsSync(fileIn(data))) return undefined
  try {
    return Mark.parse(JSON.parse(readFileSync(fileIn(data), 'utf8')))
  } catch {
    return 'unreadable'
  }
}

/** From the moment this has been written the data are never opened again. */
export function writeMark(data: string, mark: Omit<Mark, 'v'>): void {
  writeSynced(fileIn(data), JSON.stringify({ v: 1, ...mark } satisfies Mark))
}

export function removeMark(data: string): void {
  rmSync(fileIn(data), { force: true })
  syncFolder(data)
}
