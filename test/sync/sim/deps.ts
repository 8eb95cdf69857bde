import { knownOp, type LoggedOp } from '#shared/changes/op'
import { parentsOf } from '#shared/changes/parents'
import { type Look, stampOf } from '#shared/changes/reduce'

/** What has to stand before a change with these ops. SPEC V3. */
export function depsOf(id: string, ops: readonly LoggedOp[], look: Look): string[] {
  const deps = new Set<string>()
  const seen = (entity: string, at: string) => {
    const row = look(entity, at)
    if (row) deps.add(stampOf(row, '*'))
  }
  for (const logged of ops) {
    const op = knownOp(logged)
    if (!op) continue
    if ('base' in op) for (const stamp of Object.values(op.base)) deps.add(stamp)
    seen(op.entity, op.id)
    for (const parent of parentsOf(op)) seen(parent.entity, parent.id)
  }
  deps.delete(id)
  return [...deps].sort()
}
