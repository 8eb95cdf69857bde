import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import { FILE_PIECE, type Manifest, manifestText, pieceAt, pieceHash, readManifest, type SignedManifest } from '#shared/sync/district-file'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export type About = Pick<Manifest, 'district' | 'name' | 'version' | 'label' | 'registry'>

/** Reads a file once and says what each of its pieces is. */
export async function describeFile(about: About, bytes: AsyncIterable<Uint8Array>): Promise<Manifest> {
  const whole = createHash('sha256')
  let [pieces, size] = ['', 0]
  for await (const piece of inPieces(bytes, FILE_PIECE)) {
    whole.update(piece)
    pieces += sha256(piece)
    size += piece.length
  }
  return { format: 1, ...about, size, hash: whole.digest('hex'), pieces }
}

/** The same bytes in pieces of one size, the last one shorter. */
export async function* inPieces(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0)
  for await (const some of bytes) {
    rest = Buffer.concat([rest, some])
    for (; rest.length >= size; rest = rest.subarray(size)) yield rest.subarray(0, size)
  }
  if (rest.length > 0) yield rest
}

export function signManifest(manifest: Manifest, privateKey: KeyObject): SignedManifest {
  const text = JSON.stringify(manifest)
  return { text, signature: sign(null, Buffer.from(manifestText(text)), privateKey).toString('base64') }
}

/** The manifest, if this district signed it; undefined for anything else. */
export function openManifest({ text, signature }: SignedManifest, district: string, publicKey: KeyObject): Manifest | undefined {
  if (!verify(null, Buffer.from(manifestText(text)), publicKey, Buffer.from(signature, 'base64'))) return undefined
  const manifest = readManifest(text)
  return manifest?.district === district ? manifest : undefined
}

/** Whether these bytes are that piece of the file. */
export function isPiece(manifest: Manifest, n: number, bytes: Uint8Array): boolean {
  const { from, to } = pieceAt(manifest, n)
  return bytes.length === to - from && sha256(bytes) === pieceHash(manifest, n)
}
