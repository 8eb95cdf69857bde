import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import { app } from './app.ts'
import { named } from './named.ts'

const mark = Buffer.from('standin1')

function readKey(): Buffer {
  const folder = app.getPath('userData')
  const path = join(folder, 'standin-key')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch {
    // it is there already
  }
  return Buffer.from(readFileSync(path, 'utf8'), 'hex')
}

async function encrypt(text: string): Promise<Buffer> {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', readKey(), iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([mark, iv, cipher.getAuthTag(), body])
}

async function decrypt(encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> {
  if (!encrypted.subarray(0, 8).equals(mark)) throw new Error('stand-in: these bytes were not encrypted by its safeStorage')
  const decipher = createDecipheriv('aes-256-gcm', readKey(), encrypted.subarray(8, 20))
  decipher.setAuthTag(encrypted.subarray(20, 36))
  return { shouldReEncrypt: false, result: Buffer.concat([decipher.update(encrypted.subarray(36)), decipher.final()]).toString('utf8') }
}

const parts = {
  encryptStringAsync: encrypt,
  decryptStringAsync: decrypt,
  isAsyncEncryptionAvailable: async () => app.isReady()
} satisfies Partial<SafeStorage>

/** A keychain that protects nothing: its key lies in a file beside the data, and its name says so. */
export const safeStorage = named('safeStorage', { ...parts, getSelectedStorageBackend: () => 'standin_file' as const })
