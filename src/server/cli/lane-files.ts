import { pieceCount, readManifest } from '#shared/sync/district-file'
import type { Holds } from '#shared/sync/lane'
import type { Inside } from '../database/tables'
import { type DistrictFile, findFile, listFiles } from '../files/files.store'

/** A file for a stick; `bare`: that there is such a file, without its bytes. */
export type LaneFile = DistrictFile & { isBare: boolean }

/**
 * Which files go to a desk by stick, the small ones first. Of the registry the bytes of the difference alone, when the desk has said that it holds the edition
 * before and knows differences; else those of the whole, and of both where somebody has asked for it. SPEC R7.
 */
export async function filesFor(inside: Inside, holds: Holds, withDifference: boolean): Promise<LaneFile[]> {
  const files = (await listFiles(inside)).sort((a, b) => a.size - b.size)
  if (await canFollow(inside, files, holds)) return files.map(file => ({ ...file, isBare: file.name === 'registry' }))
  return files.filter(({ name }) => withDifference || name !== 'registry-difference').map(file => ({ ...file, isBare: false }))
}

async function canFollow(inside: Inside, files: readonly DistrictFile[], holds: Holds): Promise<boolean> {
  const difference = files.find(({ name }) => name === 'registry-difference')
  const [registry, known] = ['registry', 'registry-difference'].map(name => holds.find(one => one.name === name))
  if (!difference || !registry || !known) return false
  // it has all of it, and it led nowhere
  if (known.next === difference.version && known.pieces >= pieceCount(difference.size)) return false
  const held = await findFile(inside, 'registry', registry.version)
  const content = held && readManifest(held.text)?.registry?.content
  return content !== undefined && content === readManifest(difference.text)?.registry?.base
}
