import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, fdatasyncSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { changesAfter, headOf, type SealedChange } from './log'
import { statement } from './rows'

/** A change as a journal line holds it: with the bytes it brought along. */
export type JournalEntry = SealedChange & { bytes: Record<string, Uint8Array> }

const ALGORITHM = 'chacha20-poly1305'
const NONCE = 12
const TAG = 16

/**
 * The desk's diary outside the database: one sealed line a change, appended and synced before the screen says "saved".
 * A flipped bit in SQLite's own log silently drops later commits; this file is how the desk notices and gets them back.
 */
export class Journal {
  private file: { day: string; descriptor: number } | undefined
  private lastSeq = 0
  private failure: string | undefined
  private readonly key: Buffer
  private readonly folder: string
  private readonly day: () => string

  constructor(folder: string, databaseKey: Uint8Array, day: () => string) {
    this.folder = folder
    this.day = day
    this.key = Buffer.from(hkdfSync('sha256', databaseKey, new Uint8Array(), 'loket-slrt journal', 32))
    mkdirSync(folder, { recursive: true })
  }

  /** Every readable line, oldest first. A last line that a power cut tore is cut off; anything else unreadable ends the reading. */
  read(): JournalEntry[] {
    const entries: JournalEntry[] = []
    const days = this.days()
    for (const [i, name] of days.entries()) {
      const path = join(this.folder, name)
      const text = readFileSync(path, 'latin1')
      const end = text.lastIndexOf('\n') + 1
      if (end < text.length && i === days.length - 1) cut(path, end)
      for (const line of text.slice(0, end).split('\n')) if (line) entries.push(this.unseal(line))
    }
    this.lastSeq = entries.at(-1)?.seq ?? 0
    return entries
  }

  /**
   * Writes every change that the journal does not have yet, in order, and syncs once.
   * When the journal cannot be written (its disk is full or gone) the changes stay safe in the database, `behind` says so, and the next call tries again.
   */
  catchUp(raw: Database): void {
    try {
      const missing = changesAfter(raw, this.lastSeq)
      if (missing.length === 0) return
      const descriptor = this.open()
      for (const change of missing) {
        const bytes = Object.fromEntries(change.blobs.map(hash => [hash, blobOf(raw, hash)]))
        writeSync(descriptor, `${this.seal({ ...change, bytes })}\n`)
      }
      fdatasyncSync(descriptor)
      this.lastSeq = missing.at(-1)?.seq ?? this.lastSeq
      this.failure = undefined
    } catch (error) {
      this.failure = (error as NodeJS.ErrnoException).code ?? 'unknown'
      this.close()
    }
  }

  /** How many changes are in the database and not in the journal. */
  behind(raw: Database): number {
    return this.failure ? headOf(raw).seq - this.lastSeq : 0
  }

  close(): void {
    if (this.file) closeSync(this.file.descriptor)
    this.file = undefined
  }

  private days(): string[] {
    return readdirSync(this.folder)
      .filter(name => /^\d{4}-\d{2}-\d{2}\.journal$/.test(name))
      .sort()
  }

  private open(): number {
    const newest = this.days().at(-1)?.slice(0, 10) ?? ''
    const today = this.day()
    const day = today > newest ? today : newest
    if (this.file?.day !== day) {
      this.close()
      this.file = { day, descriptor: openSync(join(this.folder, `${day}.journal`), 'a') }
    }
    return this.file.descriptor
  }

  private seal(entry: JournalEntry): string {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv(ALGORITHM, this.key, nonce, { authTagLength: TAG })
    const packed = { ...entry, signature: base64(entry.signature), bytes: mapValues(entry.bytes, base64) }
    const sealed = Buffer.concat([cipher.update(JSON.stringify(packed), 'utf8'), cipher.final()])
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64')
  }

  private unseal(line: string): JournalEntry {
    const all = Buffer.from(line, 'base64')
    const decipher = createDecipheriv(ALGORITHM, this.key, all.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAuthTag(all.subarray(all.length - TAG))
    const text = Buffer.concat([decipher.update(all.subarray(NONCE, all.length - TAG)), decipher.final()]).toString('utf8')
    const packed = JSON.parse(text)
    const bytes = mapValues(packed.bytes as Record<string, string>, value => Buffer.from(value, 'base64'))
    return { ...packed, signature: Buffer.from(packed.signature, 'base64'), bytes }
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const mapValues = <A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

function blobOf(raw: Database, hash: string): Uint8Array {
  return (statement(raw, 'select bytes from blob where hash = ?').raw(false).get(hash) as { bytes: Uint8Array }).bytes
}

function cut(path: string, length: number): void {
  const descriptor = openSync(path, 'r+')
  ftruncateSync(descriptor, length)
  fdatasyncSync(descriptor)
  closeSync(descriptor)
}
