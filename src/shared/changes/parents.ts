import type { Change } from './change'
import { entities } from './entities'
import type { Op } from './op'
import { referencesIn } from './references'

export type Place = { entity: string; id: string }

/** For each entity, the fields that name another one. */
export const references: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  Object.entries(entities).map(([entity, schema]) => [entity, referencesIn(schema)])
)

/** The entities that an op names. */
export function parentsOf(op: Op): Place[] {
  if (op.type === 'merge') return [{ entity: op.entity, id: op.into }]
  if (!('fields' in op)) return []
  const named = Object.entries(references[op.entity] ?? {})
  return named.flatMap(([field, entity]) => {
    const id = op.fields[field]
    return typeof id === 'string' ? [{ entity, id }] : []
  })
}

/** Stands for all merges of an entity: whether one may be done depends on the others, so they have one order among them. */
export const MERGES = 'merges'

/** Whose fold a change has a part in. */
export function touchedBy(change: Pick<Change, 'ops'>): Place[] {
  return change.ops.flatMap(({ entity, id, type }) =>
    type === 'merge' || type === 'unmerge'
      ? [
          { entity, id },
          { entity, id: MERGES }
        ]
      : [{ entity, id }]
  )
}
