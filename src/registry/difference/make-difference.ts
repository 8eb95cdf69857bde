import { setImmediate } from 'node:timers/promises'
import type { RegistryPerson } from '#shared/registry/person'
import type { Part } from '../snapshot/head'
import type { Snapshot } from '../snapshot/snapshot'
import type { VillageRows } from '../village-rows'
import { addChanges, type ChangesBlock, emptyBlock, sizeOf, writeChanges } from './changes-block'
import { compareRows } from './compare-rows'
import { differenceFront, framed } from './difference'

/** Rows of one village that are compared in memory; more of them is a list without villages, which travels as a whole. */
const MOST_ROWS = 200_000
/** Changes that are packed together. */
const BLOCK_CHANGES = 16_384

/**
 * What leads from one snapshot to another; laid over the rows of the first, in their order, it gives those of the second, in theirs. Undefined when they are
 * too different to be compared, of two sources or without villages, or when it would have more bytes than `most`. It is made in memory: names and NIKs of
 * those who changed lie in no file.
 */
export async function makeDifference(from: Snapshot, to: Snapshot, most: number): Promise<Buffer | undefined> {
  const { contentHash, rowCount } = from.edition
  if (from.edition.source !== to.edition.source) return undefined
  if ([...from.parts, ...to.parts].some(({ rows }) => rows > MOST_ROWS)) return undefined
  const pieces = [differenceFront({ base: { contentHash, rowCount }, target: to.edition })]
  let [block, size] = [emptyBlock(0, 0), pieces[0]?.length ?? 0]
  const flush = (): void => {
    const piece = framed(writeChanges(block))
    pieces.push(piece)
    size += piece.length
    block = emptyBlock(block.before, block.after)
  }
  for await (const pair of pairsOf(from, to)) {
    add(block, pair)
    if (sizeOf(block) >= BLOCK_CHANGES) flush()
    if (size > most) return undefined
    await setImmediate()
  }
  flush()
  return size > most ? undefined : Buffer.concat(pieces)
}

/** The rows of one village in both; null where it is the same village, or where it is not in one of them. */
type Pair = { before: Part | undefined; after: Part | undefined; rows: { before: RegistryPerson[]; after: RegistryPerson[] } | null }

function add(block: ChangesBlock, { before, after, rows }: Pair): void {
  const changes = rows ? compareRows(rows.before, rows.after) : { gone: [], changed: [], placed: [] }
  addChanges(block, changes, { before: before?.rows ?? 0, after: after?.rows ?? 0 })
}

async function* pairsOf(from: Snapshot, to: Snapshot): AsyncGenerator<Pair> {
  const [old, now] = [new Map(from.parts.map(part => [part.village, part])), new Map(to.parts.map(part => [part.village, part]))]
  const isSame = ({ village }: Part): boolean => old.get(village)?.sum === now.get(village)?.sum
  const oldRows = from.villages(part => !isSame(part))[Symbol.asyncIterator]()
  const nowRows = to.villages(part => !isSame(part))[Symbol.asyncIterator]()
  try {
    for (const village of [...new Set([...old.keys(), ...now.keys()])].sort()) {
      const [before, after] = [old.get(village), now.get(village)]
      const isUnchanged = before && after && isSame(before)
      yield {
        before,
        after,
        rows: isUnchanged
          ? null
          : { before: before ? await nextOf(oldRows, village) : [], after: after ? await nextOf(nowRows, village) : [] }
      }
    }
  } finally {
    await oldRows.return?.()
    await nowRows.return?.()
  }
}

async function nextOf(rows: AsyncIterator<VillageRows>, village: string): Promise<RegistryPerson[]> {
  const { value, done } = await rows.next()
  if (done || value.village !== village) throw new Error('the villages of a snapshot do not come in their order')
  return value.people
}
