import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { Edition } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'
import { readBlock, writeBlock } from './block'
import { ByteReader } from './bytes'

/** "SLRS" and the number of the layout. */
const MAGIC = Buffer.from('SLRS\u0001', 'latin1')
const HEAD_BYTES = MAGIC.length + 4
/** Rows that are sorted and packed together; memory on both sides is that of one block. */
const BLOCK_ROWS = 65_536
/** A block larger than this was not written by us. */
const LARGEST_BLOCK = 256 * 2 ** 20

/** Pieces in which a snapshot travels: a cut line costs at most one of them. */
export const CHUNK_BYTES = 256 * 1024

/** What a desk has to know before the first byte, and checks every piece by. */
export const SnapshotManifest = z.strictObject({
  edition: Edition,
  bytes: z.int().min(0),
  chunkBytes: z.literal(CHUNK_BYTES),
  /** SHA-256 in hex: of the whole file, and of each chunk in turn. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  chunks: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(100_000)
})
export type SnapshotManifest = z.infer<typeof SnapshotManifest>

/** The bytes of a snapshot are not what a snapshot is. */
export class SnapshotError extends Error {}

/**
 * Writes rows as a compact file: sorted, column by column, packed. The same rows in the same order give the same bytes. Rows of a family have to come
 * near each other, as in a registry file, or the snapshot grows.
 */
export async function writeSnapshot(
  path: string,
  edition: Edition,
  rows: AsyncIterable<RegistryPerson[]> | Iterable<RegistryPerson[]>
): Promise<SnapshotManifest> {
  const file = createWriteStream(path, { mode: 0o600 })
  let failure: Error | undefined
  file.on('error', error => {
    failure ??= error
  })
  const save = async (bytes: Uint8Array): Promise<void> => {
    if (failure) throw failure
    if (!file.write(bytes)) await once(file, 'drain')
  }
  try {
    await save(MAGIC)
    await save(framed(Buffer.from(JSON.stringify(edition))))
    let waiting: RegistryPerson[] = []
    for await (const batch of rows) {
      waiting.push(...batch)
      if (waiting.length < BLOCK_ROWS) continue
      await save(framed(writeBlock(waiting)))
      waiting = []
      await setImmediate()
    }
    if (waiting.length > 0) await save(framed(writeBlock(waiting)))
    file.end()
    if (!failure) await once(file, 'finish')
    return { edition, chunkBytes: CHUNK_BYTES, ...(await hashesOf(path)) }
  } catch (error) {
    file.destroy()
    await rm(path, { force: true })
    throw failure ?? error
  }
}

function framed(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** The sizes and hashes of a file as it lies on the disk. */
export async function hashesOf(path: string): Promise<Pick<SnapshotManifest, 'bytes' | 'hash' | 'chunks'>> {
  const whole = createHash('sha256')
  const chunks: string[] = []
  let part = createHash('sha256')
  let [filled, bytes] = [0, 0]
  for await (const read of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    whole.update(read)
    bytes += read.length
    for (let at = 0; at < read.length; ) {
      const taken = read.subarray(at, at + CHUNK_BYTES - filled)
      part.update(taken)
      at += taken.length
      filled += taken.length
      if (filled < CHUNK_BYTES) continue
      chunks.push(part.digest('hex'))
      part = createHash('sha256')
      filled = 0
    }
  }
  if (filled > 0) chunks.push(part.digest('hex'))
  return { bytes, hash: whole.digest('hex'), chunks }
}

/** The bytes of a snapshot, read from their beginning each time they are asked for. */
export type SnapshotBytes = () => AsyncIterable<Uint8Array>

/** The rows of a snapshot, a block at a time, in its own order. Throws a SnapshotError when the bytes are none. */
export async function readSnapshot(bytes: SnapshotBytes): Promise<{ edition: Edition; rows: () => AsyncIterable<RegistryPerson[]> }> {
  const pieces = new Pieces(bytes())
  try {
    const edition = await readHead(pieces)
    return { edition, rows: () => blocksOf(bytes) }
  } finally {
    await pieces.end()
  }
}

/** A snapshot that lies in a file. */
export const openSnapshot = (path: string): ReturnType<typeof readSnapshot> =>
  readSnapshot(() => createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>)

async function readHead(pieces: Pieces): Promise<Edition> {
  const head = await pieces.take(HEAD_BYTES)
  if (!head?.subarray(0, MAGIC.length).equals(MAGIC)) throw new SnapshotError('this is no snapshot of a registry')
  const length = head.readUInt32LE(MAGIC.length)
  if (length > 65_536) throw new SnapshotError('the head of the snapshot is damaged')
  const text = await pieces.take(length)
  const edition = Edition.safeParse(parsed(text?.toString('utf8') ?? ''))
  if (!edition.success) throw new SnapshotError('the head of the snapshot is damaged')
  return edition.data
}

async function* blocksOf(bytes: SnapshotBytes): AsyncIterable<RegistryPerson[]> {
  const pieces = new Pieces(bytes())
  try {
    const { rowCount } = await readHead(pieces)
    let rows = 0
    for (let head = await pieces.take(4); head; head = await pieces.take(4)) {
      const length = head.readUInt32LE(0)
      const block = length > LARGEST_BLOCK ? undefined : await pieces.take(length)
      if (!block) throw new SnapshotError('the snapshot is cut off')
      const people = decoded(block)
      rows += people.length
      yield people
    }
    if (pieces.left > 0) throw new SnapshotError('the snapshot is cut off')
    if (rows !== rowCount) throw new SnapshotError('the snapshot has not as many rows as it says')
  } finally {
    await pieces.end()
  }
}

/** Bytes as they come, handed out in the lengths that are asked for. */
class Pieces {
  readonly #source: AsyncIterator<Uint8Array>
  #waiting: Uint8Array[] = []
  /** How many bytes have come and were not handed out. */
  left = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** The next bytes; undefined when fewer are left. */
  async take(length: number): Promise<Buffer | undefined> {
    while (this.left < length) {
      const { value, done } = await this.#source.next()
      if (done) return undefined
      this.#waiting.push(value)
      this.left += value.length
    }
    const all = Buffer.concat(this.#waiting)
    this.#waiting = all.length > length ? [all.subarray(length)] : []
    this.left -= length
    return all.subarray(0, length)
  }

  async end(): Promise<void> {
    await this.#source.return?.()
  }
}

function decoded(bytes: Buffer): RegistryPerson[] {
  try {
    return readBlock(new ByteReader(bytes))
  } catch (error) {
    throw new SnapshotError('a block of the snapshot is damaged', { cause: error })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the schema says so
  }
}
