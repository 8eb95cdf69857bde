import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { syncFolder } from '#wire/sync-folder'
import type { Secrets } from './secrets'

/** The two secrets of a desk: what opens its database, and what signs its changes and letter codes. */
export type DeskKeys = {
  device: string
  epoch: number
  databaseKey: Uint8Array
  privateKey: KeyObject
  publicKey: KeyObject
  keyId: string
}

export type KeysFound = { kind: 'found'; keys: DeskKeys } | { kind: 'none' } | { kind: 'unreadable' }

const KeyFile = z.object({ version: z.literal(1), backend: z.string(), wrapped: z.string(), checksum: z.string() })
const Content = z.object({ device: z.uuid(), epoch: z.int(), databaseKey: z.string(), privateKey: z.string() })

const FILES = ['desk.key', 'desk.key.copy'] as const
const checksumOf = (wrapped: string): string => createHash('sha256').update(wrapped).digest('hex')

/** The first 8 hex digits of the public key's SHA-256: how a letter code names the key that signed it. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 8)
}

/**
 * Reads the keys from either of the two copies and writes the other one again when it is damaged or gone.
 * `unreadable` means that a copy is there and none can be opened: never make new keys then.
 */
export async function readKeys(folder: string, secrets: Secrets): Promise<KeysFound> {
  const copies = FILES.map(name => join(folder, name))
  if (!copies.some(path => existsSync(path))) return { kind: 'none' }
  for (const path of copies) {
    const keys = await open(path, secrets)
    if (!keys) continue
    mend(path, copies)
    return { kind: 'found', keys }
  }
  return { kind: 'unreadable' }
}

/** A copy that cannot be written now is tried again at the next start: the desk can be opened with the good one. */
function mend(good: string, copies: string[]): void {
  const text = readFileSync(good, 'utf8')
  for (const path of copies) {
    if (path === good || (existsSync(path) && readFileSync(path, 'utf8') === text)) continue
    try {
      writeSynced(path, text)
      syncFolder(dirname(path))
    } catch {
      // the good copy is what opens the desk
    }
  }
}

/** Makes the keys of a new desk and keeps them in two synced copies before anything is encrypted with them. */
export async function makeKeys(folder: string, secrets: Secrets): Promise<DeskKeys> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const content: z.infer<typeof Content> = {
    device: randomUUID(),
    epoch: 1,
    databaseKey: randomBytes(32).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  }
  await keepWrapped(folder, Buffer.from(JSON.stringify(content)), secrets)
  return toKeys(content)
}

/** What the key files hold, in the form in which it may be sealed once more: for the recovery code. */
export function contentOfKeys({ device, epoch, databaseKey, privateKey }: DeskKeys): Uint8Array {
  const text = {
    device,
    epoch,
    databaseKey: Buffer.from(databaseKey).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  } satisfies z.infer<typeof Content>
  return Buffer.from(JSON.stringify(text))
}

/** The keys in what a code has opened; throws for anything else. */
export const keysIn = (content: Uint8Array): DeskKeys => toKeys(Content.parse(JSON.parse(Buffer.from(content).toString('utf8'))))

/** Gives these data's keys to this computer's account again, as the recovery code brought them. What lay there could not be read and is set aside. */
export async function adoptKeys(folder: string, content: Uint8Array, secrets: Secrets): Promise<void> {
  keysIn(content)
  for (const path of FILES.map(name => join(folder, name))) if (existsSync(path)) renameSync(path, `${path}.unreadable`)
  await keepWrapped(folder, content, secrets)
}

async function keepWrapped(folder: string, content: Uint8Array, secrets: Secrets): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const wrapped = Buffer.from(await secrets.wrap(content)).toString('base64')
  const file = JSON.stringify({ version: 1, backend: secrets.name, wrapped, checksum: checksumOf(wrapped) })
  for (const name of FILES) writeSynced(join(folder, name), file)
  syncFolder(folder)
  syncFolder(dirname(folder))
}

async function open(path: string, secrets: Secrets): Promise<DeskKeys | undefined> {
  try {
    const file = KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
    if (checksumOf(file.wrapped) !== file.checksum) return undefined
    const content = await secrets.unwrap(Buffer.from(file.wrapped, 'base64'))
    return keysIn(content)
  } catch {
    return undefined // the other copy is tried next; if that fails too the desk stays closed and says so
  }
}

function toKeys(content: z.infer<typeof Content>): DeskKeys {
  const privateKey = createPrivateKey({ key: Buffer.from(content.privateKey, 'base64'), type: 'pkcs8', format: 'der' })
  const publicKey = createPublicKey(privateKey)
  const { device, epoch } = content
  return { device, epoch, databaseKey: Buffer.from(content.databaseKey, 'base64'), privateKey, publicKey, keyId: keyIdOf(publicKey) }
}

function writeSynced(path: string, text: string): void {
  const temporary = `${path}.new`
  const descriptor = openSync(temporary, 'w', 0o600)
  writeFileSync(descriptor, text)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(temporary, path)
}
