import type { Op } from './op'

/** A folded row: its fields, and for each field the change that wrote it last (`*` stands for all not named). */
export type Row = { fields: Record<string, unknown>; stamps: Record<string, string> }

export type Conflict = 'already-there' | 'not-there' | 'field-moved-on' | 'status-moved-on'
export type Reduced = { ok: true; row: Row } | { ok: false; conflict: Conflict }

/**
 * op + row -> row or conflict. Pure, so that folding the same changes in the same order gives the same rows on every machine.
 * A patch whose base is older than the row is a conflict, never a silent overwrite.
 */
export function reduce(op: Op, change: string, row: Row | undefined): Reduced {
  switch (op.type) {
    case 'create':
    case 'append':
      if (row) return { ok: false, conflict: 'already-there' }
      return { ok: true, row: { fields: op.fields, stamps: { '*': change } } }
    case 'patch':
      if (!row) return { ok: false, conflict: 'not-there' }
      if (hasMovedOn(op.base, row)) return { ok: false, conflict: 'field-moved-on' }
      return { ok: true, row: written(row, op.fields, change) }
    case 'transition':
      if (!row) return { ok: false, conflict: 'not-there' }
      if (row.fields.status !== op.from) return { ok: false, conflict: 'status-moved-on' }
      if (hasMovedOn(op.base, row)) return { ok: false, conflict: 'field-moved-on' }
      return { ok: true, row: written(row, { ...op.fields, status: op.to }, change) }
  }
}

/** The change that wrote a field last. */
export const stampOf = (row: Row, field: string): string => (Object.hasOwn(row.stamps, field) ? row.stamps[field] : row.stamps['*']) ?? ''

const hasMovedOn = (base: Record<string, string>, row: Row): boolean =>
  Object.entries(base).some(([field, seen]) => stampOf(row, field) !== seen)

function written(row: Row, fields: Record<string, unknown>, change: string): Row {
  const stamps = { ...row.stamps }
  for (const field of Object.keys(fields)) stamps[field] = change
  return { fields: { ...row.fields, ...fields }, stamps }
}
