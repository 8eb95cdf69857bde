import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { PinVerifier } from '#shared/officers/officer'

const COST = { N: 2 ** 15, r: 8, p: 3 }

/** Makes the verifier of a PIN; slow on purpose (about 0.2 s on an office PC). */
export async function makeVerifier(pin: string): Promise<PinVerifier> {
  const salt = randomBytes(16)
  const hash = await derive(pin, salt, COST)
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), ...COST }
}

export async function matchesPin(pin: string, { salt, hash, ...cost }: PinVerifier): Promise<boolean> {
  return timingSafeEqual(await derive(pin, Buffer.from(salt, 'base64'), cost), Buffer.from(hash, 'base64'))
}

/** Off the main thread, so that the screen does not stall. */
function derive(pin: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * 1024 * 1024 }
  return new Promise((resolve, reject) => scrypt(pin, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key))))
}
