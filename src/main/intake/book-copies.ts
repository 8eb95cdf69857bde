import { createPublicKey, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeSynced } from '#wire/write-synced'
import { backupsFolder } from '../backups/backups'
import { findRegistered, SEALED_BOOK, stickFolder } from '../backups/stick'
import { secondFolder } from '../changes/second-journal'
import type { DeskKeys } from '../keys/desk-keys'
import type { IntakeEntry } from './intake.store'
import { openSealedBook, sealBook } from './sealed-book'

// Copies of the emergency book outside it: beside the backups, with which it goes to a stick, on the disk of the second journal, and on the registered
// stick while it is in.

const Face = z.object({ v: z.literal(1), device: z.uuid(), publicKey: z.string() })
const faceFile = (data: string): string => join(data, 'keys', 'desk.public')

/** Keeps the open half of the desk's key where it can be read while the other half cannot. */
export function keepFace(data: string, { device, publicKey }: Pick<DeskKeys, 'device' | 'publicKey'>): void {
  const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const text = JSON.stringify({ v: 1, device, publicKey: der } satisfies z.infer<typeof Face>)
  try {
    if (read(faceFile(data)) !== text) writeSynced(faceFile(data), text)
  } catch {
    // a full disk: the desk opens all the same, and the next start tries again
  }
}

function readFace(data: string): { device: string; publicKey: KeyObject } | undefined {
  try {
    const { device, publicKey } = Face.parse(JSON.parse(readFileSync(faceFile(data), 'utf8')))
    return { device, publicKey: createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' }) }
  } catch {
    return undefined // a desk that never opened, or a file that a power cut zeroed: then there is nothing to seal to
  }
}

/** Writes the book anew to every place that can be written now. What cannot be written never stops the intake. */
export async function keepBookCopies(data: string, entries: readonly IntakeEntry[]): Promise<void> {
  const face = readFace(data)
  if (!face) return
  const text = sealBook(face.publicKey, entries)
  for (const folder of await placesOf(data, face.device)) {
    try {
      mkdirSync(folder, { recursive: true })
      writeSynced(join(folder, SEALED_BOOK), text)
    } catch {
      // full, or pulled out: the book itself has the entry
    }
  }
}

/** What the copies that can be read now hold, each entry once; where they differ the one that was set aside is right. */
export async function readBookCopies(
  data: string,
  { device, privateKey }: Pick<DeskKeys, 'device' | 'privateKey'>
): Promise<IntakeEntry[]> {
  const known = new Map<string, IntakeEntry>()
  for (const folder of await placesOf(data, device)) {
    for (const entry of openSealedBook(privateKey, read(join(folder, SEALED_BOOK))))
      if (!known.has(entry.id) || entry.aside !== null) known.set(entry.id, entry)
  }
  return [...known.values()].sort((a, b) => a.n - b.n)
}

/** Removes the copies that can be reached now; the one on a stick that is not in goes with the next backup. */
export async function forgetBookCopies(data: string, device: string): Promise<void> {
  for (const folder of await placesOf(data, device)) {
    try {
      rmSync(join(folder, SEALED_BOOK), { force: true })
    } catch {
      // pulled out in the meantime
    }
  }
}

async function placesOf(data: string, device: string): Promise<string[]> {
  const sticks = (await findRegistered(data, device)).map(stick => stickFolder(stick, device))
  return [backupsFolder(data), secondFolder(data, device), ...sticks].filter(folder => folder !== undefined)
}

function read(path: string): string {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  } catch {
    return '' // pulled out in the meantime
  }
}
