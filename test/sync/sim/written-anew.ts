import type { Change } from '#shared/changes/change'
import { knownOp, type LoggedOp } from '#shared/changes/op'

/** The change with every name of a change that was written anew replaced by its new one. */
export function renamed(change: Change, names: ReadonlyMap<string, string>): Change {
  const name = (id: string): string => names.get(id) ?? id
  const ops = change.ops.map(logged => {
    const op = knownOp(logged)
    if (!op || !('base' in op)) return logged
    const base = Object.fromEntries(Object.entries(op.base).map(([field, id]) => [field, name(id)]))
    return (op.type === 'resolve' ? { ...op, base, clash: name(op.clash) } : { ...op, base }) as LoggedOp
  })
  const { replaces, ...rest } = change
  return { ...rest, deps: change.deps.map(name).sort(), ops, ...(replaces === undefined ? {} : { replaces: name(replaces) }) }
}
