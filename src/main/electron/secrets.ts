import { safeStorage } from 'electron'
import { type Secrets, storeOf } from '../keys/secrets'

/** The operating system's own secret store; call it after the app is ready. Windows ties the key to one Windows account. */
export function osSecrets(): Secrets {
  return {
    ...storeOf(safeStorage.getSelectedStorageBackend?.(), process.platform),
    wrap: bytes => safeStorage.encryptStringAsync(Buffer.from(bytes).toString('base64')),
    unwrap: async bytes => {
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(bytes))
      return Buffer.from(result, 'base64')
    }
  }
}
