import { type KeyObject, sign, verify } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeSynced } from '#wire/write-synced'

/** What was in the database when a copy of it was made; the copy has to hold the same. */
const Content = z.object({ head: z.object({ seq: z.int(), hash: z.string() }), counts: z.record(z.string(), z.int()) })
export type BackupContent = z.infer<typeof Content>

const NAME = /^[\dTZ-]+\.backup$/

const Note = Content.extend({
  v: z.literal(1),
  name: z.string().regex(NAME),
  device: z.uuid(),
  madeAt: z.int(),
  /** By how many days the clock it was made by is behind the copies before it: see `daysLostAt`. */
  daysLost: z.int().optional(),
  bytes: z.int(),
  sha256: z.string().length(64)
})
/** The note beside a copy, signed by the desk: a copy without it was not finished. */
export type BackupNote = z.infer<typeof Note>

/** Names sort as the log grew. They hold a count and a moment, nothing of anybody. */
export const backupName = (head: number, at: number): string =>
  `${String(head).padStart(12, '0')}-${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}.backup`

/** The last change in a copy, as its name says. */
export const headIn = (name: string): number => Number(name.split('-')[0])

/** When a copy was made, as its name says. */
export const madeAtIn = (name: string): number =>
  Date.parse(name.replace(/^\d+-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z')) || 0

/** The names of all copies in a folder that were finished, the newest first, whatever has become of them or of their notes. */
export const copyNames = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => NAME.test(name))
        .sort()
        .reverse()
    : []

export const noteOf = (folder: string, name: string): string => join(folder, `${name}.json`)

/** Writes the note after the copy is whole and in place: from then on the copy counts. */
export function writeNote(folder: string, note: BackupNote, privateKey: KeyObject): void {
  const text = JSON.stringify(note)
  writeSynced(noteOf(folder, note.name), JSON.stringify({ text, signature: sign(null, Buffer.from(text), privateKey).toString('base64') }))
}

/** The finished copies in a folder, newest first. One whose note is not signed by this desk, or whose file has another length, is left alone and does not count. */
export function listBackups(folder: string, publicKey: KeyObject): BackupNote[] {
  if (!existsSync(folder)) return []
  const found = readdirSync(folder).flatMap(file => {
    if (!file.endsWith('.backup.json')) return []
    const note = readNote(join(folder, file), publicKey)
    return note && existsSync(join(folder, note.name)) && statSync(join(folder, note.name)).size === note.bytes ? [note] : []
  })
  return found.sort((a, b) => b.head.seq - a.head.seq || b.madeAt - a.madeAt)
}

function readNote(path: string, publicKey: KeyObject): BackupNote | undefined {
  try {
    const { text, signature } = z.object({ text: z.string(), signature: z.string() }).parse(JSON.parse(readFileSync(path, 'utf8')))
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')) ? Note.parse(JSON.parse(text)) : undefined
  } catch {
    return undefined // torn, rotted or not ours: the copy beside it does not count
  }
}
