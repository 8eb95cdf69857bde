import { safeStorage } from 'electron'
import type { Secrets } from '../keys/secrets'

const byPlatform: Partial<Record<NodeJS.Platform, string>> = { win32: 'dpapi', darwin: 'keychain' }
// these keep the key beside the data: whoever has the one has the other
const unprotected = new Set(['basic_text', 'unknown', 'standin_file'])

/** The operating system's own secret store; call it after the app is ready. Windows ties the key to one Windows account. */
export function osSecrets(): Secrets {
  // only Linux has a choice of stores, and Electron names it only there
  const chosen = safeStorage.getSelectedStorageBackend?.() ?? 'unknown'
  const name: string = chosen === 'unknown' ? (byPlatform[process.platform] ?? chosen) : chosen
  return {
    name,
    isProtected: !unprotected.has(name),
    wrap: bytes => safeStorage.encryptStringAsync(Buffer.from(bytes).toString('base64')),
    unwrap: async bytes => {
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(bytes))
      return Buffer.from(result, 'base64')
    }
  }
}
