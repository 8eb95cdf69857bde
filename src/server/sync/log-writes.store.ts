import { sql } from 'kysely'
import type { KeptChange, Standing } from '#shared/sync/district-store'
import { frameId, type OpenedFrame, PLAIN_LAYOUT } from '#shared/sync/frame'
import { frameLayout, plainFrame } from '#wire/frames'
import { inBatches } from '../database/in-batches'
import { isAnyOf } from '../database/inside'
import type { Inside } from '../database/tables'

/** What only the server knows of a frame: when it came, what the desk's clocks said in that conversation, and which device brought it; none where a person did. */
export type Arrival = { at: number; clock: string | null; from?: string }

/** Keeps a frame as it came; one that is already kept stays as it is. */
export async function saveFrame({ trx, district }: Inside, arrival: Arrival, opened: OpenedFrame): Promise<void> {
  await trx
    .insertInto('frame')
    .values({ district, id: frameId(opened), ...opened.frame, ...keepsakes(opened), receivedAt: arrival.at, clock: arrival.clock })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** SPEC F5. What came in plain is not kept twice. */
const keepsakes = (opened: OpenedFrame) =>
  opened.isPlain
    ? { layout: PLAIN_LAYOUT, plain: new Uint8Array() }
    : { layout: frameLayout(), plain: opened.plain ?? plainFrame(opened).payload }

/** Keeps changes of one frame, in their order; one that is already kept is a bug and throws. */
export async function saveChanges(inside: Inside, changes: readonly KeptChange[]): Promise<void> {
  const { trx, district, putRows } = inside
  const rows = changes.map(change => toRow(district, change))
  await putRows(trx, 'change', rows)
  const waits = changes.flatMap(({ change, waitsFor }) => waitsFor.map(dep => ({ district, dep, change: change.id })))
  await putRows(trx, 'wait', waits, 'keep')
  await lengthenChain(inside, changes)
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
