import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify
} from 'node:crypto'
import { FrameError } from '#shared/sync/codec/frame-error'
import { encodeHead, HEAD_BYTES, type PackHead, readHead } from './pack-head'
import { openKeyOf, packKey, sealKeyOf } from './pack-keys'

// A pack: its head, pieces of ciphertext of one size (the last one shorter), the sender's signature over all of it.
// AES-256-GCM, because Electron's Node has no ChaCha20-Poly1305.

const CIPHER = 'aes-256-gcm'
const PIECE = 65_536
const TAG = 16
const SEALED_PIECE = PIECE + TAG
const SIGNATURE = 64

/** The longest file that is opened at all: a large district's whole log. */
export const MOST_PACK_BYTES = 2 ** 30

/** Bytes that can be read from any place, as those of a file; fewer than asked for where they end. */
export type PackSource = { size: number; read(from: number, length: number): Promise<Uint8Array> }

/** A pack whose head has been read, and nothing else of it believed. */
export type Pack = { head: PackHead; headBytes: Uint8Array; source: PackSource }

/** Ed25519: whose signature the pack bears, and who alone can open it. */
export type PackKeys = { from: KeyObject; to: KeyObject }

/** Seals and signs messages as they come; what it gives, in its order, is the pack. SPEC P5. */
export async function* sealPack(
  about: Omit<PackHead, 'sealedWith'>,
  messages: AsyncIterable<Uint8Array>,
  { from, to }: PackKeys
): AsyncGenerator<Uint8Array> {
  const once = generateKeyPairSync('x25519')
  const head = encodeHead({ ...about, sealedWith: rawKey(once.publicKey) })
  const key = packKey(once.privateKey, sealKeyOf(to), head)
  const hash = createHash('sha512').update(head)
  yield head
  let place = 0
  for await (const { piece, isLast } of inPieces(messages)) {
    const sealed = sealPiece(key, place++, isLast, piece)
    hash.update(sealed)
    yield sealed
  }
  yield new Uint8Array(sign(null, signedText(hash.digest()), from))
}

/** The pack that these bytes begin to be; undefined when they are something else. */
export async function findPack(source: PackSource): Promise<Pack | 'another-version' | undefined> {
  if (source.size > MOST_PACK_BYTES) return undefined
  const bytes = await source.read(0, HEAD_BYTES)
  const found = readHead(bytes)
  if (typeof found !== 'object') return found
  return { head: found.head, headBytes: bytes.slice(0, found.length), source }
}

/** Whether every byte is as its sender signed it. */
export async function isPackOf({ headBytes, source }: Pack, sender: KeyObject): Promise<boolean> {
  const end = source.size - SIGNATURE
  if (end < headBytes.length + TAG) return false
  const hash = createHash('sha512').update(headBytes)
  for (let at = headBytes.length; at < end; at += PIECE) hash.update(await source.read(at, Math.min(PIECE, end - at)))
  return verify(null, signedText(hash.digest()), sender, await source.read(end, SIGNATURE))
}

/** What was packed, in pieces; throws a FrameError where a piece is not what was sealed, even if the file was exchanged since it was checked. */
export async function* openPack({ head, headBytes, source }: Pack, receiver: KeyObject): AsyncGenerator<Uint8Array> {
  const key = packKey(openKeyOf(receiver), keyOf(head.sealedWith), headBytes)
  const end = source.size - SIGNATURE
  if (end <= headBytes.length) throw new FrameError('cut-short')
  for (let at = headBytes.length, place = 0; at < end; at += SEALED_PIECE, place++) {
    const isLast = at + SEALED_PIECE >= end
    yield openPiece(key, place, isLast, await source.read(at, Math.min(SEALED_PIECE, end - at)))
  }
}

/** Pieces of full size, but for the last. */
async function* inPieces(messages: AsyncIterable<Uint8Array>): AsyncGenerator<{ piece: Uint8Array; isLast: boolean }> {
  let rest = Buffer.alloc(0)
  for await (const message of messages) {
    rest = Buffer.concat([rest, message])
    for (; rest.length > PIECE; rest = rest.subarray(PIECE)) yield { piece: rest.subarray(0, PIECE), isLast: false }
  }
  yield { piece: rest, isLast: true }
}

/** Where a piece stands, and whether it ends the pack: none can be left out, moved or added. */
function nonceOf(place: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(place, 7)
  nonce[11] = Number(isLast)
  return nonce
}

function sealPiece(key: Buffer, place: number, isLast: boolean, piece: Uint8Array): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonceOf(place, isLast), { authTagLength: TAG })
  return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
}

function openPiece(key: Buffer, place: number, isLast: boolean, sealed: Uint8Array): Buffer {
  if (sealed.length < TAG) throw new FrameError('cut-short')
  const decipher = createDecipheriv(CIPHER, key, nonceOf(place, isLast), { authTagLength: TAG })
  decipher.setAuthTag(sealed.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])
  } catch {
    throw new FrameError('damaged')
  }
}

const signedText = (digest: Buffer): Buffer => Buffer.concat([Buffer.from('loket-slrt pack 1\n'), digest])

const rawKey = (key: KeyObject): Uint8Array => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')
const keyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(raw).toString('base64url') }, format: 'jwk' })
