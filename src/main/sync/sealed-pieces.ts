import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { constants, type FileHandle, open } from 'node:fs/promises'
import { FILE_PIECE, type Manifest, pieceAt, pieceCount } from '#shared/sync/district-file'

// AES-256-GCM as in packs, because Electron's Node has no ChaCha20-Poly1305.
const CIPHER = 'aes-256-gcm'
const TAG = 16
const RECORD = FILE_PIECE + TAG

/** A piece on the disk is not there, or not what was put there. */
export class PieceDamaged extends Error {
  readonly piece: number

  constructor(piece: number) {
    super(`piece ${piece} of a file is damaged`)
    this.piece = piece
  }
}

/** A file of the district as it lies here, and the secret of this desk that opens it. */
export type SealedFile = Pick<Manifest, 'hash' | 'size'> & { path: string; secret: Uint8Array }
export type SealedPieces = ReturnType<typeof sealedPieces>

/**
 * Pieces of a district's file on a shared PC: each is sealed under a key of this desk and this file, so that a thief of the disk reads nothing and a
 * bit that turned over is found. Each lies at its own place, so that a desk may have some of them; what opens there is what is here.
 */
export function sealedPieces({ path, hash, size, secret }: SealedFile) {
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.from(hash, 'hex'), 'loket-slrt district file 1', 32))
  const count = pieceCount(size)
  const read = (file: FileHandle, n: number) => readPiece(file, key, n, pieceAt({ size }, n))

  return {
    /** The place in this list, from one place on, of the first piece that does not lie here whole; the list's length when all do. `seen` is given what lies before it. */
    async firstMissing(pieces: readonly number[], from: number, seen?: (bytes: Uint8Array) => void): Promise<number> {
      const file = await openIfThere(path)
      try {
        for (let at = from; at < pieces.length; at++) {
          const bytes = file && (await read(file, pieces[at] ?? 0).catch(whenDamaged))
          if (!bytes) return at
          seen?.(bytes)
        }
        return pieces.length
      } finally {
        await file?.close()
      }
    },

    async put(n: number, bytes: Uint8Array): Promise<void> {
      const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
      try {
        const record = sealed(key, n, bytes)
        await file.write(record, 0, record.length, n * RECORD)
      } finally {
        await file.close()
      }
    },

    /** After this all pieces are on the disk. */
    async settle(): Promise<void> {
      const file = await open(path, 'r+')
      await file.sync().finally(() => file.close())
    },

    /** The bytes from one place up to but not with another, as the district made them; throws PieceDamaged. */
    async *read(from = 0, to = size): AsyncGenerator<Uint8Array> {
      const first = Math.floor(from / FILE_PIECE)
      const file = await openIfThere(path)
      if (!file) throw new PieceDamaged(first)
      try {
        for (let n = first; n < count && n * FILE_PIECE < to; n++) {
          const piece = await read(file, n)
          yield piece.subarray(Math.max(0, from - n * FILE_PIECE), to - n * FILE_PIECE)
        }
      } finally {
        await file.close()
      }
    }
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function whenDamaged(error: unknown): undefined {
  if (!(error instanceof PieceDamaged)) throw error
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
