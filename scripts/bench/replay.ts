// Work that one desk has done, done again as another desk's own: same effects, new names, its own chain and signatures.

import { epochOf, keepOwn, sealed } from '#main/changes/log'
import { project } from '#main/changes/project'
import { readRow, statement } from '#main/changes/rows'
import type { Desk } from '#main/desk'
import { Change, changeId, FIRST_PREV } from '#shared/changes/change'
import type { LoggedOp } from '#shared/changes/op'
import { policyOf } from '#shared/changes/policy'
import { stampOf } from '#shared/changes/reduce'

export type Replay = {
  /** Says under which names changes are known here that somebody else has made. */
  know(bodies: readonly string[], ids: readonly string[]): void
  /** Writes these changes at the end of the desk's log, in one transaction, and to its journal. */
  write(bodies: readonly string[]): void
}

const idOf = (body: string): string => (JSON.parse(body) as { id: string }).id

export function replayOn(desk: Desk): Replay {
  const { raw, author } = desk
  const names = new Map<string, string>()
  /** What an op has seen, as it is called here. Desks do not share a letter book; where it is one here, its number goes on from where it stands. */
  const seenBy = (op: LoggedOp, field: string, id: string): string => {
    const name = names.get(id)
    if (name !== undefined) return name
    const row = policyOf(op.entity, field) === 'greatest' ? readRow(raw, op.entity, op.id) : undefined
    if (!row) throw new Error(`${op.type} of ${op.entity} hangs on ${id}, which is not here`)
    return stampOf(row, field)
  }
  const renamed = (op: LoggedOp): LoggedOp => {
    const { base } = op as { base?: Record<string, string> }
    if (!base) return op
    return { ...op, base: Object.fromEntries(Object.entries(base).map(([field, id]) => [field, seenBy(op, field, id)])) } as LoggedOp
  }
  return {
    know: (bodies, ids) => {
      for (const [i, body] of bodies.entries()) names.set(idOf(body), ids[i] ?? '')
    },
    write: bodies => {
      const epoch = epochOf(raw)
      const newest = 'select seq, hash from "change" where device = ? and epoch = ? order by seq desc limit 1'
      const last = statement(raw, newest).raw(false).get(author.device, epoch) as { seq: number; hash: string } | undefined
      let [seq, prev] = [last?.seq ?? 0, last?.hash ?? FIRST_PREV]
      raw.transaction(() => {
        raw.pragma('defer_foreign_keys = on')
        for (const body of bodies) {
          const made = Change.parse(JSON.parse(body))
          const id = changeId(author.device, epoch, ++seq)
          names.set(made.id, id)
          const ops = made.ops.map(renamed)
          const seen = ops.flatMap(op => Object.values((op as { base?: Record<string, string> }).base ?? {}))
          const deps = [...new Set([...made.deps.flatMap(dep => names.get(dep) ?? []), ...seen])].sort()
          const change: Change = { ...made, id, device: author.device, epoch, seq, prev, deps, ops }
          for (const op of change.ops) if (project(raw, op, change)) throw new Error(`${op.type} of ${op.entity} clashes`)
          const kept = sealed(change, author, [])
          keepOwn(raw, kept, change)
          prev = kept.hash
        }
      })()
      desk.journal.catchUp(raw)
    }
  }
}
