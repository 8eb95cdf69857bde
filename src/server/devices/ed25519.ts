import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'

/** An Ed25519 key (SPKI, base64) with the id by which letter codes name it; undefined for what is no such key. */
export function readKey(publicKey: string): { key: KeyObject; id: string } | undefined {
  const der = Buffer.from(publicKey, 'base64')
  try {
    const key = createPublicKey({ key: der, type: 'spki', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' ? { key, id: createHash('sha256').update(der).digest('hex').slice(0, 8) } : undefined
  } catch {
    return undefined // the bytes are no key
  }
}

/** Whether a signature over a text is that of a key; never for what is no key. */
export function isSignedBy(publicKey: string, text: string, signature: Uint8Array): boolean {
  const found = readKey(publicKey)
  return found !== undefined && verify(null, Buffer.from(text), found.key, signature)
}
