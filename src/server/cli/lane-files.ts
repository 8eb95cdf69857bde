import { pieceCount, readManifest } from '#shared/sync/district-file'
import type { Holds } from '#shared/sync/lane'
import type { Inside } from '../database/tables'
import { type DistrictFile, findFile, listFiles } from '../files/files.store'

/** A file for a stick; `bare`: that there is such a file, without its bytes. */
export type LaneFile = DistrictFile & { isBare: boolean }

/**
 * Which files go to a desk by stick, the small ones first. Of the registry the bytes of the differences alone that lead on from what the desk has said it
 * holds; else those of the whole, and of all where somebody has asked for it. SPEC R7.
 */
export async function filesFor(inside: Inside, holds: Holds, withDifference: boolean): Promise<LaneFile[]> {
  const files = await listFiles(inside)
  const differences = files.filter(({ name }) => name === 'registry-difference')
  const others = files.filter(({ name }) => name !== 'registry-difference').sort((a, b) => a.size - b.size)
  const way = await wayFrom(inside, differences, holds)
  if (way) return [...way.map(file => ({ ...file, isBare: false })), ...others.map(file => ({ ...file, isBare: file.name === 'registry' }))]
  return [...(withDifference ? differences : []), ...others].map(file => ({ ...file, isBare: false }))
}

/** The differences from the edition that the desk holds on; undefined where none leads on from it, or the desk knows none. */
async function wayFrom(inside: Inside, differences: readonly DistrictFile[], holds: Holds): Promise<DistrictFile[] | undefined> {
  const [registry, known] = ['registry', 'registry-difference'].map(name => holds.find(one => one.name === name))
  if (!registry || !known) return undefined
  const held = await findFile(inside, 'registry', registry.version)
  const content = held && readManifest(held.text)?.registry?.content
  const first = differences.findIndex(({ text }) => content !== undefined && readManifest(text)?.registry?.base === content)
  const way = first < 0 ? undefined : differences.slice(first)
  // it has all of one, and that led nowhere
  const isDeadEnd = way?.some(({ version, size }) => known.next === version && known.pieces >= pieceCount(size))
  return isDeadEnd ? undefined : way
}
