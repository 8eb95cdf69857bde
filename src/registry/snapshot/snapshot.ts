import { createReadStream } from 'node:fs'
import type { Edition } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'
import { ContentHash } from '../content-hash'
import { inWordsOf } from '../read-rows'
import type { VillageRows } from '../village-rows'
import { readBlock } from './block'
import { ByteReader } from './bytes'
import { type Part, readHead, SnapshotError, type SnapshotHead, takeAt } from './head'
import type { Bytes } from './pieces'

/** A block larger than this was not written by us. */
const LARGEST_BLOCK = 256 * 2 ** 20

export type Snapshot = {
  edition: Edition
  parts: readonly Part[]
  /** Everybody, a block at a time, in the order of the snapshot. */
  rows(): AsyncIterable<RegistryPerson[]>
  /** Where the head and the parts that are chosen lie; more lies there, as people of several villages are packed together. */
  spans(isChosen: (part: Part) => boolean): Span[]
  /** The people of the parts that are chosen, each part as a whole and compared with its sum. */
  villages(isChosen: (part: Part) => boolean): AsyncIterable<VillageRows>
}

/** Bytes from one place up to but not with another. */
export type Span = { from: number; to: number }

/** Reads the head of a snapshot; its rows are read when they are asked for. Throws a SnapshotError when the bytes are none, there as here. */
export async function readSnapshot(bytes: Bytes): Promise<Snapshot> {
  const { head, from } = await readHead(bytes)
  const blocks = blocksOf(head, from)
  const people = (block: Block) => readPeople(bytes, block)
  return {
    edition: head.edition,
    parts: head.parts,
    async *rows() {
      for (const block of blocks) yield await people(block)
    },
    spans(isChosen) {
      const chosen = placed(head.parts).filter(({ part }) => isChosen(part))
      const holding = blocks.filter(block => chosen.some(({ part, first }) => overlaps(block, first, part.rows)))
      return [{ from: 0, to: from }, ...holding.map(({ at, bytes: length }) => ({ from: at, to: at + length }))]
    },
    async *villages(isChosen) {
      let held: { block: Block; people: RegistryPerson[] } | undefined
      for (const { part, first } of placed(head.parts)) {
        if (!isChosen(part)) continue
        const rows: RegistryPerson[] = []
        for (const block of blocks) {
          if (!overlaps(block, first, part.rows)) continue
          if (held?.block !== block) held = { block, people: await people(block) }
          rows.push(...held.people.slice(Math.max(0, first - block.first), first + part.rows - block.first))
        }
        if (sumOf(rows) !== part.sum) throw new SnapshotError('a village of the snapshot is not as it was')
        yield { village: part.village, people: rows }
      }
    }
  }
}

/** A snapshot that lies in a file. */
export const openSnapshot = (path: string): Promise<Snapshot> => readSnapshot(bytesIn(path))

export const bytesIn =
  (path: string): Bytes =>
  (start, to) =>
    createReadStream(path, { start, end: to - 1 }) as AsyncIterable<Buffer>

/** Rows from `first` on, in so many bytes at this place of the file. */
type Block = { first: number; rows: number; at: number; bytes: number }

function blocksOf({ blocks }: SnapshotHead, from: number): Block[] {
  let [first, at] = [0, from]
  return blocks.map(({ rows, bytes }) => {
    const block = { first, rows, at, bytes }
    first += rows
    at += bytes
    return block
  })
}

/** Each part with its first row. */
function placed(parts: readonly Part[]): { part: Part; first: number }[] {
  let next = 0
  return parts.map(part => {
    const first = next
    next += part.rows
    return { part, first }
  })
}

const overlaps = (block: Block, first: number, rows: number): boolean => block.first < first + rows && first < block.first + block.rows

async function readPeople(bytes: Bytes, { at, bytes: length, rows }: Block): Promise<RegistryPerson[]> {
  const packed = length > LARGEST_BLOCK ? undefined : await takeAt(bytes, at, length)
  if (!packed) throw new SnapshotError('the snapshot is cut off')
  const people = decoded(packed)
  if (people.length !== rows) throw new SnapshotError('the snapshot has not as many rows as it says')
  return people
}

export function sumOf(people: readonly RegistryPerson[]): string {
  const sum = new ContentHash()
  for (const person of people) sum.add(inWordsOf(person))
  return sum.digest()
}

function decoded(bytes: Buffer): RegistryPerson[] {
  try {
    return readBlock(new ByteReader(bytes))
  } catch (error) {
    throw new SnapshotError('a block of the snapshot is damaged', { cause: error })
  }
}
