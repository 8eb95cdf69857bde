/** Wraps small secrets with a key that the operating system keeps for the signed-in user. */
export type Secrets = {
  /** Who keeps that key, as the operating system calls it. */
  readonly name: string
  /** False where the key lies about in the open: the screens then say so. */
  readonly isProtected: boolean
  wrap(bytes: Uint8Array): Promise<Uint8Array>
  /** Rejects when the bytes were wrapped elsewhere or are damaged. */
  unwrap(bytes: Uint8Array): Promise<Uint8Array>
}
