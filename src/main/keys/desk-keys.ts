import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Secrets } from './secrets'
import { keepWrapped, readWrapped, setAsideWrapped } from './wrapped'

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

const Content = z.object({ device: z.uuid(), epoch: z.int(), databaseKey: z.string(), privateKey: z.string() })

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
  const found = await readWrapped(folder, secrets)
  if (found.kind !== 'found') return found
  try {
    return { kind: 'found', keys: keysIn(found.content) }
  } catch {
    return { kind: 'unreadable' }
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
  setAsideWrapped(folder)
  await keepWrapped(folder, content, secrets)
}

function toKeys(content: z.infer<typeof Content>): DeskKeys {
  const privateKey = createPrivateKey({ key: Buffer.from(content.privateKey, 'base64'), type: 'pkcs8', format: 'der' })
  const publicKey = createPublicKey(privateKey)
  const { device, epoch } = content
  return { device, epoch, databaseKey: Buffer.from(content.databaseKey, 'base64'), privateKey, publicKey, keyId: keyIdOf(publicKey) }
}
