import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CODE_BYTES, readRecoveryCode, writeRecoveryCode } from '#shared/keys/recovery-code'
import { writeSynced } from '../backups/backup-file'

const CIPHER = 'aes-256-gcm'
const TAG = 16
const File = z.object({ version: z.literal(1), madeAt: z.int(), salt: z.string(), nonce: z.string(), sealed: z.string() })
const FILE = 'recovery.key'

/** Where the sealed keys lie: with the keys, and with the copies, so that a copy alone can be opened with the code. */
const placesOf = (data: string): string[] => [join(data, 'keys', FILE), join(data, 'backups', FILE)]

export const recoveryKeyOf = (data: string): string | undefined => placesOf(data).find(path => readFile(path) !== undefined)

/** When the code that opens these data was made; undefined when there is none. */
export function codeMadeAt(data: string): number | undefined {
  const path = recoveryKeyOf(data)
  return path === undefined ? undefined : readFile(path)?.madeAt
}

/** Seals what opens the data with a new code and returns the code, which is kept nowhere. The code before no longer opens what is written from now on. */
export function makeRecoveryCode(data: string, content: Uint8Array, madeAt: number): string {
  const bytes = randomBytes(CODE_BYTES)
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv(CIPHER, keyFrom(bytes, salt), nonce, { authTagLength: TAG })
  const sealed = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
  const text = JSON.stringify({
    version: 1,
    madeAt,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64')
  } satisfies z.infer<typeof File>)
  for (const path of placesOf(data)) if (existsSync(join(path, '..'))) writeSynced(path, text)
  return writeRecoveryCode(bytes)
}

/** What a typed code opens: `wrong` when it is not the code of these data, `none` when nothing was ever sealed with one. */
export function openWithCode(data: string, typed: string): { kind: 'opened'; content: Uint8Array } | { kind: 'wrong' } | { kind: 'none' } {
  const files = placesOf(data).flatMap(path => readFile(path) ?? [])
  if (files.length === 0) return { kind: 'none' }
  const bytes = readRecoveryCode(typed)
  if (!bytes) return { kind: 'wrong' }
  for (const file of files) {
    const content = unseal(file, bytes)
    if (content) return { kind: 'opened', content }
  }
  return { kind: 'wrong' }
}

/** The code itself cannot be guessed; a slow key only makes a bad copy of it useless too. */
const keyFrom = (code: Uint8Array, salt: Uint8Array): Buffer => scryptSync(code, salt, 32, { N: 2 ** 14, r: 8, p: 1 })

function unseal({ salt, nonce, sealed }: z.infer<typeof File>, code: Uint8Array): Uint8Array | undefined {
  const all = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv(CIPHER, keyFrom(code, Buffer.from(salt, 'base64')), Buffer.from(nonce, 'base64'), {
      authTagLength: TAG
    })
    decipher.setAuthTag(all.subarray(all.length - TAG))
    return Buffer.concat([decipher.update(all.subarray(0, all.length - TAG)), decipher.final()])
  } catch {
    return undefined // another code, or a damaged file: the other place is tried
  }
}

function readFile(path: string): z.infer<typeof File> | undefined {
  try {
    return existsSync(path) ? File.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
  } catch {
    return undefined // zeroed or rotted: the other place is tried
  }
}
