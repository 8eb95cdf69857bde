import { sql } from 'kysely'
import { type Area, parentCodeOf, type VillageMatch, villageKindOf } from '#shared/areas/area'
import { areaKey } from '#shared/areas/area-key'
import type { Reference } from '../database/reference'

const COLUMNS = ['code', 'parentCode', 'level', 'name', 'kind'] as const
/** Words people put before a name; they are no part of it unless nothing else was typed. */
const WORDS_BEFORE_NAMES = new Set(['desa', 'kelurahan', 'kel', 'kecamatan', 'kec', 'kabupaten', 'kab', 'provinsi', 'prov'])
const DEFAULT_LIMIT = 20

export const listProvinces = (reference: Reference): Promise<Area[]> =>
  reference.selectFrom('area').select(COLUMNS).where('level', '=', 'province').orderBy('nameKey').execute()

export const listAreasIn = (reference: Reference, code: string): Promise<Area[]> =>
  reference.selectFrom('area').select(COLUMNS).where('parentCode', '=', code).orderBy('nameKey').execute()

export const findArea = (reference: Reference, code: string): Promise<Area | undefined> =>
  reference.selectFrom('area').select(COLUMNS).where('code', '=', code).executeTakeFirst()

/** The names of some areas, in the order of the alphabet; codes that are not in the list are left out. */
export async function listNames(reference: Reference, codes: readonly string[]): Promise<{ code: string; name: string }[]> {
  if (codes.length === 0) return []
  return reference.selectFrom('area').select(['code', 'name']).where('code', 'in', codes).orderBy('nameKey').execute()
}

/** From the province down to the area; empty when the code is unknown. */
export async function listPath(reference: Reference, code: string): Promise<Area[]> {
  const codes: string[] = []
  for (let at: string | null = code; at; at = parentCodeOf(at)) codes.push(at)
  const areas = await reference.selectFrom('area').select(COLUMNS).where('code', 'in', codes).orderBy('code').execute()
  return areas.length === codes.length ? areas : []
}

/**
 * Villages that hold every word typed (each the beginning of a word) in their own name, then those that hold it in name or places.
 * "sumber jaya" and "sumberjaya" find each other. The index lists short names first, so a search stops at its limit without sorting.
 */
export async function searchVillages(
  reference: Reference,
  { text, within, limit = DEFAULT_LIMIT }: { text: string; within?: string | undefined; limit?: number | undefined }
): Promise<VillageMatch[]> {
  const typed = areaKey(text).split(' ').filter(Boolean)
  const named = typed.filter(word => !WORDS_BEFORE_NAMES.has(word))
  const words = named.length > 0 ? named : typed
  if (words.length === 0) return []

  const all = words.map(word => `"${word}"*`).join(' AND ')
  const scope = within ? ` AND scope : "${scopeOf(within)}"` : ''
  const byName = await matchingCodes(reference, `(name : (${all}) OR name : "${words.join('')}"*)${scope}`, limit)
  const codes = new Set(byName)
  if (codes.size < limit) for (const code of await matchingCodes(reference, `{name place} : (${all})${scope}`, limit)) codes.add(code)
  return withPlaces(reference, [...codes].slice(0, limit))
}

/** Villages and subdistricts of a district whose name, without its spaces, begins as one of these keys; `key` is the whole of it. */
export async function listPlacesNamed(reference: Reference, districtCode: string, keys: readonly string[]) {
  const key = sql<string>`replace(name_key, ' ', '')`
  return reference
    .selectFrom('area')
    .select(['code', 'level', key.as('key')])
    .where('code', '>', `${districtCode}.`)
    .where('code', '<', `${districtCode}/`)
    .where(eb => eb.or(keys.map(start => eb.between(key, start, `${start}~`))))
    .execute()
}

const scopeOf = (districtCode: string): string => `d${districtCode.replace('.', '')}`

async function matchingCodes(reference: Reference, match: string, limit: number): Promise<string[]> {
  const rows = await reference
    .selectFrom('villageSearch')
    .select('code')
    .where(sql<boolean>`village_search match ${match}`)
    .orderBy('rowid')
    .limit(limit)
    .execute()
  return rows.map(row => row.code)
}

/** The matches in the order of the codes given. */
async function withPlaces(reference: Reference, codes: string[]): Promise<VillageMatch[]> {
  if (codes.length === 0) return []
  const rows = await reference
    .selectFrom('area as village')
    .innerJoin('area as subdistrict', 'subdistrict.code', 'village.parentCode')
    .innerJoin('area as district', 'district.code', 'subdistrict.parentCode')
    .innerJoin('area as province', 'province.code', 'district.parentCode')
    .where('village.code', 'in', codes)
    .select([
      'village.code',
      'village.name as village',
      'subdistrict.name as subdistrict',
      'district.name as district',
      'province.name as province'
    ])
    .execute()
  const byCode = new Map(rows.map(row => [row.code, { ...row, kind: villageKindOf(row.code) }]))
  return codes.flatMap(code => byCode.get(code) ?? [])
}
