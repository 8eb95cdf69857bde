import { existsSync, lstatSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { SetAside } from '#shared/backups/set-aside'
import { syncFolder } from '#wire/sync-folder'
import { writeSynced } from '#wire/write-synced'
import { linesIn } from '../changes/journal-file'
import { isEntry, journalSeal } from '../changes/journal-line'
import { statement } from '../changes/rows'
import { shred } from '../changes/shred'
import { filesIn, foldersIn } from '../files/below'

const NAME = /^rusak-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(-\d+)?$/
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
  shred(name: string): boolean
}

export function setAsides(data: string, databaseKey: Uint8Array, raw: Database): SetAsides {
  const names = () => readdirSync(data).filter(name => NAME.test(name) && lstatSync(join(data, name)).isDirectory())
  const heldIn = (name: string) => filesIn(join(data, name)).filter(path => basename(path) !== NOTE)
  const seal = journalSeal(databaseKey)
  const isKnown = (change: string): boolean => statement(raw, 'select 1 from "change" where id = ?').get(change) !== undefined

  /** The changes that its journal still tells and this desk does not have: of those that were written anew under another name, the later ones alone. */
  const missingIn = (folder: string): number => {
    const told = new Map<string, string | null>()
    for (const path of journalsIn(folder))
      for (const line of linesIn(path)) {
        const entry = seal.unseal(line)
        if (isEntry(entry)) told.set((JSON.parse(entry.body) as { id: string }).id, entry.was)
      }
    const renamed = new Set(told.values())
    return [...told.keys()].filter(change => !renamed.has(change) && !isKnown(change)).length
  }

  const cardOf = (name: string): SetAside => {
    const folder = join(data, name)
    const brought = broughtBack(folder)
    const bytes = heldIn(name).reduce((sum, path) => sum + (lstatSync(path, { throwIfNoEntry: false })?.size ?? 0), 0)
    return { name, at: momentOf(name), bytes, brought, missing: brought === 'all' ? 0 : missingIn(folder) }
  }

  return {
    // where the database was gone altogether nothing lies there
    list: () =>
      names()
        .filter(name => heldIn(name).length > 0)
        .sort()
        .reverse()
        .map(cardOf),
    shred(name) {
      const folder = join(data, name)
      if (!names().includes(name)) return false
      try {
        // the note last: what is left of a folder must not say more than is known
        for (const path of heldIn(name)) shred(path)
        rmSync(join(folder, NOTE), { force: true })
        for (const path of foldersIn(folder)) rmdirSync(path)
        syncFolder(data)
        return true
      } catch {
        return false // held open by another program, or a disk that cannot be written
      }
    }
  }
}

/** Without a note (a program before this one, or a bit that rotted) what lies there tells it: the journal and copies go aside only where something was lost. */
function broughtBack(folder: string): SetAside['brought'] {
  try {
    return Note.parse(JSON.parse(readFileSync(join(folder, NOTE), 'utf8'))).isComplete ? 'all' : 'not-all'
  } catch {
    return readdirSync(folder).some(name => name === 'journal' || name.endsWith('.backup')) ? 'not-all' : 'unknown'
  }
}

/** By the PC's clock, as the folder's name says it. */
function momentOf(name: string): number {
  const [, year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (NAME.exec(name) ?? []).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function journalsIn(folder: string): string[] {
  const journal = join(folder, 'journal')
  if (!existsSync(journal)) return []
  return filesIn(journal)
    .filter(path => path.endsWith('.journal'))
    .sort()
}
