import { sql } from 'kysely'
import { isKnown, type Known, type ParkedChange } from '#shared/sync/server-session'
import { frameLayout } from '#wire/frames'
import { isAnyOf } from '../database/inside'
import type { Inside } from '../database/tables'
import { type KeptFrame, listFrames, type PageLimit } from './frames.store'

type KeptParked = ParkedChange & { frame?: KeptFrame }

/** `after`: the last change that was read; `known`: what the device holds. */
export type ParkedPage = { after?: Known | undefined; limit: PageLimit; layout?: number; known?: Known }

/** Word for word what the index of parked changes says: with parameters SQLite would read all that the device ever sent. */
const IS_PARKED = sql<boolean>`state in ('waiting', 'refused')`

const BEFORE_ALL: Known = { epoch: 0, seq: 0 }

/** The next changes of a device that are kept and not fed, in its order, without the frames of those that it holds. At least one, if there is any. */
export async function listParked(
  inside: Inside,
  device: string,
  { after = BEFORE_ALL, limit, layout = frameLayout(), known = BEFORE_ALL }: ParkedPage
): Promise<KeptParked[]> {
  const { trx, district } = inside
  const found = await trx
    .selectFrom('change')
    .innerJoin('frame', join => join.onRef('frame.district', '=', 'change.district').onRef('frame.id', '=', 'change.frame'))
    .select(['change.id', 'change.epoch', 'change.seq', 'hash', 'state', 'reason', 'frame', sql<number>`length(frame.payload)`.as('size')])
    .where('change.district', '=', district)
    .where('change.device', '=', device)
    .where(IS_PARKED)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('change.epoch', 'change.seq'), '>', tuple(after.epoch, after.seq)))
    .orderBy('change.epoch')
    .orderBy('change.seq')
    .limit(limit.changes)
    .execute()
  if (found.length === 0) return []
  const isLacking = (change: Known) => !isKnown(known, change)
  const parked = upTo(
    limit.bytes,
    found.map(change => ({ ...change, bytes: isLacking(change) ? change.size : 0 }))
  )
  const waits = await trx
    .selectFrom('wait')
    .select(['change', 'dep'])
    .where('district', '=', district)
    .where(
      isAnyOf(
        inside,
        'change',
        parked.map(({ id }) => id)
      )
    )
    .orderBy('dep')
    .execute()
  const frames = await listFrames(inside, [...new Set(parked.filter(isLacking).map(({ frame }) => frame))], layout)
  const byChange = Map.groupBy(waits, ({ change }) => change)
  return parked.map(({ id, epoch, seq, hash, state, reason, frame: name }) => {
    const frame = isLacking({ epoch, seq }) ? frames.get(name) : undefined
    const isRefused = state === 'refused' && reason !== null
    const waitsFor = () => (byChange.get(id) ?? []).map(({ dep }) => dep)
    const verdict = isRefused ? ({ kind: 'refused', reason } as const) : ({ kind: 'waiting', for: waitsFor() } as const)
    return { id, epoch, seq, hash, verdict, ...(frame && { frame }) }
  })
}

/** The first of these that so many bytes hold, each frame counted once; at least one. */
function upTo<T extends { frame: string; bytes: number }>(most: number, changes: readonly T[]): T[] {
  const counted = new Set<string>()
  let sum = 0
  const end = changes.findIndex(({ frame, bytes }, i) => {
    if (counted.has(frame)) return false
    counted.add(frame)
    sum += bytes
    return i > 0 && sum > most
  })
  return changes.slice(0, end < 0 ? undefined : end)
}
