import { setImmediate } from 'node:timers/promises'
import type { RegistryPerson } from '#shared/registry/person'
import type { Part } from '../snapshot/head'
import type { Snapshot } from '../snapshot/snapshot'
import { inFile } from '../snapshot/write-snapshot'
import type { VillageRows } from '../village-rows'
import { addChanges, type ChangesBlock, emptyBlock, sizeOf, writeChanges } from './changes-block'
import { compareRows } from './compare-rows'
import { differenceFront, framed } from './difference'

/** Rows of one village that are compared in memory; more of them is a list without villages, which travels as a whole. */
const MOST_ROWS = 200_000
/** Changes that are packed together. */
const BLOCK_CHANGES = 16_384

/**
 * Writes what leads from one snapshot to another; what is laid over the rows of the first, in their order, gives those of the second, in theirs. False, and no
 * file, when they are too different to be compared: of two sources, or without villages.
 */
export async function writeDifference(path: string, from: Snapshot, to: Snapshot): Promise<boolean> {
  const { contentHash, rowCount } = from.edition
  if (from.edition.source !== to.edition.source) return false
  if ([...from.parts, ...to.parts].some(({ rows }) => rows > MOST_ROWS)) return false
  await inFile(path, async save => {
    await save(differenceFront({ base: { contentHash, rowCount }, target: to.edition }))
    let block = emptyBlock(0, 0)
    const flush = async (): Promise<void> => {
      await save(framed(writeChanges(block)))
      block = emptyBlock(block.before, block.after)
    }
    for await (const pair of pairsOf(from, to)) {
      add(block, pair)
      if (sizeOf(block) >= BLOCK_CHANGES) await flush()
      await setImmediate()
    }
    await flush()
  })
  return true
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
