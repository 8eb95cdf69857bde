import { placeKeys, placesMeant, type TypedPlace } from '#shared/search/typed-places'
import { listAreasIn, listPlacesNamed } from '../areas/areas.store'
import type { Reference } from '../database/reference'

/** Which places of the district may stand behind a name in what was typed; see `placesMeant`. */
export async function typedPlaces(reference: Reference, districtCode: string, typed: string): Promise<TypedPlace[]> {
  const places = await listPlacesNamed(reference, districtCode, placeKeys(typed))
  const inside = new Map<string, string[]>()
  for (const { code, level } of places)
    if (level === 'subdistrict')
      inside.set(
        code,
        (await listAreasIn(reference, code)).map(area => area.code)
      )
  return placesMeant(typed, places, code => inside.get(code) ?? [])
}
