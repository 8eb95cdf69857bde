import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { WHY_POSTPONED } from '#shared/backups/due'
import { writeSynced } from '#wire/write-synced'

const Notes = z.object({
  lastGoodTestAt: z.number().nullable().default(null),
  postponed: z
    .object({ until: z.number(), why: z.enum(WHY_POSTPONED) })
    .nullable()
    .default(null),
  lastTest: z
    .object({
      at: z.number(),
      backup: z.string(),
      isGood: z.boolean(),
      changes: z.number(),
      replayed: z.number(),
      differences: z.array(z.string()),
      ms: z.number()
    })
    .nullable()
    .default(null),
  /** The last copy on a stick; `head`: the last change in it, `opensWith`: when what opens it beside this PC was made. Both are unknown to older versions. */
  stick: z
    .object({ name: z.string(), copiedAt: z.number(), head: z.number().default(0), opensWith: z.array(z.number()).default([]) })
    .nullable()
    .default(null),
  /** How far the district had this desk's changes, and when that was seen. */
  taken: z.array(z.object({ at: z.number(), upTo: z.number() })).default([]),
  /** The marks of the sticks that copies go to. */
  sticks: z.array(z.uuid()).default([])
})
type Notes = z.infer<typeof Notes>

const fileIn = (folder: string): string => join(folder, 'notes.json')

/** What is remembered of copies outside the database, so that a restored desk still knows it. Nothing rests on it: a lost file only means that a stick is asked for again. */
export function readNotes(folder: string): Notes {
  if (!existsSync(fileIn(folder))) return Notes.parse({})
  try {
    return Notes.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    return Notes.parse({}) // zeroed by a power cut
  }
}

export function keepNotes(folder: string, notes: Partial<Notes>): void {
  mkdirSync(folder, { recursive: true })
  writeSynced(fileIn(folder), JSON.stringify({ ...readNotes(folder), ...notes }))
}
