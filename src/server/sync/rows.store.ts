import type { Row } from '#shared/changes/reduce'
import { type Claim, claimKey, rowKey } from '#shared/sync/district-store'
import { isAnyOf } from '../database/inside'
import type { Inside } from '../database/tables'

type Place = { entity: string; id: string }

/** The folded rows at these places; places without one are left out. */
export async function listRows(inside: Inside, places: readonly Place[]): Promise<Map<string, Row>> {
  if (places.length === 0) return new Map()
  const wanted = new Set(places.map(({ entity, id }) => rowKey(entity, id)))
  const found = await inside.trx
    .selectFrom('row')
    .select(['entity', 'id', 'body'])
    .where('district', '=', inside.district)
    .where(isAnyOf(inside, 'id', [...new Set(places.map(({ id }) => id))]))
    .execute()
  const rows = found.map(({ entity, id, body }): [string, Row] => [rowKey(entity, id), JSON.parse(body)])
  return new Map(rows.filter(([key]) => wanted.has(key)))
}

export async function saveRows({ trx, district, putRows }: Inside, rows: ReadonlyMap<string, Place & { row: Row }>): Promise<void> {
  const values = [...rows.values()].map(({ entity, id, row }) => ({ district, id, entity, body: JSON.stringify(row) }))
  await putRows(trx, 'row', values, { key: ['district', 'id', 'entity'] })
}

/** The id of the entity that holds each of these; those that are free are left out. */
export async function listClaimed(inside: Inside, claims: readonly Claim[]): Promise<Map<string, string>> {
  if (claims.length === 0) return new Map()
  const wanted = new Set(claims.map(claimKey))
  const found = await inside.trx
    .selectFrom('claim')
    .select(['name', 'value', 'id'])
    .where('district', '=', inside.district)
    .where(isAnyOf(inside, 'value', [...new Set(claims.map(({ value }) => value))]))
    .execute()
  return new Map(found.map((claim): [string, string] => [claimKey(claim), claim.id]).filter(([key]) => wanted.has(key)))
}

/** Keeps claims; one that is taken stays with who has it. */
export async function saveClaims({ trx, district, putRows }: Inside, claims: readonly Claim[]): Promise<void> {
  const values = claims.map(({ name, value, entity, id }) => ({ district, value, name, entity, id }))
  await putRows(trx, 'claim', values, 'keep')
}
