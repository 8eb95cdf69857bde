import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Extent } from '#shared/sync/protocol'
import type { FeedRun } from '#shared/sync/server-session'
import { frameLayout } from '#wire/frames'
import type { Inside } from '../database/tables'
import { type KeptFrame, listFrames, type PageLimit } from './frames.store'

type KeptRun = FeedRun & { frame: KeptFrame }

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
