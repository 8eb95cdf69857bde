import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { signerOf } from './manifest'
import { RegistryError, type RegistrySigner } from './registry'

/** Where a registry lies that is kept by command line, with the keys of that folder. */
export type RegistryPlace = { folder: string; path: string; key: Buffer; privateKey: string; signer: RegistrySigner }

const KeyFile = z.strictObject({ version: z.literal(1), key: z.string(), privateKey: z.string() })

/**
 * The registry in a data folder of the command line. Its keys lie beside it, readable by the folder's owner alone: they keep a file that is carried
 * away closed, not one whose whole folder is. A desk keeps its own keys with the operating system instead. `isNew` makes them when they are missing.
 */
export function registryPlaceIn(data: string, { isNew }: { isNew: boolean }): RegistryPlace {
  const folder = join(data, 'registry')
  const keyFile = join(folder, 'registry.key')
  const kept = readKeys(keyFile) ?? (isNew ? makeKeys(folder, keyFile) : undefined)
  if (!kept) throw new RegistryError('missing')
  const privateKey = createPrivateKey({ key: Buffer.from(kept.privateKey, 'base64'), type: 'pkcs8', format: 'der' })
  return {
    folder,
    path: join(folder, 'registry.db'),
    key: Buffer.from(kept.key, 'base64'),
    privateKey: kept.privateKey,
    signer: signerOf(privateKey)
  }
}

function readKeys(keyFile: string): z.infer<typeof KeyFile> | undefined {
  let text: string
  try {
    text = readFileSync(keyFile, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return KeyFile.parse(JSON.parse(text))
}

function makeKeys(folder: string, keyFile: string): z.infer<typeof KeyFile> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const kept = {
    version: 1 as const,
    key: randomBytes(32).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(`${keyFile}.part`, JSON.stringify(kept), { mode: 0o600, flush: true })
  renameSync(`${keyFile}.part`, keyFile)
  return kept
}
