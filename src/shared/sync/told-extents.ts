import type { Extent } from './protocol'

/** So many fit into a welcome that a desk can read. */
const MOST = 5_000

/**
 * What a desk that begins anew is told the server to hold. What is left out the desk offers, and hears that it is here (SPEC S3): of each device the oldest
 * epochs, so that a broken one, which began thousands, takes no other's place.
 */
export function toldExtents(extents: readonly Extent[]): readonly Extent[] {
  if (extents.length <= MOST) return extents
  const seen = new Map<string, number>()
  const newestFirst = extents.toSorted((a, b) => b.epoch - a.epoch)
  const placed = newestFirst.map(extent => {
    const place = seen.get(extent.device) ?? 0
    seen.set(extent.device, place + 1)
    return { extent, place }
  })
  const told = placed.toSorted((a, b) => a.place - b.place).slice(0, MOST)
  return told.map(({ extent }) => extent)
}
