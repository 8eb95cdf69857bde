import { Change } from '#shared/changes/change'
import type { Standing } from '#shared/sync/district-store'
import type { OpenedChange } from '#shared/sync/frame'
import { isAnyOf } from '../database/inside'
import type { Inside } from '../database/tables'

/** Where each of these changes stands; those that are not kept are left out. */
export async function listStandings(inside: Inside, ids: readonly string[]): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map()
  const found = await inside.trx
    .selectFrom('change')
    .select(['id', 'hash', 'state', 'feed', 'reason'])
    .where('district', '=', inside.district)
    .where(isAnyOf(inside, 'id', ids))
    .execute()
  return new Map(found.map(({ id, ...standing }) => [id, standing]))
}

export async function findChangeWithHash({ trx, district }: Inside, device: string, hash: string): Promise<string | undefined> {
  const found = await trx
    .selectFrom('change')
    .select('id')
    .where('district', '=', district)
    .where('hash', '=', hash)
    .where('device', '=', device)
    .executeTakeFirst()
  return found?.id
}

/** The highest number that is held of a device's epoch; 0 for none. */
export async function findLastSeq({ trx, district }: Inside, device: string, epoch: number): Promise<number> {
  const found = await trx
    .selectFrom('change')
    .select('seq')
    .where('district', '=', district)
    .where('device', '=', device)
    .where('epoch', '=', epoch)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.seq ?? 0
}

/** The waiting changes that wait for any of these, oldest of each desk first, with all that each waits for. */
export async function listWaitingFor(inside: Inside, ids: readonly string[]): Promise<(OpenedChange & { waitsFor: string[] })[]> {
  const { trx, district } = inside
  if (ids.length === 0) return []
  const waits = await trx
    .selectFrom('wait')
    .select(['change', 'dep'])
    .where('district', '=', district)
    .where('change', 'in', ask =>
      ask
        .selectFrom('wait')
        .select('change')
        .where('district', '=', district)
        .where(isAnyOf(inside, 'dep', ids))
    )
    .execute()
  if (waits.length === 0) return []
  const changes = await trx
    .selectFrom('change')
    .select(['id', 'hash', 'body'])
    .where('district', '=', district)
    .where(isAnyOf(inside, 'id', [...new Set(waits.map(({ change }) => change))]))
    .where('state', '=', 'waiting')
    .execute()
  const byChange = Map.groupBy(waits, ({ change }) => change)
  const waiting = changes.flatMap(({ id, hash, body }) => {
    const waitsFor = (byChange.get(id) ?? []).map(({ dep }) => dep).sort()
    return body === null ? [] : [{ change: Change.parse(JSON.parse(body)), body, hash, waitsFor }]
  })
  // sorted here: to spare itself that, SQLite would read the whole district in this order
  return waiting.sort((a, b) => inOrderOfDesks(a.change, b.change))
}

const inOrderOfDesks = (a: Change, b: Change): number =>
  a.device === b.device ? a.epoch - b.epoch || a.seq - b.seq : a.device < b.device ? -1 : 1
