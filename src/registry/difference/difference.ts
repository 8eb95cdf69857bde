import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { Edition } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'
import { ByteReader } from '../snapshot/bytes'
import { type Bytes, Pieces } from '../snapshot/pieces'
import type { BaseRows } from './base-rows'
import { type ChangesBlock, readChanges } from './changes-block'
import { patched } from './compare-rows'
import { factsOf, personWith } from './person-facts'

/** "SLRD" and the number of the layout. */
const MAGIC = Buffer.from('SLRD\u0001', 'latin1')
const LARGEST_HEAD = 65_536
/** A block larger than this was not written by us. */
const LARGEST_BLOCK = 64 * 2 ** 20

/** From which rows it leads to which edition. */
const Head = z.strictObject({ base: Edition.pick({ contentHash: true, rowCount: true }), target: Edition })
export type DifferenceHead = z.infer<typeof Head>

/** The bytes are no difference, or none of the rows it is laid upon. */
export class DifferenceError extends Error {}

export function differenceFront(head: DifferenceHead): Buffer {
  const packed = zstdCompressSync(JSON.stringify(head), { params: { [constants.ZSTD_c_compressionLevel]: 19 } })
  return Buffer.concat([MAGIC, framed(packed)])
}

export function framed(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  return Buffer.concat([length, bytes])
}

export type Difference = DifferenceHead & {
  /** The rows of the target in their order, a block at a time. Throws a DifferenceError where the base cannot be the one it was made for. */
  over(base: BaseRows): AsyncIterable<RegistryPerson[]>
}

/** Throws a DifferenceError for what is none. */
export async function readDifference(bytes: Bytes): Promise<Difference> {
  const pieces = new Pieces(bytes(0, Number.POSITIVE_INFINITY))
  try {
    const head = await readFront(pieces)
    return { ...head, over: base => overlaid(bytes, head, base) }
  } finally {
    await pieces.end()
  }
}

async function readFront(pieces: Pieces): Promise<DifferenceHead> {
  const magic = await pieces.take(MAGIC.length)
  if (!magic?.equals(MAGIC)) throw new DifferenceError('this is no difference between registries')
  const head = Head.safeParse(unpacked(await takeFrame(pieces, LARGEST_HEAD)))
  if (!head.success) throw new DifferenceError('the head of the difference is damaged')
  return head.data
}

async function takeFrame(pieces: Pieces, largest: number): Promise<Buffer | undefined> {
  const length = (await pieces.take(4))?.readUInt32LE(0) ?? Number.POSITIVE_INFINITY
  return length > largest ? undefined : pieces.take(length)
}

async function* overlaid(bytes: Bytes, { base: from, target }: DifferenceHead, base: BaseRows): AsyncGenerator<RegistryPerson[]> {
  const pieces = new Pieces(bytes(0, Number.POSITIVE_INFINITY))
  const before = new RowCursor(base.rows())
  try {
    await readFront(pieces)
    let after = 0
    while (before.place < from.rowCount || after < target.rowCount) {
      const block = decoded(await takeFrame(pieces, LARGEST_BLOCK))
      if (block.before < before.place || block.after < after) throw new DifferenceError('the difference goes back')
      for (const rows of rowsOf(block, before, base, after)) yield rows
      after = block.after
    }
    if (before.next() !== undefined) throw new DifferenceError('there are more rows than the difference was made for')
  } finally {
    await pieces.end()
  }
}

const PORTION = 2000

function* rowsOf(block: ChangesBlock, before: RowCursor, base: BaseRows, first: number): Generator<RegistryPerson[]> {
  const at = { gone: 0, changed: 0, moved: 0, fresh: 0 }
  let rows: RegistryPerson[] = []
  /** The next row that stays, with what is new of it. */
  const stays = (): RegistryPerson => {
    while (block.gone[at.gone] === before.place) {
      before.next()
      at.gone++
    }
    const isChanged = block.changedAt[at.changed] === before.place
    const patch = isChanged ? block.changes[at.changed++] : undefined
    const row = before.place < block.before ? before.next() : undefined
    if (!row) throw new DifferenceError('a row is missing')
    return patch ? personWith(patched(factsOf(row), patch)) : row
  }
  for (let place = first; place < block.after; place++) {
    if (block.newAt[at.fresh] === place) rows.push(present(block.newcomers[at.fresh++]))
    else if (block.movedTo[at.moved] === place) {
      const row = present(base.rowAt(block.movedFrom[at.moved] ?? -1))
      rows.push(personWith(patched(factsOf(row), present(block.moves[at.moved++]))))
    } else rows.push(stays())
    if (rows.length < PORTION) continue
    yield rows
    rows = []
  }
  yield rows
  while (before.place < block.before && block.gone[at.gone] === before.place && before.next()) at.gone++
  const isUsedUp =
    at.gone === block.gone.length &&
    at.changed === block.changedAt.length &&
    at.moved === block.movedTo.length &&
    at.fresh === block.newAt.length
  if (!isUsedUp || before.place !== block.before) throw new DifferenceError('the difference does not fit these rows')
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new DifferenceError('a row is missing')
  return value
}

/** One row after the other, and how many have been read. */
class RowCursor {
  readonly #batches: Iterator<RegistryPerson[]>
  #batch: RegistryPerson[] = []
  #at = 0
  place = 0

  constructor(batches: Iterator<RegistryPerson[]>) {
    this.#batches = batches
  }

  next(): RegistryPerson | undefined {
    while (this.#at >= this.#batch.length) {
      const { value, done } = this.#batches.next()
      if (done) return undefined
      this.#batch = value
      this.#at = 0
    }
    this.place++
    return this.#batch[this.#at++]
  }
}

function decoded(bytes: Buffer | undefined): ChangesBlock {
  if (!bytes) throw new DifferenceError('the difference is cut off')
  try {
    return readChanges(new ByteReader(bytes))
  } catch (error) {
    throw new DifferenceError('a block of the difference is damaged', { cause: error })
  }
}

function unpacked(bytes: Buffer | undefined): unknown {
  try {
    return bytes && JSON.parse(zstdDecompressSync(bytes, { maxOutputLength: 16 * LARGEST_HEAD }).toString('utf8'))
  } catch {
    return undefined // the schema says so
  }
}
