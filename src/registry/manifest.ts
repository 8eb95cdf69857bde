import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { Edition } from '#shared/registry/edition'
import { RegistryError, type RegistrySigner, type RegistryTrust } from './registry'

/** What is signed: which data are in the file, and who answers for that. */
const Manifest = z.strictObject({ kind: z.literal('registry'), format: z.int(), edition: Edition, keyId: z.string().max(64) })

/** A signer with an Ed25519 key, named as letters name it: the first 8 hex digits of the public key's SHA-256. */
export function signerOf(privateKey: KeyObject): RegistrySigner {
  const publicKey = createPublicKey(privateKey)
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const keyId = createHash('sha256').update(spki).digest('hex').slice(0, 8)
  return {
    keyId,
    sign: bytes => sign(null, bytes, privateKey),
    trust: (id, bytes, signature) => id === keyId && verify(null, bytes, publicKey, signature)
  }
}

export function writeManifest(raw: Database.Database, edition: Edition, format: number, signer: RegistrySigner): void {
  const body = JSON.stringify({ kind: 'registry', format, edition, keyId: signer.keyId } satisfies z.infer<typeof Manifest>)
  raw.prepare('insert into manifest values(1, ?, ?)').run(body, Buffer.from(signer.sign(Buffer.from(body))))
}

/** The edition a file says it is; throws a RegistryError when nobody trusted has signed that. */
export function readManifest(raw: Database.Database, trust: RegistryTrust): Edition {
  const row = raw.prepare('select body, signature from manifest').get() as { body: string; signature: Buffer } | undefined
  const manifest = Manifest.safeParse(row && parsed(row.body))
  if (!row || !manifest.success) throw new RegistryError('damaged')
  if (!trust(manifest.data.keyId, Buffer.from(row.body), row.signature)) throw new RegistryError('not-trusted')
  return manifest.data.edition
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not ours, and said so by the schema
  }
}
