import { createHash, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto'

// A pack is sealed to the key with which its receiver signs: both kinds of key live on one curve, written in two ways, so nobody has to
// publish a second one. It is the way of libsodium's `crypto_sign_ed25519_pk_to_curve25519`.

const FIELD = 2n ** 255n - 19n

/** The key to which packs for the holder of an Ed25519 public key are sealed. */
export function sealKeyOf(publicKey: KeyObject): KeyObject {
  const bytes = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  const y = numberOf(bytes) & (2n ** 255n - 1n)
  const u = modulo((1n + y) * power(modulo(1n - y), FIELD - 2n))
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: bytesOf(u).toString('base64url') }, format: 'jwk' })
}

/** What opens them. */
export function openKeyOf(privateKey: KeyObject): KeyObject {
  const { d = '', x = '' } = privateKey.export({ format: 'jwk' })
  const scalar = createHash('sha512').update(Buffer.from(d, 'base64url')).digest().subarray(0, 32)
  return createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', d: scalar.toString('base64url'), x }, format: 'jwk' })
}

/** The key of one pack, the same for both sides. The pack's head is part of it, so no piece fits under another head. */
export function packKey(own: KeyObject, other: KeyObject, head: Uint8Array): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: other })
  const salt = createHash('sha256').update(head).digest()
  return Buffer.from(hkdfSync('sha256', shared, salt, 'loket-slrt pack 1', 32))
}

const modulo = (n: bigint): bigint => ((n % FIELD) + FIELD) % FIELD

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base]
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % FIELD
    square = (square * square) % FIELD
  }
  return result
}

/** Both are written with the low byte first. */
const numberOf = (bytes: Buffer): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
const bytesOf = (n: bigint): Buffer => Buffer.from(n.toString(16).padStart(64, '0'), 'hex').reverse()
