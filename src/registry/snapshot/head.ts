import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { Edition } from '#shared/registry/edition'
import { type Bytes, Pieces } from './pieces'

/** "SLRS" and the number of the layout. */
const MAGIC = Buffer.from('SLRS\u0002', 'latin1')
/** In front of the head: the magic and the head's length. */
export const FRONT = MAGIC.length + 4
/** A district has some hundreds of villages; more than this was not written by us. */
const LARGEST_HEAD = 4 * 2 ** 20

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().positive()

/** The people of one village, in a row: see `villageRows` for its name. `sum` is the content hash of these rows alone. */
const Part = z.strictObject({ village: z.string().max(40), rows: Count, sum: Hash })
export type Part = z.infer<typeof Part>

/** What is in a snapshot and where: its parts one behind the other, packed in blocks that have no regard for where a part ends. */
const SnapshotHead = z
  .strictObject({
    edition: Edition,
    parts: z.array(Part).max(100_000),
    blocks: z.array(z.strictObject({ rows: Count, bytes: Count })).max(100_000)
  })
  .refine(({ edition, parts, blocks }) => total(parts) === edition.rowCount && total(blocks) === edition.rowCount)
  .refine(({ parts }) => isInOrder(parts))
export type SnapshotHead = z.infer<typeof SnapshotHead>

const total = (counted: readonly { rows: number }[]): number => counted.reduce((sum, { rows }) => sum + rows, 0)

/** Each village once, in the order of their names. */
export const isInOrder = (parts: readonly Part[]): boolean =>
  parts.every(({ village }, at) => at === 0 || (parts[at - 1]?.village ?? '') < village)

/** The bytes of a snapshot are not what a snapshot is. */
export class SnapshotError extends Error {}

export function headBytes(head: SnapshotHead): Buffer {
  const packed = zstdCompressSync(JSON.stringify(head), { params: { [constants.ZSTD_c_compressionLevel]: 19 } })
  const length = Buffer.alloc(4)
  length.writeUInt32LE(packed.length)
  return Buffer.concat([MAGIC, length, packed])
}

/** Where the head ends and the blocks begin; undefined while too few bytes are here to tell. Throws a SnapshotError. */
export async function headEnd(bytes: Bytes): Promise<number | undefined> {
  const front = await takeAt(bytes, 0, FRONT)
  if (!front) return undefined
  const length = front.readUInt32LE(MAGIC.length)
  if (!front.subarray(0, MAGIC.length).equals(MAGIC) || length > LARGEST_HEAD) throw new SnapshotError('this is no snapshot of a registry')
  return FRONT + length
}

/** The head, and where the blocks begin behind it. Throws a SnapshotError. */
export async function readHead(bytes: Bytes): Promise<{ head: SnapshotHead; from: number }> {
  const from = await headEnd(bytes)
  if (from === undefined) throw new SnapshotError('this is no snapshot of a registry')
  const packed = await takeAt(bytes, FRONT, from - FRONT)
  const head = SnapshotHead.safeParse(packed && unpacked(packed))
  if (!head.success) throw new SnapshotError('the head of the snapshot is damaged')
  return { head: head.data, from }
}

/** So many bytes from that place; undefined when there are fewer. */
export async function takeAt(bytes: Bytes, from: number, length: number): Promise<Buffer | undefined> {
  const pieces = new Pieces(bytes(from, from + length))
  try {
    return await pieces.take(length)
  } finally {
    await pieces.end()
  }
}

function unpacked(bytes: Buffer): unknown {
  try {
    return JSON.parse(zstdDecompressSync(bytes, { maxOutputLength: 16 * LARGEST_HEAD }).toString('utf8'))
  } catch {
    return undefined // the schema says so
  }
}
