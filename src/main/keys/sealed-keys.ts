import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeSynced } from '#wire/write-synced'

const CIPHER = 'aes-256-gcm'
const TAG = 16
const Sealed = z.object({
  version: z.literal(1),
  madeAt: z.int(),
  salt: z.string(),
  nonce: z.string(),
  sealed: z.string(),
  /** For whom it was sealed, where that was not a piece of paper. */
  escrow: z.object({ device: z.uuid(), publicKey: z.string(), ephemeral: z.string() }).optional()
})
export type SealedKeys = z.infer<typeof Sealed>

/** What opens the data lies sealed beside the keys, and beside the copies, so that a copy alone can be opened. */
const placesOf = (data: string, name: string): string[] => [join(data, 'keys', name), join(data, 'backups', name)]

/** Every copy of a sealed file that can be read, with its place. */
export function sealedIn(data: string, name: string): { path: string; file: SealedKeys }[] {
  return placesOf(data, name).flatMap(path => {
    const file = readSealed(path)
    return file ? [{ path, file }] : []
  })
}

/** Seals what opens the data with a code of 16 bytes, which is kept nowhere, and keeps it in both places in place of the one before. */
export function keepSealed(
  data: string,
  name: string,
  code: Uint8Array,
  content: Uint8Array,
  said: Pick<SealedKeys, 'madeAt' | 'escrow'>
): void {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv(CIPHER, keyFrom(code, salt), nonce, { authTagLength: TAG })
  const sealed = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
  writeSealed(data, name, {
    version: 1,
    ...said,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64')
  })
}

/** Puts what is sealed already in both places, one after the other, in place of the one before. */
export function writeSealed(data: string, name: string, file: SealedKeys): void {
  for (const path of placesOf(data, name)) if (existsSync(join(path, '..'))) writeSynced(path, JSON.stringify(file))
}

/** Whatever lies there under this name, whole or not. */
export function dropSealed(data: string, name: string): void {
  for (const path of placesOf(data, name)) rmSync(path, { force: true })
}

/** Undefined for another code, or a damaged file. */
export function unseal({ salt, nonce, sealed }: SealedKeys, code: Uint8Array): Uint8Array | undefined {
  const all = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv(CIPHER, keyFrom(code, Buffer.from(salt, 'base64')), Buffer.from(nonce, 'base64'), {
      authTagLength: TAG
    })
    decipher.setAuthTag(all.subarray(all.length - TAG))
    return Buffer.concat([decipher.update(all.subarray(0, all.length - TAG)), decipher.final()])
  } catch {
    return undefined // the other place is tried
  }
}

/** The code itself cannot be guessed; a slow key only makes a bad copy of it useless too. */
const keyFrom = (code: Uint8Array, salt: Uint8Array): Buffer => scryptSync(code, salt, 32, { N: 2 ** 14, r: 8, p: 1 })

/** A sealed file that can be read, wherever it lies. */
export function readSealed(path: string): SealedKeys | undefined {
  try {
    return existsSync(path) ? Sealed.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
  } catch {
    return undefined // zeroed or rotted: the other place is tried
  }
}
