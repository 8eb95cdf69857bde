import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { type FileHandle, open, stat, truncate } from 'node:fs/promises'
import { FILE_PIECE, type Manifest, pieceAt, pieceCount } from '#shared/sync/district-file'

// AES-256-GCM as in packs, because Electron's Node has no ChaCha20-Poly1305.
const CIPHER = 'aes-256-gcm'
const TAG = 16
const RECORD = FILE_PIECE + TAG

/** A piece on the disk is not what was put there. */
export class PieceDamaged extends Error {
  readonly piece: number

  constructor(piece: number) {
    super(`piece ${piece} of a file is damaged`)
    this.piece = piece
  }
}

/** A file of the district as it lies here, and the secret of this desk that opens it. */
export type SealedFile = Pick<Manifest, 'hash' | 'size'> & { path: string; secret: Uint8Array }

/**
 * Pieces of a district's file on a shared PC: each is sealed under a key of this desk and this file, so that a thief of the disk reads nothing and a
 * bit that turned over is found. They are put one behind the other, so the length of the file tells how many there are.
 */
export function sealedPieces({ path, hash, size, secret }: SealedFile) {
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.from(hash, 'hex'), 'loket-slrt district file 1', 32))
  const count = pieceCount(size)

  /** How many whole pieces lie there. */
  const have = async (): Promise<number> => {
    const length = (await stat(path).catch(() => undefined))?.size ?? 0
    return length >= size + count * TAG ? count : Math.min(count - 1, Math.floor(length / RECORD))
  }

  return {
    have,

    /** Puts the next piece behind the others; half of one that a power cut left there is cut off. */
    async add(n: number, bytes: Uint8Array): Promise<void> {
      const file = await open(path, 'a', 0o600)
      try {
        if ((await file.stat()).size > n * RECORD) await file.truncate(n * RECORD)
        await file.appendFile(sealed(key, n, bytes))
      } finally {
        await file.close()
      }
    },

    /** Forgets a piece and all behind it. */
    cutAt: (n: number): Promise<void> => truncate(path, n * RECORD),

    /** After this all pieces are on the disk. */
    async settle(): Promise<void> {
      const file = await open(path, 'r+')
      await file.sync().finally(() => file.close())
    },

    /** The bytes from one place up to but not with another, as the district made them; throws PieceDamaged. */
    async *read(from = 0, to = size): AsyncGenerator<Uint8Array> {
      const file = await open(path, 'r')
      try {
        for (let n = Math.floor(from / FILE_PIECE); n < count && n * FILE_PIECE < to; n++) {
          const piece = await readPiece(file, key, n, pieceAt({ size }, n))
          yield piece.subarray(Math.max(0, from - n * FILE_PIECE), to - n * FILE_PIECE)
        }
      } finally {
        await file.close()
      }
    }
  }
}

async function readPiece(file: FileHandle, key: Buffer, n: number, { from, to }: { from: number; to: number }): Promise<Uint8Array> {
  const record = Buffer.alloc(to - from + TAG)
  const { bytesRead } = await file.read(record, 0, record.length, n * RECORD)
  const decipher = createDecipheriv(CIPHER, key, nonceOf(n), { authTagLength: TAG })
  decipher.setAuthTag(record.subarray(-TAG))
  try {
    if (bytesRead !== record.length) throw new PieceDamaged(n)
    return Buffer.concat([decipher.update(record.subarray(0, -TAG)), decipher.final()])
  } catch {
    throw new PieceDamaged(n)
  }
}

/** The same piece of the same file is the same bytes, so a nonce is never used for others. */
function nonceOf(n: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(n, 8)
  return nonce
}

function sealed(key: Buffer, n: number, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonceOf(n), { authTagLength: TAG })
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}
