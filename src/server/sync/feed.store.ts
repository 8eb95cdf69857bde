import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Frame, PLAIN_LAYOUT } from '#shared/sync/frame'
import type { Extent } from '#shared/sync/protocol'
import { type FeedRun, isKnown, type Known, type ParkedChange } from '#shared/sync/server-session'
import { frameLayout } from '#wire/frames'
import { isAnyOf } from '../database/inside'
import type { Inside } from '../database/tables'

/** A frame as it is kept; `toLayOut`: the name of one that lies in plain, and whose reader wants it laid out. */
type KeptFrame = Frame & { toLayOut?: string }
type KeptRun = FeedRun & { frame: KeptFrame }
type KeptParked = ParkedChange & { frame?: KeptFrame }

/** How much of the feed is read at once: numbers, and bytes of frames. */
export type PageLimit = { changes: number; bytes: number }

/** The name of the feed's life and the last number in it. */
export async function getHead({ trx, district }: Inside): Promise<{ epoch: string; head: number }> {
  const found = await trx
    .selectFrom('district')
    .innerJoin('feed', 'feed.district', 'district.district')
    .select(['feedEpoch', 'last'])
    .where('district.district', '=', district)
    .executeTakeFirstOrThrow()
  return { epoch: found.feedEpoch, head: found.last }
}

/** By so much at most the version of the list of devices leaps when the server was put back. */
const ROSTER_LEAP = 1_000_000

/**
 * Gives the feed a new life: its desks read it again from the start and offer what they hold. The list of devices was put back too: a version
 * that was never given tells every desk so.
 */
export async function renewFeed({ trx, district }: Inside): Promise<void> {
  await trx
    .updateTable('district')
    .set(ask => ({ feedEpoch: randomUUID(), rosterVersion: ask('rosterVersion', '+', randomInt(1, ROSTER_LEAP)) }))
    .where('district', '=', district)
    .execute()
}

/** The feed after a number, in its order and without a hole, cut into runs that lie in one frame, in its order. At least one run, if there is any. */
export async function listFeed(inside: Inside, after: number, limit: PageLimit, layout = frameLayout()): Promise<KeptRun[]> {
  const { trx, district } = inside
  const found = await trx
    .selectFrom('change')
    .innerJoin('frame', join => join.onRef('frame.district', '=', 'change.district').onRef('frame.id', '=', 'change.frame'))
    .select(['change.feed', 'change.frame', 'change.place', 'change.hash', sql<number>`length(frame.payload)`.as('size')])
    .where('change.district', '=', district)
    .where('change.feed', '>', after)
    .orderBy('change.feed')
    .limit(limit.changes)
    .execute()
  const runs: { feed: number; frame: string; picks: number[]; hash: string }[] = []
  let bytes = 0
  for (const { feed, frame, place, hash, size } of found) {
    const run = runs.at(-1)
    if (run?.frame === frame && place > (run.picks.at(-1) ?? 0)) {
      run.picks.push(place)
      run.hash = hash
    } else {
      bytes += size
      if (run && bytes > limit.bytes) break
      runs.push({ feed: feed ?? 0, frame, picks: [place], hash })
    }
  }
  const frames = await listFrames(inside, [...new Set(runs.map(({ frame }) => frame))], layout)
  return runs.flatMap(run => {
    const frame = frames.get(run.frame)
    return frame ? [{ ...run, frame }] : []
  })
}

async function listFrames(inside: Inside, ids: readonly string[], layout: number): Promise<Map<string, KeptFrame>> {
  if (ids.length === 0) return new Map()
  const found = await inside.trx
    .selectFrom('frame')
    .select(['id', 'device', 'epoch', 'first', 'count', 'signature', 'layout'])
    .select(ask =>
      ask.case().when('layout', 'in', [layout, PLAIN_LAYOUT]).then(ask.ref('payload')).else(ask.ref('plain')).end().as('payload')
    )
    .where('district', '=', inside.district)
    .where(isAnyOf(inside, 'id', ids))
    .execute()
  return new Map(
    found.map(({ id, payload, signature, layout: kept, ...frame }) => {
      const read = { ...frame, payload: plain(payload), signature: plain(signature) }
      return [id, { ...read, ...(kept === PLAIN_LAYOUT && layout === frameLayout() && { toLayOut: id }) }]
    })
  )
}

/** The drivers give Node's own kind of bytes, which no other code should have to know. */
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** How far each device's chain is held without a hole, and the hash of its last change. */
export function listExtents({ trx, district }: Inside): Promise<Extent[]> {
  return trx
    .selectFrom('chain')
    .innerJoin('change', join =>
      join
        .onRef('change.district', '=', 'chain.district')
        .onRef('change.device', '=', 'chain.device')
        .onRef('change.epoch', '=', 'chain.epoch')
        .onRef('change.seq', '=', 'chain.last')
    )
    .select(['chain.device', 'chain.epoch', 'chain.last as seq', 'change.hash'])
    .where('chain.district', '=', district)
    .orderBy('chain.device')
    .orderBy('chain.epoch')
    .execute()
}

/** Every change of a device that is kept and not fed, in its order; without the frames of those that it holds. */
export async function listParked(
  inside: Inside,
  device: string,
  layout = frameLayout(),
  known: Known = { epoch: 0, seq: 0 }
): Promise<KeptParked[]> {
  const { trx, district } = inside
  const parked = await trx
    .selectFrom('change')
    .select(['id', 'epoch', 'seq', 'hash', 'state', 'reason', 'frame'])
    .where('district', '=', district)
    .where('device', '=', device)
    .where('state', 'in', ['waiting', 'refused'])
    .orderBy('epoch')
    .orderBy('seq')
    .execute()
  if (parked.length === 0) return []
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
  const frames = await listFrames(inside, [...new Set(parked.filter(change => !isKnown(known, change)).map(({ frame }) => frame))], layout)
  const byChange = Map.groupBy(waits, ({ change }) => change)
  return parked.map(({ state, reason, frame: name, ...change }) => {
    const frame = isKnown(known, change) ? undefined : frames.get(name)
    const isRefused = state === 'refused' && reason !== null
    const waitsFor = () => (byChange.get(change.id) ?? []).map(({ dep }) => dep)
    const verdict = isRefused ? ({ kind: 'refused', reason } as const) : ({ kind: 'waiting', for: waitsFor() } as const)
    return { ...change, verdict, ...(frame && { frame }) }
  })
}
