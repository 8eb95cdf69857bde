import Database from 'better-sqlite3'
import type { RegistryFinding, RegistryHit, RegistryQuery } from '#shared/registry/find'
import { COST } from '#shared/registry/name-costs'
import { nearestOnce } from '#shared/search/nearest-once'
import { mayNamePlace, type NamedPlace, placesMeant, type TypedPlace } from '#shared/search/typed-places'
import type { Registry } from '../registry'

/** `isOfPlace`: what was typed behind the name is where they live. */
type Hit = RegistryHit & { isOfPlace: boolean }
export type PlacedFamily = Omit<RegistryFinding['families'][number], 'hits'> & { hits: Hit[] }
export type PlacedFinding = { families: PlacedFamily[]; isCut: boolean }

/** Asks a registry as the desk's one box does: all words may be the name, or those at its end a village or subdistrict of where its people live. */
export function findWithPlaces(registry: Registry, query: RegistryQuery, limit: number, referenceFile: string): PlacedFinding {
  const mayBePlace = query.villages === undefined && !/\d/.test(query.text) && mayNamePlace(query.text)
  const places = mayBePlace ? placesOf(registry, query.text, referenceFile) : []
  const asNamed = registry.find(query, limit)
  const inPlaces = places.map(({ name, villages }) => registry.find({ ...query, text: name, villages }, limit))
  const found = [rowsOf(asNamed, false, 0), ...inPlaces.map(finding => rowsOf(finding, true, COST.slip))]
  const nearest = nearestOnce(found, ({ person: { nik, name, birthDate }, kk }) => nik ?? `${kk} ${name} ${birthDate}`)
  const isCut = nearest.length > limit || [asNamed, ...inPlaces].some(finding => finding.isCut)
  return { families: together(nearest.slice(0, limit)), isCut }
}

type Row = Hit & Pick<PlacedFamily, 'kk' | 'headName'>

const rowsOf = ({ families }: RegistryFinding, isOfPlace: boolean, behind: number): Row[] =>
  families.flatMap(({ kk, headName, hits }) => hits.map(hit => ({ ...hit, distance: hit.distance + behind, isOfPlace, kk, headName })))

/** Families in the order of their best hit. */
function together(rows: readonly Row[]): PlacedFamily[] {
  const families = Map.groupBy(rows, ({ kk }) => kk ?? Symbol('alone'))
  return [...families.values()].map(own => ({
    kk: own[0]?.kk ?? null,
    headName: own[0]?.headName ?? null,
    hits: own.map(({ kk: _, headName: __, ...hit }) => hit)
  }))
}

/** Looks in the districts that the people of this registry live in. */
function placesOf(registry: Registry, typed: string, referenceFile: string): TypedPlace[] {
  const villages = registry.villages().flatMap(({ codeSet, code }) => (codeSet === 'kemendagri' ? [code] : []))
  const districts = new Set(villages.map(code => code.slice(0, 5)))
  const reference = new Database(referenceFile, { readonly: true, fileMustExist: true })
  try {
    const inside = reference.prepare<[string], NamedPlace>(
      "SELECT code, level, replace(name_key, ' ', '') AS key FROM area WHERE code GLOB ? || '.*'"
    )
    const places = [...districts].flatMap(district => inside.all(district))
    return placesMeant(typed, places, subdistrict =>
      places.flatMap(({ code, level }) => (level === 'village' && code.startsWith(`${subdistrict}.`) ? [code] : []))
    )
  } finally {
    reference.close()
  }
}
