import type { Change } from './change'
import type { LoggedOp } from './op'

/** The change with every name of a change that was written anew replaced by its new one. SPEC D4. */
export function renamed(change: Change, names: ReadonlyMap<string, string>): Change {
  const named = (id: string): string => names.get(id) ?? id
  const ops = change.ops.map((op): LoggedOp => {
    const { base, clash } = op as { base?: Record<string, string>; clash?: string }
    return {
      ...op,
      ...(base && { base: Object.fromEntries(Object.entries(base).map(([field, id]) => [field, named(id)])) }),
      ...(clash !== undefined && { clash: named(clash) })
    } as LoggedOp
  })
  const { replaces, ...rest } = change
  return { ...rest, deps: change.deps.map(named).sort(), ops, ...(replaces === undefined ? {} : { replaces: named(replaces) }) }
}
