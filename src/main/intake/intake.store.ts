import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { IntakePerson } from '#shared/intake/intake'
import { shred } from '#wire/shred'
import { syncFolder } from '#wire/sync-folder'
import { openDatabase } from '../database/open'
import { filesIn } from '../files/below'
import type { Secrets } from '../keys/secrets'
import { keepWrapped, readWrapped } from '../keys/wrapped'

/** One line of the emergency book. The ids of the resident and the visit that it will become are given here, so that it becomes them once. */
export type IntakeEntry = {
  n: number
  id: string
  residentId: string
  visitId: string
  at: number
  officer: string
  person: IntakePerson
  aside: string | null
}
type Row = Omit<IntakeEntry, 'person'> & { person: string }

const VERSION = 1
const folderIn = (data: string): string => join(data, 'darurat')
const fileIn = (data: string): string => join(folderIn(data), 'intake.db')
const keysIn = (data: string): string => join(folderIn(data), 'keys')

/** Whether an emergency book lies in a desk's folder. */
export const hasIntakeBook = (data: string): boolean => existsSync(fileIn(data))

/** The book in which residents are taken in while the desk's own data stay closed: a small database with a key of its own. */
export type IntakeBook = {
  add(said: { person: IntakePerson; officer: string; at: number }): IntakeEntry
  list(): IntakeEntry[]
  find(id: string): IntakeEntry | undefined
  setAside(id: string, reason: string): Promise<void>
  /** Entries from a copy, under the ids that they have; with a number of their own where theirs is taken. */
  giveBack(entries: readonly IntakeEntry[]): void
  close(): void
}

/** Opens the book, making it when there is none; undefined when its key cannot be read on this account. Throws a ClosedError where nothing can be written. */
export async function openIntakeBook(data: string, secrets: Secrets): Promise<IntakeBook | undefined> {
  mkdirSync(folderIn(data), { recursive: true, mode: 0o700 })
  const found = await readWrapped(keysIn(data), secrets)
  if (found.kind === 'unreadable' || (found.kind === 'none' && hasIntakeBook(data))) return undefined
  const key = found.kind === 'found' ? found.content : new Uint8Array(randomBytes(32))
  if (found.kind === 'none') await keepWrapped(keysIn(data), key, secrets)
  return bookIn(openDatabase(fileIn(data), key, VERSION))
}

/** Puts a book that cannot be read on this account in a folder of its own, whole. */
export function setAsideIntakeBook(data: string, at: number): void {
  renameSync(folderIn(data), `${folderIn(data)}-lama-${at}`)
  syncFolder(data)
}

/** Forgets the key of a book whose every entry has its place elsewhere, and then the book: what is left of it on the disk opens with nothing. */
export function shredIntakeBook(data: string): void {
  for (const path of filesIn(keysIn(data))) shred(path)
  syncFolder(folderIn(data))
  rmSync(folderIn(data), { recursive: true, force: true })
  syncFolder(data)
}

function bookIn(raw: Database): IntakeBook {
  raw.exec(`create table if not exists entry (n integer primary key, id text not null unique, residentId text not null, visitId text not null, at integer not null,
    officer text not null, person text not null, aside text) strict`)
  raw.pragma(`user_version = ${VERSION}`)
  const read = ({ person, ...row }: Row): IntakeEntry => ({ ...row, person: IntakePerson.parse(JSON.parse(person)) })
  const one = (id: string) => raw.prepare('select * from entry where id = ?').get(id) as Row | undefined
  return {
    add({ person, officer, at }) {
      const ids = { id: randomUUID(), residentId: randomUUID(), visitId: randomUUID() }
      const { lastInsertRowid } = raw
        .prepare(
          'insert into entry (id, residentId, visitId, at, officer, person) values (@id, @residentId, @visitId, @at, @officer, @person)'
        )
        .run({ ...ids, at, officer, person: JSON.stringify(person) })
      return { n: Number(lastInsertRowid), ...ids, at, officer, person, aside: null }
    },
    list: () => (raw.prepare('select * from entry order by n').all() as Row[]).map(read),
    find(id) {
      const row = one(id)
      return row && read(row)
    },
    setAside: async (id, reason) => void raw.prepare('update entry set aside = ? where id = ?').run(reason, id),
    giveBack(entries) {
      const columns = '(n, id, residentId, visitId, at, officer, person, aside)'
      const values = `case when @n in (select n from entry) then null else @n end, @id, @residentId, @visitId, @at, @officer, @person, @aside`
      const insert = raw.prepare(`insert or ignore into entry ${columns} values (${values})`)
      for (const entry of entries) insert.run({ ...entry, person: JSON.stringify(entry.person) })
    },
    close: () => raw.close()
  }
}
