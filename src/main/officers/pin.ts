import { createHmac, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Verifier } from '#shared/officers/officer'

const COST = { N: 2 ** 15, r: 8, p: 3 }

/** Makes the verifier of a PIN or a password; slow on purpose (about 0.2 s on an office PC). With a pepper it can be checked only where the pepper is. */
export async function makeVerifier(secret: string, pepper?: Uint8Array): Promise<Verifier> {
  const salt = randomBytes(16)
  const hash = await derive(secret, salt, COST, pepper)
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), ...COST }
}

export async function matches(secret: string, { salt, hash, ...cost }: Verifier, pepper?: Uint8Array): Promise<boolean> {
  return timingSafeEqual(await derive(secret, Buffer.from(salt, 'base64'), cost, pepper), Buffer.from(hash, 'base64'))
}

/** A verifier that nothing matches. */
export const noVerifier = (): Verifier => ({ salt: randomBytes(16).toString('base64'), hash: randomBytes(32).toString('base64'), ...COST })

/** Off the main thread, so that the screen does not stall. The same letters typed on another keyboard are the same secret. */
function derive(secret: string, salt: Buffer, cost: { N: number; r: number; p: number }, pepper: Uint8Array | undefined): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * 1024 * 1024 }
  const typed = secret.normalize('NFKC')
  const input = pepper ? createHmac('sha256', pepper).update(typed).digest() : typed
  return new Promise((resolve, reject) => scrypt(input, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key))))
}
