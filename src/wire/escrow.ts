import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { readLetters, writeLetters } from '#shared/keys/code-letters'
import { CODE_BYTES } from '#shared/keys/recovery-code'

// A desk seals its keys with a code that nobody has seen: it comes out of the district's escrow key and a key that the desk throws away.
// Only the district's private key gives that code again. So little crosses the telephone that both sides can read it aloud.

const KEY_BYTES = 32
/** So much of the device's id stands in a request: it tells the district which desk asks. */
const NAME_BYTES = 4

/** What a district hands its desks: the public half of its escrow key, 32 raw bytes in base64. */
export const EscrowFile = z.strictObject({ v: z.literal(1), publicKey: z.base64().length(44) })
export type EscrowFile = z.infer<typeof EscrowFile>

/** A new X25519 pair; both halves as raw bytes, the private one to be cut into pieces and forgotten. */
export function newEscrowKey(): { privateKey: Uint8Array; publicKey: string } {
  const { d = '' } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' })
  const privateKey = new Uint8Array(Buffer.from(d, 'base64url'))
  return { privateKey, publicKey: escrowPublicKey(privateKey) }
}

/** The public half of a private one. */
export const escrowPublicKey = (privateKey: Uint8Array): string => rawOf(createPublicKey(privateFrom(privateKey))).toString('base64')

/** A code for one sealing, and the ephemeral public key with which the district finds the same code. */
export function codeForEscrow(publicKey: string, device: string): { code: Uint8Array; ephemeral: Uint8Array } {
  const { privateKey, publicKey: own } = generateKeyPairSync('x25519')
  const ephemeral = rawOf(own)
  const theirs = Buffer.from(publicKey, 'base64')
  return { code: codeFrom(privateKey, publicFrom(theirs), { ephemeral, theirs, device }), ephemeral }
}

/** The code with which that desk sealed its keys: what the district says on the telephone. */
export function codeOfRequest(privateKey: Uint8Array, { ephemeral, device }: { ephemeral: Uint8Array; device: string }): Uint8Array {
  const own = privateFrom(privateKey)
  return codeFrom(own, publicFrom(ephemeral), { ephemeral, theirs: rawOf(createPublicKey(own)), device })
}

/** What a locked desk shows, and its officer reads to the district. */
export const writeRequest = (device: string, ephemeral: Uint8Array): string =>
  writeLetters(new Uint8Array([...Buffer.from(device.replaceAll('-', ''), 'hex').subarray(0, NAME_BYTES), ...ephemeral]))

/** `deviceStart`: how the id of the device begins, in hexadecimal. Undefined when a letter is wrong or missing. */
export function readRequest(typed: string): { deviceStart: string; ephemeral: Uint8Array } | undefined {
  const bytes = readLetters(typed, NAME_BYTES + KEY_BYTES)
  return bytes && { deviceStart: Buffer.from(bytes.subarray(0, NAME_BYTES)).toString('hex'), ephemeral: bytes.subarray(NAME_BYTES) }
}

type Sides = { ephemeral: Uint8Array; theirs: Uint8Array; device: string }

function codeFrom(own: KeyObject, other: KeyObject, { ephemeral, theirs, device }: Sides): Uint8Array {
  const shared = diffieHellman({ privateKey: own, publicKey: other })
  return new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([ephemeral, theirs]), `loket-slrt escrow 1 ${device}`, CODE_BYTES))
}

const rawOf = (publicKey: KeyObject): Buffer => Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
const publicFrom = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(raw).toString('base64url') }, format: 'jwk' })

/** In front of the 32 bytes of an X25519 private key stands always the same in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const privateFrom = (raw: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: 'der', type: 'pkcs8' })
