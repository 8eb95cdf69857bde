import { partsOfId, seqNear } from './change-place'
import type { Pass } from './field'

/** Which change most likely wrote a field of an entity last, as far as both sides know. */
export function likelyStamp(pass: Pass, id: string, field: string): string | undefined {
  const stamps = pass.memory.stamps.get(id)
  return stamps?.get(field) ?? stamps?.get('*') ?? likelyMaker(pass, id)
}

/** Which change most likely made an entity: known, or said by its id. */
export function likelyMaker({ memory, place }: Pass, id: string): string | undefined {
  const known = memory.makers.get(id)
  if (known !== undefined) return known
  const parts = partsOfId(id)
  const owner = parts && memory.owners.get(parts.run)
  return owner === undefined ? undefined : `${owner}.${seqNear(parts?.seq20 ?? 0, place.seq)}`
}

export function learnStamp({ memory }: Pick<Pass, 'memory'>, id: string, field: string, change: string): void {
  const stamps = memory.stamps.get(id)
  if (stamps) stamps.set(field, change)
  else memory.stamps.set(id, new Map([[field, change]]))
}
