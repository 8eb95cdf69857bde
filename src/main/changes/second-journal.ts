import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { SecondJournal } from '#shared/backups/backups.contract'
import { writeSynced } from '#wire/write-synced'
import { type Diary, Journal } from './journal'
import type { JournalEntry } from './journal-line'
import { headOf } from './log'
import { statement } from './rows'

const Place = z.object({ path: z.string(), mark: z.uuid() })
type Place = z.infer<typeof Place>

/** Beside the data, because it must be known before they are opened. */
export const PLACE_FILE = 'journal.place'
const MARK = 'mark.txt'
/** Pages that a save writes to the second journal at most, so that nobody waits for a past that goes to a new place. */
const STEP = 1
const folderOn = (drive: string, device: string): string => join(drive, 'loket-slrt-jurnal', device.slice(0, 8))

/** The desk's folder on the second disk, while that is in; needs no key. */
export function secondFolder(data: string, device: string): string | undefined {
  const place = readPlace(data)
  const folder = place && folderOn(place.path, device)
  return folder && readMark(folder) === place?.mark ? folder : undefined
}

/** Where the second journal was placed, whether its disk is in or not. */
export function placedFolder(data: string, device: string): string | undefined {
  const place = readPlace(data)
  return place && folderOn(place.path, device)
}

/** The journal in two places: beside the data, and on another disk, so that the death of one disk costs no visitor. Work never waits for the second one. */
export type Journals = Diary & {
  second(raw: Database): SecondJournal | null
  /** Shreds days that are safe elsewhere, in both places. */
  retire(raw: Database, upTo: number): void
  /** From now on the second journal is on that drive, from its first change on; null for none. Throws what the disk says. */
  place(raw: Database, drive: string | null): void
  /** Takes a new second journal a step further; says whether more steps are needed. */
  comeUp(raw: Database): boolean
}

type Opened = { data: string; key: Uint8Array; device: string; day: () => string }

export function openJournals({ data, key, device, day }: Opened): Journals {
  const local = new Journal(join(data, 'journal'), key, day)
  let place = readPlace(data)
  let other: Journal | undefined
  const isThere = ({ path, mark }: Place): boolean => readMark(folderOn(path, device)) === mark

  /** The second journal as far as it can be written now, read again whenever its disk went or another copy of it came. One that tells another story is set aside, whole. */
  const second = (raw: Database): Journal | undefined => {
    if (!place || !isThere(place)) {
      other?.close()
      other = undefined
      return undefined
    }
    if (other?.isAsLeft()) return other
    other?.close()
    other = undefined
    const folder = folderOn(place.path, device)
    const found = new Journal(join(folder, 'journal'), key, day)
    if (tellsSameStory(raw, found.read(headOf(raw).seq).entries)) other = found
    else {
      renameSync(join(folder, 'journal'), join(folder, `journal-lama-${Date.now()}`))
      other = new Journal(join(folder, 'journal'), key, day)
    }
    // what was saved while it was away comes at once: nobody knows when the next save is
    other.catchUp(raw, STEP)
    return other
  }
  /** What a second disk says never stops the counter. */
  const safely = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch {
      other?.close()
      other = undefined
      return undefined
    }
  }

  const comeUp = (raw: Database): boolean => safely(() => second(raw)?.catchUp(raw, STEP)) ?? false

  return {
    read(from) {
      const here = local.read(from)
      const there = place && isThere(place) ? safely(() => readOnly(place, device, key, day).read(from)) : undefined
      return there ? together(here, there) : here
    },
    catchUp(raw) {
      local.catchUp(raw)
      comeUp(raw)
    },
    behind: raw => local.behind(raw),
    close() {
      local.close()
      other?.close()
    },
    second(raw) {
      if (!place) return null
      const { path } = place
      const journal = safely(() => second(raw))
      if (!journal) return { path, state: isThere(place) ? 'failing' : 'missing', behind: 0 }
      const behind = journal.behind(raw)
      return { path, state: behind > 0 ? 'failing' : 'well', behind }
    },
    retire(raw, upTo) {
      local.retire(upTo)
      safely(() => second(raw)?.retire(upTo))
    },
    place(raw, drive) {
      other?.close()
      other = undefined
      if (drive === null) {
        rmSync(join(data, PLACE_FILE), { force: true })
        place = undefined
        return
      }
      const folder = folderOn(drive, device)
      mkdirSync(join(folder, 'journal'), { recursive: true })
      const mark = readMark(folder) ?? randomUUID()
      writeSynced(join(folder, MARK), mark)
      place = { path: drive, mark }
      writeSynced(join(data, PLACE_FILE), JSON.stringify(place))
      second(raw)
    },
    comeUp
  }
}

const readOnly = (place: Place | undefined, device: string, key: Uint8Array, day: () => string): Journal =>
  new Journal(join(folderOn(place?.path ?? '', device), 'journal'), key, day)

type Read = ReturnType<Diary['read']>

/** What either of the two knows; where they differ, the one beside the data is believed. */
function together(here: Read, there: Read): Read {
  const known = new Map(there.entries.map(entry => [entry.seq, entry]))
  const differs = here.entries.some(({ seq, hash }) => known.has(seq) && known.get(seq)?.hash !== hash)
  if (differs) return here
  for (const entry of here.entries) known.set(entry.seq, entry)
  const entries = [...known.values()].sort((a, b) => a.seq - b.seq)
  const last = here.entries.at(-1)?.seq ?? 0
  const unreadable = Math.max(0, last + here.unreadable - (there.entries.at(-1)?.seq ?? 0))
  return { entries, epoch: Math.max(here.epoch, there.epoch), unreadable: Math.min(here.unreadable, unreadable) }
}

function tellsSameStory(raw: Database, entries: readonly JournalEntry[]): boolean {
  const head = headOf(raw).seq
  const common = entries.findLast(({ seq }) => seq <= head)
  if (!common) return entries.length === 0
  const own = 'select hash from "change" where n = ? and signature is not null'
  const told = statement(raw, own).raw(false).get(common.seq) as { hash: string } | undefined
  return told?.hash === common.hash && entries.every(({ seq }) => seq <= head)
}

function readPlace(data: string): Place | undefined {
  try {
    return Place.parse(JSON.parse(readFileSync(join(data, PLACE_FILE), 'utf8')))
  } catch {
    return undefined // none was chosen, or a power cut zeroed it: then it is asked for again
  }
}

function readMark(folder: string): string | undefined {
  const path = join(folder, MARK)
  try {
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
  } catch {
    return undefined // pulled out in the meantime
  }
}
