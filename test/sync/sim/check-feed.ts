import { FIRST_PREV, stampName } from '#shared/changes/change'
import { isEntityName } from '#shared/changes/entities'
import { knownOp } from '#shared/changes/op'
import { type Look, type Row, reduce } from '#shared/changes/reduce'
import { rowKey } from '#shared/sync/district-store'
import { isSameRow } from './check-agreement'
import { checkRights } from './check-rights'
import { checkStep } from './check-step'
import type { ServerView } from './storage'
import { Violation } from './violation'
import type { World } from './world'

/** I2, I5, I6, I7, I8, I10, I11 along the district's one order of changes. */
export function checkFeed(world: World, disk: ServerView): void {
  const rows = new Map<string, Row>()
  const look: Look = (entity, id) => rows.get(rowKey(entity, id))
  const fold = world.plant?.reduce ?? reduce
  const at = new Map<string, number>()
  if (disk.feed.length !== disk.last) throw new Violation('I2', `${disk.last} numbers for ${disk.feed.length} changes`)
  for (const [i, id] of disk.feed.entries()) {
    const kept = disk.kept.get(id ?? '')
    if (kept?.state !== 'fed' || kept.feed !== i + 1)
      throw new Violation('I2', `feed number ${i + 1} is ${id}, which is ${kept?.state} ${kept?.feed}`)
    const { change } = kept
    for (const dep of change.deps) if (!at.has(dep)) throw new Violation('I5', `${id} came before ${dep}, which it has seen`)
    checkRights(change, look)
    const replaced = change.replaces === undefined ? undefined : disk.kept.get(change.replaces)
    if (replaced && replaced.state !== 'replaced')
      throw new Violation('I2', `${id} took the place of ${change.replaces}, which is ${replaced.state}`)
    for (const logged of change.ops) {
      const op = knownOp(logged)
      if (!op || !isEntityName(op.entity)) continue
      const before = look(op.entity, op.id)
      const { row } = fold(op, stampName(change), before, look)
      checkStep(op, stampName(change), before, row)
      if (row) rows.set(rowKey(op.entity, op.id), row)
      if (row?.clashes && row.clashes !== before?.clashes) world.counts.clashes++
    }
    at.set(id, i)
    at.set(stampName(change), i)
  }
  if (rows.size !== disk.rows.size) throw new Violation('I4', `the server has ${disk.rows.size} rows, its feed makes ${rows.size}`)
  for (const [key, row] of rows)
    if (!isSameRow(disk.rows.get(key), row))
      throw new Violation('I4', `the server has ${key} as ${JSON.stringify(disk.rows.get(key))}, its feed makes ${JSON.stringify(row)}`)
  for (const key of rows.keys()) if (key.startsWith('resident/')) checkMerged(key.slice('resident/'.length), look)
  checkChains(world, disk)
}

/** C11: nobody is part of himself. */
function checkMerged(id: string, look: Look): void {
  const seen = new Set<string>()
  for (let at: unknown = id; typeof at === 'string'; at = look('resident', at)?.fields.mergedInto) {
    if (seen.has(at)) throw new Violation('I7', `${at} was merged into itself`)
    seen.add(at)
  }
}

/** I8: each device's changes follow one another, and each carries the hash of the one before. */
function checkChains({ promises: { doubled, lost, saved } }: World, disk: ServerView): void {
  const lostIds = new Set([...lost].map(act => saved.get(act)?.item.change.id))
  for (const { change } of disk.kept.values()) {
    const { device, epoch, seq, prev } = change
    // of two copies that wrote under one name the server may hold one's beginning and, given back by a third desk, the other's end
    if (doubled.has(device) || (seq > 1 && lostIds.has(`${device}.${epoch}.${seq - 1}`))) continue
    const before = seq > 1 ? disk.kept.get(`${device}.${epoch}.${seq - 1}`) : undefined
    if (seq > 1 && before?.hash !== prev) throw new Violation('I8', `${change.id} does not follow the change before it`)
    if (seq === 1 && prev !== FIRST_PREV && !disk.byHash.has(prev)) throw new Violation('I8', `${change.id} follows nothing`)
  }
}
