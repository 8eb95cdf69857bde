/** Wraps small secrets with a key that the operating system keeps for the signed-in user. */
export type Secrets = {
  /** Who keeps that key, as the operating system calls it. */
  readonly name: string
  /** False where the key lies about in the open: the screens then say so. */
  readonly isProtected: boolean
  /** True where whoever has the disk has the key too: nothing is ever wrapped there, and what opens the data is asked for at each start. */
  readonly isRefused?: boolean
  wrap(bytes: Uint8Array): Promise<Uint8Array>
  /** Rejects when the bytes were wrapped elsewhere or are damaged. */
  unwrap(bytes: Uint8Array): Promise<Uint8Array>
}

const BY_PLATFORM: Partial<Record<NodeJS.Platform, string>> = { win32: 'dpapi', darwin: 'keychain' }
/** Chromium's name for a password that stands in its source, and for a store that it could not find. */
const OPEN_TO_ALL = ['basic_text', 'unknown']
/** Of these the key lies beside the data; the stand-in's is for tests and says so on every screen. */
const UNPROTECTED = [...OPEN_TO_ALL, 'standin_file']

/** What the store that Electron has chosen is worth. Only Linux has a choice of stores, and Electron names it only there. */
export function storeOf(
  chosen: string | undefined,
  platform: NodeJS.Platform
): Required<Pick<Secrets, 'name' | 'isProtected' | 'isRefused'>> {
  const name = !chosen || chosen === 'unknown' ? (BY_PLATFORM[platform] ?? 'unknown') : chosen
  return { name, isProtected: !UNPROTECTED.includes(name), isRefused: OPEN_TO_ALL.includes(name) }
}
