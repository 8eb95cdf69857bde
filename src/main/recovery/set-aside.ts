import { lstatSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { SetAside } from '#shared/backups/set-aside'
import { syncFolder } from '#wire/sync-folder'
import { writeSynced } from '#wire/write-synced'
import type { BackupWork } from '../backups/backup-work'
import { linesIn } from '../changes/journal-file'
import { isEntry, journalSeal } from '../changes/journal-line'
import { statement } from '../changes/rows'
import { secondFolder } from '../changes/second-journal'
import { filesIn, foldersIn } from '../files/below'

// a PC's clock may stand behind the year 9999
const NAME = /^rusak-(\+?\d{4,6})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-\d+)?$/
/** A second journal that told another past than the desk. */
const SECOND_NAME = /^journal-lama-(\d+)$/
/** An emergency book that this account could not read. */
const BOOK_NAME = /^darurat-lama-(\d+)$/
/** Says of what was set aside whether all of it was brought back. */
const NOTE = 'pemulihan.json'
const Note = z.object({ isComplete: z.boolean() })

/** Notes at once, before anything is moved into the folder: cut off in between, a folder says less than it could and never more. */
export function noteRecovered(folder: string, isComplete: boolean): void {
  writeSynced(join(folder, NOTE), JSON.stringify({ isComplete } satisfies z.infer<typeof Note>))
}

/** What recoveries have set aside beside the data, which nobody needs once all of it is back, and which holds everybody all the same. */
export type SetAsides = {
  /** Newest first. */
  list(): SetAside[]
  /** Writes over and removes every file of one; says whether all of it is gone. Left off anywhere and begun anew it goes on. */
  shred(name: string): Promise<boolean>
}

type Opened = { data: string; databaseKey: Uint8Array; device: string; raw: Database; work: Pick<BackupWork, 'shred'> }
type Found = Pick<SetAside, 'name' | 'at' | 'place'> & { folder: string }

export function setAsides({ data, databaseKey, device, raw, work }: Opened): SetAsides {
  const seal = journalSeal(databaseKey)
  const isKnown = (change: string): boolean => statement(raw, 'select 1 from "change" where id = ?').get(change) !== undefined

  /** Where the database was gone altogether nothing lies there. */
  const found = (): Found[] =>
    [...ofRecoveries(data), ...named(data, BOOK_NAME, 'here'), ...onSecondDisk(secondFolder(data, device))]
      .filter(({ folder }) => heldIn(folder).length > 0)
      .sort((a, b) => b.at - a.at)

  /** The changes that its journal still tells and this desk does not have: of those that were written anew under another name, the later ones alone. */
  const toldIn = (folder: string): { missing: number; isWhole: boolean } => {
    const told = new Map<string, string | null>()
    let isWhole = true
    for (const path of heldIn(folder).filter(isJournal))
      for (const line of linesIn(path)) {
        const entry = seal.unseal(line)
        if (isEntry(entry)) told.set((JSON.parse(entry.body) as { id: string }).id, entry.was)
        if (!entry) isWhole = false
      }
    const renamed = new Set(told.values())
    return { missing: [...told.keys()].filter(change => !renamed.has(change) && !isKnown(change)).length, isWhole }
  }

  const cardOf = ({ folder, ...aside }: Found): SetAside => {
    const held = heldIn(folder)
    const bytes = held.reduce((sum, path) => sum + (lstatSync(path, { throwIfNoEntry: false })?.size ?? 0), 0)
    const noted = notedIn(folder)
    if (noted === 'all') return { ...aside, bytes, brought: noted, missing: 0 }
    const { missing, isWhole } = toldIn(folder)
    // a journal alone says all there is to know of it
    const brought = noted ?? (isWhole && missing === 0 && held.every(isJournal) ? 'all' : 'unknown')
    return { ...aside, bytes, brought, missing }
  }

  return {
    list: () => found().map(cardOf),
    async shred(name) {
      const folder = found().find(aside => aside.name === name)?.folder
      if (!folder) return false
      try {
        // the note last: what is left of a folder must not say more than is known
        await work.shred(heldIn(folder))
        rmSync(join(folder, NOTE), { force: true })
        for (const path of foldersIn(folder)) rmdirSync(path)
        syncFolder(dirname(folder))
        return true
      } catch {
        return false // held open by another program, or a disk that cannot be written
      }
    }
  }
}

function ofRecoveries(data: string): Found[] {
  return foldersNamed(data, NAME).map(([name, year, month, day, hour, minute, second]) => {
    // by the PC's clock, as the folder's name says it
    const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
    return { name, at, place: 'here', folder: join(data, name) }
  })
}

const onSecondDisk = (second: string | undefined): Found[] => (second ? named(second, SECOND_NAME, 'second-disk') : [])

/** Folders whose name ends in the moment they were set aside. */
const named = (parent: string, pattern: RegExp, place: Found['place']): Found[] =>
  foldersNamed(parent, pattern).map(([name, at]) => ({ name, at: Number(at), place, folder: join(parent, name) }))

function foldersNamed(folder: string, pattern: RegExp): [name: string, ...parts: string[]][] {
  try {
    return readdirSync(folder).flatMap((name): [string, ...string[]][] => {
      const parts = pattern.exec(name)?.slice(1)
      return parts && lstatSync(join(folder, name)).isDirectory() ? [[name, ...parts]] : []
    })
  } catch {
    return [] // the disk was pulled out
  }
}

const heldIn = (folder: string): string[] => filesIn(folder).filter(path => basename(path) !== NOTE)
const isJournal = (path: string): boolean => path.endsWith('.journal')

/** Without a note (a program before this one, or a bit that rotted) what lies there tells it: journal and copies go aside only where something was lost. */
function notedIn(folder: string): 'all' | 'not-all' | undefined {
  try {
    return Note.parse(JSON.parse(readFileSync(join(folder, NOTE), 'utf8'))).isComplete ? 'all' : 'not-all'
  } catch {
    return readdirSync(folder).some(name => name === 'journal' || name.endsWith('.backup')) ? 'not-all' : undefined
  }
}
