// A look at one rotten file with what the desk itself reads it with, without opening the desk: so cheap that many flips can be tried.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { listBackups } from '#main/backups/backup-file'
import { snapshot } from '#main/changes/fold'
import { Journal } from '#main/changes/journal'
import { NEWEST_VERSION } from '#main/database/migrate'
import { ClosedError, openCopy, openDatabase } from '#main/database/open'
import { type DeskKeys, readKeys } from '#main/keys/desk-keys'
import { inTheOpen } from '../lone-desk.ts'
import type { Outcome, Rotting } from './rotting.ts'

const whatIs = (raw: Database): [changes: unknown[], rows: unknown] => [
  raw.prepare('select n, hash from "change" order by n').raw(true).all(),
  snapshot(raw)
]
export const contentOf = (raw: Database): string => JSON.stringify(whatIs(raw))

/** What the files of a folder that nobody has spoilt say, each read on its own. */
export type Known = {
  keys: DeskKeys
  truth: string
  copies: ReadonlyMap<string, string>
  entries: ReadonlyMap<number, string>
  data: string
}

export async function know(data: string, truth: string): Promise<Known> {
  const found = await readKeys(join(data, 'keys'), inTheOpen)
  if (found.kind !== 'found') throw new Error('no keys')
  const { keys } = found
  const notes = listBackups(join(data, 'backups'), keys.publicKey)
  const copies = new Map(notes.map(note => [note.name, JSON.stringify([note, readCopy(data, note.name, keys)])]))
  const entries = new Map(journalOf(data, keys).map(({ seq, hash }) => [seq, hash]))
  return { keys, truth, copies, entries, data }
}

const journalOf = (data: string, keys: DeskKeys) => new Journal(join(data, 'journal'), keys.databaseKey, () => '0000-00-00').read(0).entries

function readCopy(data: string, name: string, { databaseKey }: DeskKeys): string {
  const raw = openCopy(join(data, 'backups', name), databaseKey)
  try {
    return contentOf(raw)
  } finally {
    raw.close()
  }
}

/** What is noticed of a bit that was turned over in one file of `data`. */
export async function glance(kind: Rotting, name: string, data: string, known: Known): Promise<Outcome> {
  try {
    if (kind === 'key') return await keysAreThere(name, data, known)
    if (kind === 'journal') return journalTells(data, known)
    if (kind === 'backup') return copyTells(basename(name).replace(/\.json$/, ''), data, known)
    return databaseTells(data, known)
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (error instanceof ClosedError || code.startsWith('SQLITE_')) return { outcome: 'refused' }
    return { outcome: 'stuck', why: String((error as Error).stack) }
  }
}

/** All that there was; or a beginning of it, which the journal is ahead of. */
function databaseTells(data: string, { keys, truth }: Known): Outcome {
  const raw = openDatabase(join(data, 'desk.db'), keys.databaseKey, NEWEST_VERSION)
  try {
    if (contentOf(raw) === truth) return { outcome: 'harmless' }
    const [changes] = whatIs(raw)
    const [before] = JSON.parse(truth) as [unknown[]]
    const isBeginning = changes.length < before.length && JSON.stringify(before.slice(0, changes.length)) === JSON.stringify(changes)
    return isBeginning ? { outcome: 'recovered' } : { outcome: 'silent', why: 'the database says something else' }
  } finally {
    raw.close()
  }
}

function journalTells(data: string, { keys, entries }: Known): Outcome {
  const read = journalOf(data, keys)
  if (read.some(({ seq, hash }) => entries.get(seq) !== hash)) return { outcome: 'silent', why: 'the journal says something else' }
  return { outcome: read.length === entries.size ? 'harmless' : 'refused' }
}

function copyTells(name: string, data: string, { keys, copies }: Known): Outcome {
  const note = listBackups(join(data, 'backups'), keys.publicKey).find(one => one.name === name)
  if (!note) return { outcome: 'refused' }
  const said = JSON.stringify([note, readCopy(data, name, keys)])
  return said === copies.get(name) ? { outcome: 'harmless' } : { outcome: 'silent', why: 'the copy says something else' }
}

/** The other copy of the keys opens the data, and the other place of what the code opens is untouched. */
async function keysAreThere(name: string, data: string, known: Known): Promise<Outcome> {
  const found = await readKeys(join(data, 'keys'), inTheOpen)
  if (found.kind !== 'found') return { outcome: 'stuck', why: `the keys are ${found.kind}` }
  const isSame = Buffer.from(found.keys.databaseKey).equals(known.keys.databaseKey) && found.keys.keyId === known.keys.keyId
  if (!isSame) return { outcome: 'silent', why: 'another key' }
  const places = ['keys', 'backups'].map(folder => join(folder, 'recovery.key')).filter(place => place !== name)
  const isKept = places.some(place => readFileSync(join(data, place)).equals(readFileSync(join(known.data, place))))
  return isKept ? { outcome: 'harmless' } : { outcome: 'stuck', why: 'no place of the code is left' }
}
