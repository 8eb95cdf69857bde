import type { Change } from './change'
import { entities } from './entities'
import type { LoggedOp, Op } from './op'
import { referencesIn } from './references'

export type Place = { entity: string; id: string }

/** For each entity, the fields that name another one. */
export const references: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  Object.entries(entities).map(([entity, schema]) => [entity, referencesIn(schema)])
)

const namingFields: Readonly<Record<string, [field: string, entity: string][]>> = Object.fromEntries(
  Object.entries(references).map(([entity, fields]) => [entity, Object.entries(fields)])
)

/** The entities that an op names. */
export function parentsOf(op: Op): Place[] {
  if (op.type === 'merge') return [{ entity: op.entity, id: op.into }]
  if (!('fields' in op)) return []
  const places: Place[] = []
  for (const [field, entity] of namingFields[op.entity] ?? []) {
    const id = op.fields[field]
    if (typeof id === 'string') places.push({ entity, id })
  }
  return places
}

/** Stands for all merges of an entity: whether one may be done depends on the others, so they have one order among them. */
export const MERGES = 'merges'

/** The entity that an op makes its own one a part of: by merging, or by an answer to a clash about that. */
export function mergedIntoBy(op: Op): string | undefined {
  if (op.type === 'merge') return op.into
  if (op.type === 'create' || op.type === 'append' || !('fields' in op)) return undefined
  return typeof op.fields.mergedInto === 'string' ? op.fields.mergedInto : undefined
}

/** Whether an op decides what its entity is a part of. */
export function isOfMerges(op: LoggedOp): boolean {
  if (op.type === 'merge' || op.type === 'unmerge') return true
  const { fields } = op as { fields?: unknown }
  return op.type !== 'create' && typeof fields === 'object' && fields !== null && Object.hasOwn(fields, 'mergedInto')
}

/** Whose fold a change has a part in. */
export function touchedBy(change: Pick<Change, 'ops'>): Place[] {
  return change.ops.flatMap(op => {
    const { entity, id } = op
    return isOfMerges(op)
      ? [
          { entity, id },
          { entity, id: MERGES }
        ]
      : [{ entity, id }]
  })
}
