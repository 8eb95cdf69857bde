import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { Edition } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'
import { ContentHash } from '../content-hash'
import { inWordsOf } from '../read-rows'
import type { VillageRows } from '../village-rows'
import { writeBlock } from './block'
import { headBytes, isInOrder, type Part, SnapshotError, type SnapshotHead } from './head'

/** Rows that are packed together: the larger, the better they pack; the smaller, the less a desk fetches that serves one village. */
const BLOCK_ROWS = 16_384

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

type Rows = AsyncIterable<VillageRows> | Iterable<VillageRows>

/**
 * Writes rows as a compact file: column by column, packed. The same rows in the same order give the same bytes. All rows of a village have to come one behind
 * the other, and they have to be the rows that the edition promises; otherwise a SnapshotError says so, and nothing is left behind.
 */
export async function writeSnapshot(path: string, edition: Edition, rows: Rows): Promise<SnapshotManifest> {
  const blocks = `${path}.blocks`
  try {
    const head = await inFile(blocks, async save => ({ edition, ...(await writeBlocks(rows, save)) }))
    checkHead(head)
    await inFile(path, async save => {
      await save(headBytes(head))
      for await (const bytes of createReadStream(blocks) as AsyncIterable<Buffer>) await save(bytes)
    })
    return { edition, chunkBytes: CHUNK_BYTES, ...(await hashesOf(path)) }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await rm(blocks, { force: true })
  }
}

type Save = (bytes: Uint8Array) => Promise<void>

/** Writes a file; what the disk refused is thrown, and half a file does not stay. */
async function inFile<T>(path: string, work: (save: Save) => Promise<T>): Promise<T> {
  const file = createWriteStream(path, { mode: 0o600 })
  let failure: Error | undefined
  file.on('error', error => {
    failure ??= error
  })
  try {
    const done = await work(async bytes => {
      if (failure) throw failure
      if (!file.write(bytes)) await once(file, 'drain')
    })
    await ended(file, failure)
    return done
  } catch (error) {
    file.destroy()
    await rm(path, { force: true })
    throw failure ?? error
  }
}

async function ended(file: WriteStream, failure: Error | undefined): Promise<void> {
  if (failure) throw failure
  file.end()
  await once(file, 'finish')
}

async function writeBlocks(rows: Rows, save: Save): Promise<Pick<SnapshotHead, 'parts' | 'blocks'>> {
  const [parts, blocks] = [new Parts(), [] as SnapshotHead['blocks']]
  let waiting: RegistryPerson[] = []
  const write = async (people: RegistryPerson[]): Promise<void> => {
    const bytes = writeBlock(people)
    blocks.push({ rows: people.length, bytes: bytes.length })
    await save(bytes)
    await setImmediate()
  }
  for await (const batch of rows) {
    parts.add(batch)
    waiting.push(...batch.people)
    for (; waiting.length >= BLOCK_ROWS; waiting = waiting.slice(BLOCK_ROWS)) await write(waiting.slice(0, BLOCK_ROWS))
  }
  if (waiting.length > 0) await write(waiting)
  return { parts: parts.done(), blocks }
}

/** Counts and sums up village by village. */
class Parts {
  readonly #done: Part[] = []
  #open: { village: string; rows: number; sum: ContentHash } | undefined

  add({ village, people }: VillageRows): void {
    if (people.length === 0) return
    if (this.#open?.village !== village) {
      this.#close()
      this.#open = { village, rows: 0, sum: new ContentHash() }
    }
    this.#open.rows += people.length
    for (const person of people) this.#open.sum.add(inWordsOf(person))
  }

  done(): Part[] {
    this.#close()
    return this.#done
  }

  #close(): void {
    if (this.#open) this.#done.push({ ...this.#open, sum: this.#open.sum.digest() })
    this.#open = undefined
  }
}

function checkHead({ edition, parts }: SnapshotHead): void {
  const sum = new ContentHash()
  for (const part of parts) sum.addSet(part.sum)
  if (sum.digest() !== edition.contentHash) throw new SnapshotError('these are not the rows of that edition')
  if (!isInOrder(parts)) throw new SnapshotError('the rows of a village do not lie together')
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
