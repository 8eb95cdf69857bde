import { changeId } from '#shared/changes/change'
import type { Op } from '#shared/changes/op'
import { isEndingOf } from '#shared/changes/policy'
import { type Reduced, type Row, reduce, stampOf } from '#shared/changes/reduce'
import type { Reduce } from '../disk-fold'
import type { Plant } from '../plant'
import { modelDesk } from './model'

/** The op as if it had seen everything. */
function knowing(op: Op, row: Row | undefined): Op {
  if (!row || !('base' in op)) return op
  const names = new Set([...Object.keys(op.base), ...Object.keys(row.stamps), 'status', ...('fields' in op ? Object.keys(op.fields) : [])])
  const base = Object.fromEntries([...names].map(field => [field, stampOf(row, field)]))
  return op.type === 'transition' ? { ...op, base, from: String(row.fields.status) } : { ...op, base }
}

const rowed = (reduced: Reduced, change: (row: Row) => Row): Reduced => (reduced.row ? { ...reduced, row: change(reduced.row) } : reduced)
const withCards = ({ clashes, ...row }: Row, cards: Row['clashes']): Row => (cards && cards.length > 0 ? { ...row, clashes: cards } : row)

const fold = (name: string, sentence: string, rule: string, reduction: Reduce): Plant => ({ name, sentence, rule, reduce: reduction })
const walls = new Map<string, number>()

/** What the fold could get wrong, alike on every machine. */
export const foldPlants: readonly Plant[] = [
  fold('last-writer-wins', 'the later of two concurrent values replaces the other', 'C2', (op, change, row, look) =>
    reduce(op.type === 'patch' ? knowing(op, row) : op, change, row, look)
  ),
  fold('status-overwritten', 'a step is taken from whatever status there is', 'C7', (op, change, row, look) =>
    reduce(op.type === 'transition' && !isEndingOf(op.entity, row?.fields.status) ? knowing(op, row) : op, change, row, look)
  ),
  fold('ending-left', 'an ending is left by a step that has not seen it', 'C7', (op, change, row, look) =>
    reduce(op.type === 'transition' && isEndingOf(op.entity, row?.fields.status) ? knowing(op, row) : op, change, row, look)
  ),
  fold('edit-resurrects', 'an edit brings back what was removed', 'C9', (op, change, row, look) => {
    if (row?.gone === undefined || op.type !== 'patch') return reduce(op, change, row, look)
    const { gone: _, ...alive } = row
    return reduce(op, change, alive, look)
  }),
  fold('clash-dropped', 'what was not written is not kept either', 'C2', (op, change, row, look) =>
    rowed(reduce(op, change, row, look), next => (op.type === 'resolve' ? next : withCards(next, row?.clashes)))
  ),
  fold('clash-about-nothing', 'the same value from two sides is a clash', 'C6', (op, change, row, look) => {
    const reduced = reduce(op, change, row, look)
    if (op.type !== 'patch' || !row || row.gone !== undefined) return reduced
    const same = Object.entries(op.fields).filter(([field, value]) => op.base[field] !== stampOf(row, field) && row.fields[field] === value)
    if (same.length === 0) return reduced
    const card = { change, kind: 'field-moved-on' as const, fields: Object.fromEntries(same) }
    return rowed(reduced, next => withCards(next, [...(next.clashes ?? []).filter(other => other.change !== change), card]))
  }),
  fold('union-replaced', 'of two sets the later one stays', 'C4', (op, change, row, look) =>
    reduce(op.type === 'patch' && op.entity === 'registryCheck' ? knowing(op, row) : op, change, row, look)
  ),
  fold('book-goes-back', 'a letter book takes the later of two places, not the greater', 'C4', (op, change, row, look) =>
    rowed(reduce(op, change, row, look), next =>
      op.type === 'patch' && op.entity === 'letterBook' ? { ...next, fields: { ...next.fields, ...op.fields } } : next
    )
  ),
  fold('fixed-changed', 'what was fixed when it was made is changed', 'C5', (op, change, row, look) =>
    rowed(reduce(op, change, row, look), next =>
      op.type === 'patch' && 'residentId' in op.fields && next.gone === undefined
        ? { ...next, fields: { ...next.fields, residentId: op.fields.residentId } }
        : next
    )
  ),
  fold('unmerge-ignored', 'who was merged stays merged', 'C11', (op, change, row, look) =>
    op.type === 'unmerge' ? { row } : reduce(op, change, row, look)
  ),
  fold('merge-in-circles', 'two residents may each be part of the other', 'C11', (op, change, row, look) =>
    reduce(op, change, row, op.type === 'merge' ? () => undefined : look)
  ),
  fold('removal-blind', 'a removal takes with it what it has not seen', 'C9', (op, change, row, look) =>
    reduce(op.type === 'tombstone' ? knowing(op, row) : op, change, row, look)
  ),
  fold('resolve-clears-all', 'an answer to one clash puts all of them away', 'C10', (op, change, row, look) =>
    rowed(reduce(op, change, row, look), next => (op.type === 'resolve' ? withCards(next, undefined) : next))
  ),
  fold('second-card', 'going on from a value that was set aside makes a second card', 'C10', (op, change, row, look) => {
    const reduced = reduce(op, change, row, look)
    if (op.type === 'resolve' || !row?.clashes || !reduced.clash) return reduced
    const mine = reduced.clash
    return rowed(reduced, next => withCards(next, [...(row.clashes ?? []), mine]))
  }),
  fold('later-fields-dropped', 'a field this version does not know is not written', 'V4', (op, change, row, look) =>
    rowed(reduce(op, change, row, look), next => {
      const { xField: _, ...fields } = next.fields
      return { ...next, fields }
    })
  ),
  {
    name: 'wall-clock-wins',
    sentence: 'of two values the one with the later wall clock stays',
    rule: 'V5',
    act(act, desk) {
      const { epoch, head } = modelDesk(desk).disk
      walls.set(changeId(desk.device, epoch, head.seq + 1), desk.clock)
      return act
    },
    reduce(op, change, row, look) {
      if (op.type !== 'patch' || !row) return reduce(op, change, row, look)
      const isOlder = (field: string) => (walls.get(change) ?? 0) < (walls.get(stampOf(row, field)) ?? 0)
      const fields = Object.fromEntries(Object.entries(op.fields).filter(([field]) => !isOlder(field)))
      return reduce({ ...op, fields }, change, row, look)
    }
  }
]
