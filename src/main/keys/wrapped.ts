import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { syncFolder } from '#wire/sync-folder'
import { writeSynced } from '#wire/write-synced'
import type { Secrets } from './secrets'

const KeyFile = z.object({ version: z.literal(1), backend: z.string(), wrapped: z.string(), checksum: z.string() })

const FILES = ['desk.key', 'desk.key.copy'] as const
const checksumOf = (wrapped: string): string => createHash('sha256').update(wrapped).digest('hex')

export type Unwrapped = { kind: 'found'; content: Uint8Array } | { kind: 'none' } | { kind: 'unreadable' }

/** Keeps a secret in two synced copies, each wrapped with this computer account's own key. */
export async function keepWrapped(folder: string, content: Uint8Array, secrets: Secrets): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const wrapped = Buffer.from(await secrets.wrap(content)).toString('base64')
  const file = JSON.stringify({ version: 1, backend: secrets.name, wrapped, checksum: checksumOf(wrapped) })
  for (const name of FILES) writeSynced(join(folder, name), file)
  syncFolder(dirname(folder))
}

/** The secret from either copy; the other one is written again when it is damaged or gone. */
export async function readWrapped(folder: string, secrets: Secrets): Promise<Unwrapped> {
  const copies = FILES.map(name => join(folder, name))
  if (!copies.some(path => existsSync(path))) return { kind: 'none' }
  for (const path of copies) {
    const content = await open(path, secrets)
    if (!content) continue
    mend(path, copies)
    return { kind: 'found', content }
  }
  return { kind: 'unreadable' }
}

/** What lies there cannot be read and makes room for what can. */
export function setAsideWrapped(folder: string): void {
  for (const path of FILES.map(name => join(folder, name))) if (existsSync(path)) renameSync(path, `${path}.unreadable`)
}

/** A copy that cannot be written now is tried again at the next start: the secret can be opened with the good one. */
function mend(good: string, copies: string[]): void {
  const text = readFileSync(good, 'utf8')
  for (const path of copies) {
    if (path === good || (existsSync(path) && readFileSync(path, 'utf8') === text)) continue
    try {
      writeSynced(path, text)
    } catch {
      // the good copy is what opens the desk
    }
  }
}

async function open(path: string, secrets: Secrets): Promise<Uint8Array | undefined> {
  try {
    const file = KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
    if (checksumOf(file.wrapped) !== file.checksum) return undefined
    return await secrets.unwrap(Buffer.from(file.wrapped, 'base64'))
  } catch {
    return undefined // the other copy is tried next; if that fails too the desk stays closed and says so
  }
}
