import { type Change, stampName } from '#shared/changes/change'
import { isEntityName } from '#shared/changes/entities'
import { knownOp } from '#shared/changes/op'
import { isOfMerges, MERGES, type Place } from '#shared/changes/parents'
import type { Look, reduce } from '#shared/changes/reduce'
import { rowKey } from '#shared/sync/district-store'
import { type Disk, type Entry, orderOf } from './disk'

export type Reduce = typeof reduce

/** Folds a change that stands behind all others on its entities; of those in `only`, if it is given. */
export function foldChange(disk: Disk, fold: Reduce, change: Change, only?: ReadonlySet<string>): void {
  const look: Look = (entity, id) => disk.rows.get(rowKey(entity, id))
  for (const logged of change.ops) {
    const op = knownOp(logged)
    if (!op || !isEntityName(op.entity)) continue
    const key = rowKey(op.entity, op.id)
    if (only && !only.has(key)) continue
    const { row } = fold(op, stampName(change), disk.rows.get(key), look)
    if (row) disk.rows.set(key, row)
  }
}

/** Folds the whole history of some entities again. */
export function foldAgain(disk: Disk, fold: Reduce, places: readonly Place[]): void {
  const wanted = withMerged(disk, places)
  const names = new Set([...wanted].flatMap(key => disk.touching.get(key) ?? []))
  const entries = [...names].map(id => disk.log.get(id) as Entry).filter(({ isOut }) => !isOut)
  for (const key of wanted) disk.rows.delete(key)
  for (const { change } of entries.sort((a, b) => orderOf(a) - orderOf(b))) foldChange(disk, fold, change, wanted)
}

/** Whether another change on the entity stands behind feed number `feed` and before the place that `change` has now. */
export function isPassing(disk: Disk, key: string, change: string, feed: number): boolean {
  const own = disk.log.get(change)
  const now = own ? orderOf(own) : Number.POSITIVE_INFINITY
  return (disk.touching.get(key) ?? []).some(name => {
    const other = disk.log.get(name) as Entry
    return name !== change && !other.isOut && orderOf(other) > feed && orderOf(other) < now
  })
}

/** Whether another change, on whatever entity, stands there. */
export function isAnyBetween(disk: Disk, change: string, feed: number): boolean {
  const own = disk.log.get(change)
  const now = own ? orderOf(own) : Number.POSITIVE_INFINITY
  for (const other of disk.log.values()) {
    const order = orderOf(other)
    if (order > feed && order < now && !other.isOut && other.id !== change) return true
  }
  return false
}

/** Merges stand in one order among them, so whatever was ever merged is folded together. */
function withMerged(disk: Disk, places: readonly Place[]): Set<string> {
  const keys = new Set(places.filter(({ id }) => id !== MERGES).map(({ entity, id }) => rowKey(entity, id)))
  for (const entity of new Set(places.map(place => place.entity))) {
    const merging = (disk.touching.get(rowKey(entity, MERGES)) ?? []).map(id => disk.log.get(id) as Entry)
    const merged = merging.flatMap(({ change }) => change.ops.filter(isOfMerges))
    const isAsked = places.some(place => place.entity === entity && place.id === MERGES)
    if (isAsked || merged.some(op => keys.has(rowKey(op.entity, op.id)))) for (const op of merged) keys.add(rowKey(op.entity, op.id))
  }
  return keys
}
