import type { Row } from '#shared/changes/reduce'
import { isAnyOf } from '../database/inside'
import type { Inside, Tables } from '../database/tables'

export type Listing = Omit<Tables['affectedListing'], 'district'>
/** Whose change it was, and when the server had it; `isFed`: it was handed on to the other desks. */
export type Origin = { device: string; isFed: boolean; receivedAt: number }

/** The folded rows of one kind behind an id, in the order of their ids. */
export async function listRowsAfter(
  { trx, district }: Inside,
  entity: string,
  after: string,
  limit: number
): Promise<{ id: string; row: Row }[]> {
  const found = await trx
    .selectFrom('row')
    .select(['id', 'body'])
    .where('district', '=', district)
    .where('entity', '=', entity)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return found.map(({ id, body }) => ({ id, row: JSON.parse(body) as Row }))
}

/** Where each of these changes came from; those that are not kept under that name are left out. */
export async function listOrigins(inside: Inside, changes: readonly string[]): Promise<Map<string, Origin>> {
  if (changes.length === 0) return new Map()
  const found = await inside.trx
    .selectFrom('change')
    .innerJoin('frame', join => join.onRef('frame.district', '=', 'change.district').onRef('frame.id', '=', 'change.frame'))
    .select(['change.id', 'change.device', 'change.feed', 'frame.receivedAt'])
    .where('change.district', '=', inside.district)
    .where(isAnyOf(inside, 'change.id', changes))
    .execute()
  return new Map(found.map(({ id, device, feed, receivedAt }) => [id, { device, isFed: feed !== null, receivedAt }]))
}

export async function saveListing({ trx, district }: Inside, listing: Listing): Promise<void> {
  await trx
    .insertInto('affectedListing')
    .values({ district, ...listing })
    .execute()
}

export function listListings({ trx, district }: Inside): Promise<Listing[]> {
  return trx
    .selectFrom('affectedListing')
    .select(['at', 'device', 'listedBy', 'reason', 'people'])
    .where('district', '=', district)
    .orderBy('at')
    .execute()
}
