import type { Row } from '#shared/changes/reduce'
import type { ServerView } from './storage'
import { Violation } from './violation'
import type { World } from './world'

/** I4: every desk holds the feed as the server has it, and folds it to the same rows, byte for byte. */
export function checkAgreement(world: World, disk: ServerView): void {
  const wanted = disk.rows
  for (const { code, store, isRevoked } of world.desks) {
    if (isRevoked) continue
    for (const [i, id] of disk.feed.entries()) {
      const [here, there] = [store.find(id), disk.kept.get(id)]
      if (!here || !there || here.hash !== there.hash) throw new Violation('I4', `desk ${code} does not hold ${id} as the feed has it`)
      if (here.place.state !== 'fed' || here.place.feed !== i + 1)
        throw new Violation('I4', `desk ${code} has ${id} as ${JSON.stringify(here.place)}, the feed as ${i + 1}`)
    }
    const { rows } = store.disk
    for (const [key, row] of wanted) {
      const own = rows.get(key)
      const kept = store.asKept(row)
      if (!isSameRow(own, kept)) throw new Violation('I4', `desk ${code} has ${key} otherwise than the server: ${differences(own, kept)}`)
    }
    for (const key of rows.keys()) if (!wanted.has(key)) throw new Violation('I4', `desk ${code} has ${key}, the server does not`)
  }
}

/** Two rows say the same, in whatever order their fields were written. */
export function isSameRow(a: Row | undefined, b: Row): boolean {
  if (a === b) return true
  if (!a || a.gone !== b.gone || !isSameRecord(a.fields, b.fields) || !isSameRecord(a.stamps, b.stamps)) return false
  return a.clashes === b.clashes || JSON.stringify(a.clashes) === JSON.stringify(b.clashes)
}

function isSameRecord(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every(name => Object.hasOwn(b, name) && (a[name] === b[name] || JSON.stringify(a[name]) === JSON.stringify(b[name])))
}

const differences = (own: Row | undefined, row: Row): string => {
  const [a, b] = [own ?? { fields: {}, stamps: {} }, row].map(
    part =>
      ({
        ...part.fields,
        ...Object.fromEntries(Object.entries(part.stamps).map(([k, v]) => [`by ${k}`, v])),
        clashes: part.clashes,
        gone: part.gone
      }) as Record<string, unknown>
  ) as [Record<string, unknown>, Record<string, unknown>]
  return Object.keys({ ...a, ...b })
    .filter(key => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
    .map(key => `${key} ${JSON.stringify(a[key])} / ${JSON.stringify(b[key])}`)
    .join(', ')
}
