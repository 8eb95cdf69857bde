import type { RegistryPerson } from '#shared/registry/person'
import { readBlock, writeBlock } from '../snapshot/block'
import { type ByteReader, ByteWriter } from '../snapshot/bytes'
import { readNumbers, readSteps, readTexts, writeNumbers, writeSteps, writeTexts } from '../snapshot/columns'
import type { Patch, RowChanges } from './compare-rows'
import { FACTS, type Facts } from './person-facts'

/** Changes of many rows with places that count through both editions; they reach up to but not with these rows. */
export type ChangesBlock = {
  before: number
  after: number
  gone: number[]
  changedAt: number[]
  changes: Patch[]
  movedTo: number[]
  movedFrom: number[]
  moves: Patch[]
  newAt: number[]
  newcomers: RegistryPerson[]
}

export const emptyBlock = (before: number, after: number): ChangesBlock => ({
  before,
  after,
  gone: [],
  changedAt: [],
  changes: [],
  movedTo: [],
  movedFrom: [],
  moves: [],
  newAt: [],
  newcomers: []
})

/** Puts a village's changes behind those of the villages before it. */
export function addChanges(block: ChangesBlock, { gone, changed, placed }: RowChanges, rows: { before: number; after: number }): void {
  for (const at of gone) block.gone.push(block.before + at)
  for (const { from, patch } of changed) {
    block.changedAt.push(block.before + from)
    block.changes.push(patch)
  }
  for (const one of placed) {
    if ('person' in one) {
      block.newAt.push(block.after + one.at)
      block.newcomers.push(one.person)
    } else {
      block.movedTo.push(block.after + one.at)
      block.movedFrom.push(block.before + one.from)
      block.moves.push(one.patch)
    }
  }
  block.before += rows.before
  block.after += rows.after
}

export const sizeOf = ({ gone, changes, newcomers, moves }: ChangesBlock): number =>
  gone.length + changes.length + newcomers.length + moves.length

export function writeChanges(block: ChangesBlock): Buffer {
  const to = new ByteWriter()
  to.number(block.before)
  to.number(block.after)
  for (const places of [block.gone, block.changedAt, block.movedTo, block.movedFrom, block.newAt]) writeSteps(to, places)
  writePatches(to, block.changes)
  writePatches(to, block.moves)
  to.block(block.newcomers.length === 0 ? Buffer.alloc(0) : writeBlock(block.newcomers))
  return to.done()
}

export function readChanges(from: ByteReader): ChangesBlock {
  const [before, after] = [from.number(), from.number()]
  const [gone = [], changedAt = [], movedTo = [], movedFrom = [], newAt = []] = Array.from({ length: 5 }, () => readSteps(from))
  const [changes, moves] = [readPatches(from), readPatches(from)]
  const newcomers = newAt.length === 0 ? [] : readBlock(from.inner())
  return { before, after, gone, changedAt, changes, movedTo, movedFrom, moves, newAt, newcomers }
}

/** Which facts, and then fact by fact what they are now. */
function writePatches(to: ByteWriter, patches: readonly Patch[]): void {
  writeNumbers(
    to,
    patches.map(({ mask }) => mask)
  )
  const columns: Facts[] = Array.from({ length: FACTS }, () => [])
  for (const { mask, values } of patches) for (const [nth, at] of placesIn(mask).entries()) columns[at]?.push(values[nth] ?? null)
  for (const column of columns) if (column.length > 0) writeTexts(to, column)
}

function readPatches(from: ByteReader): Patch[] {
  const masks = readNumbers(from)
  const touched = new Set(masks.flatMap(placesIn))
  const columns = Array.from({ length: FACTS }, (_, at) => (touched.has(at) ? readTexts(from) : []).values())
  return masks.map(mask => ({ mask, values: placesIn(mask).map(at => columns[at]?.next().value ?? null) }))
}

const placesIn = (mask: number): number[] => Array.from({ length: FACTS }, (_, at) => at).filter(at => Math.floor(mask / 2 ** at) % 2 === 1)
