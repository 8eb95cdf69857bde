import { createCipheriv, createDecipheriv, type DecipherGCM, hkdfSync, randomBytes } from 'node:crypto'
import type { SealedChange } from './log'

/** A change as a journal line holds it: with the bytes it brought along. */
export type JournalEntry = SealedChange & { bytes: Record<string, Uint8Array> }
/** An epoch that began without a change in it yet. SPEC D5. */
export type EpochNote = { epoch: number }

/** How lines are sealed and opened again; `unseal` gives undefined for a line that is not as it was sealed. */
export type JournalSeal = {
  seal(entry: JournalEntry | EpochNote): string
  unseal(line: string): JournalEntry | EpochNote | undefined
}

/** Electron's Node is built on BoringSSL, which does not offer ChaCha20-Poly1305 here. */
const ALGORITHM = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/** Each line is sealed by itself, under a key of the journal's own. */
export function journalSeal(databaseKey: Uint8Array): JournalSeal {
  const key = Buffer.from(hkdfSync('sha256', databaseKey, new Uint8Array(), 'loket-slrt journal', 32))
  return {
    seal(entry) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG })
      const packed = isEntry(entry) ? { ...entry, signature: base64(entry.signature), bytes: mapValues(entry.bytes, base64) } : entry
      const sealed = Buffer.concat([cipher.update(JSON.stringify(packed), 'utf8'), cipher.final()])
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64')
    },
    unseal(line) {
      const all = Buffer.from(line, 'base64')
      if (all.length < NONCE + TAG) return undefined
      const decipher = createDecipheriv(ALGORITHM, key, all.subarray(0, NONCE), { authTagLength: TAG })
      decipher.setAuthTag(all.subarray(all.length - TAG))
      const opened = finished(decipher, all.subarray(NONCE, all.length - TAG))
      if (!opened) return undefined
      const packed = JSON.parse(opened.toString('utf8'))
      if (packed.seq === undefined) return { epoch: Number(packed.epoch) }
      const bytes = mapValues(packed.bytes as Record<string, string>, value => Buffer.from(value, 'base64'))
      return { ...packed, signature: Buffer.from(packed.signature, 'base64'), bytes }
    }
  }
}

export const isEntry = (line: JournalEntry | EpochNote | undefined): line is JournalEntry => line !== undefined && 'seq' in line
export const epochIn = ({ body }: Pick<SealedChange, 'body'>): number => (JSON.parse(body) as { epoch: number }).epoch

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const mapValues = <A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

function finished(decipher: DecipherGCM, sealed: Buffer): Buffer | undefined {
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()])
  } catch {
    return undefined // the tag does not fit: bit rot, or not ours
  }
}
