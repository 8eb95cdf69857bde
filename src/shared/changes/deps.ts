import type { Change } from './change'
import type { Op } from './op'
import { parentsOf } from './parents'
import { type Look, stampOf } from './reduce'

/** What has to stand before a change with these ops: what they have seen, and what made the entities they touch and name. SPEC V3. */
export function depsOf({ id, ops, replaces }: Pick<Change, 'id' | 'replaces'> & { ops: readonly Op[] }, look: Look): string[] {
  const deps = new Set<string>()
  for (const op of ops) {
    if ('base' in op) for (const seen of Object.values(op.base)) deps.add(seen)
    for (const place of [{ entity: op.entity, id: op.id }, ...parentsOf(op)]) {
      const row = look(place.entity, place.id)
      if (row) deps.add(stampOf(row, '*'))
    }
  }
  deps.delete(id)
  // what takes a change's place does not wait for it
  if (replaces !== undefined) deps.delete(replaces)
  return [...deps].sort()
}
