import { sql } from 'kysely'
import type { Kept, KeptChange, Standing } from '#shared/sync/district-store'
import { type Frame, frameId, type OpenedFrame, PLAIN_LAYOUT } from '#shared/sync/frame'
import { frameLayout, plainFrame } from '#wire/frames'
import { inBatches } from '../database/in-batches'
import { isAnyOf } from '../database/inside'
import type { Inside } from '../database/tables'

/** What only the server knows of a frame: when it came, what the desk's clocks said in that conversation, and which device brought it; none where a person did. */
export type Arrival = { at: number; clock: string | null; from?: string }

/** Keeps frames as they came; one that is already kept stays as it is. */
export async function saveFrames({ trx, district, putRows }: Inside, arrival: Arrival, kept: readonly Kept[]): Promise<void> {
  const rows = kept.map(({ opened }) => {
    const { device, epoch, first, count, payload, signature } = opened.frame
    const frame = { district, id: frameId(opened), device, epoch, first, count, payload, signature }
    return { ...frame, ...keepsakes(opened), receivedAt: arrival.at, clock: arrival.clock }
  })
  await putRows(trx, 'frame', rows, 'keep')
}

/** SPEC W5. What came in plain is not kept twice. */
const keepsakes = (opened: OpenedFrame) =>
  opened.isPlain
    ? { layout: PLAIN_LAYOUT, plain: new Uint8Array() }
    : { layout: frameLayout(), plain: opened.plain ?? plainFrame(opened).payload }

/** Keeps the changes of these frames, in their order; one that is already kept is a bug and throws. */
export async function saveChanges(inside: Inside, kept: readonly Kept[]): Promise<void> {
  const { trx, district, putRows } = inside
  const changes = kept.flatMap(one => one.changes)
  const rows = changes.map(change => toRow(district, change))
  await putRows(trx, 'change', rows)
  const waits = changes.flatMap(({ change, waitsFor }) => waitsFor.map(dep => ({ district, dep, change: change.id })))
  await putRows(trx, 'wait', waits, 'keep')
  for (const run of runsOf(kept)) await lengthenChain(inside, run)
}

/** The changes of frames that follow each other in their device's chain, together. */
function runsOf(kept: readonly Kept[]): KeptChange[][] {
  const runs: KeptChange[][] = []
  let end: Frame | undefined
  for (const { opened, changes } of kept) {
    const { frame } = opened
    const isNext = end?.device === frame.device && end.epoch === frame.epoch && end.first + end.count === frame.first
    if (isNext) runs.at(-1)?.push(...changes)
    else runs.push([...changes])
    end = frame
  }
  return runs
}

/** Changes where kept changes stand; what a change waited for is forgotten when it waits no more. */
export async function restandChanges(inside: Inside, standings: ReadonlyMap<string, Omit<Standing, 'hash'>>): Promise<void> {
  const { trx, district } = inside
  for (const batch of inBatches([...standings])) {
    const values = batch.map(
      ([id, { state, feed, reason }]) =>
        sql`(cast(${id} as text), cast(${state} as text), cast(${feed} as bigint), cast(${reason} as text))`
    )
    await sql`with standing (id, state, feed, reason) as (values ${sql.join(values)})
      update "change" set state = standing.state, feed = standing.feed, reason = standing.reason,
        body = case when standing.state = 'waiting' then body end
      from standing where "change".district = ${district} and "change".id = standing.id`.execute(trx)
  }
  const settled = [...standings].filter(([, { state }]) => state !== 'waiting').map(([id]) => id)
  if (settled.length > 0)
    await trx
      .deleteFrom('wait')
      .where('district', '=', district)
      .where(isAnyOf(inside, 'change', settled))
      .execute()
}

const toRow = (district: string, { change, hash, body, frame, index, state, feed, reason }: KeptChange) => ({
  district,
  id: change.id,
  device: change.device,
  epoch: change.epoch,
  seq: change.seq,
  hash,
  frame,
  place: index,
  state,
  feed,
  reason,
  body: state === 'waiting' ? body : null
})

/** The chain ends before the first number that is missing, even where later ones are held. */
async function lengthenChain({ trx, district }: Inside, changes: readonly KeptChange[]): Promise<void> {
  const [first, last] = [changes[0]?.change, changes.at(-1)?.change]
  if (!first || !last) return
  const { device, epoch } = first
  const end = sql`(select held.seq from "change" as held where held.district = ${district} and held.device = ${device} and held.epoch = ${epoch}
    and held.seq >= ${last.seq} and not exists (select 1 from "change" as next where next.district = ${district} and next.device = ${device}
      and next.epoch = ${epoch} and next.seq = held.seq + 1) order by held.seq limit 1)`
  await sql`insert into chain (district, device, epoch, last) values (${district}, ${device}, ${epoch}, case when ${first.seq} = 1 then ${end} else 0 end)
    on conflict (district, device, epoch) do update set last = case when chain.last + 1 >= ${first.seq} then ${end} else chain.last end`.execute(
    trx
  )
}
