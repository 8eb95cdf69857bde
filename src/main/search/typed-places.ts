import { areaKey } from '#shared/areas/area-key'
import { listAreasIn, listPlacesNamed } from '../areas/areas.store'
import type { Reference } from '../database/reference'

/** The longest names of villages have so many words. */
const MOST_WORDS = 3
/** The beginning of a place's name, while it is typed; less is the beginning of half the district. */
const FEWEST_LETTERS = 4

export type TypedPlace = { name: string; villages: string[] }

/** Whether a place may stand behind a name in what was typed. */
export const mayNamePlace = (typed: string): boolean => splits(typed).length > 0

/**
 * Where `siti aminah kebonharjo` may mean Siti Aminah of Kebonharjo: the words at the end that are the name of villages or a subdistrict of the district,
 * or begin one where none is called just so, and the name before them. The most words first.
 */
export async function typedPlaces(reference: Reference, districtCode: string, typed: string): Promise<TypedPlace[]> {
  const meant = splits(typed)
  const areas = await listPlacesNamed(
    reference,
    districtCode,
    meant.map(({ key }) => key)
  )
  const places: TypedPlace[] = []
  for (const { name, key } of meant) {
    const whole = areas.filter(area => area.key === key)
    const named = whole.length > 0 ? whole : areas.filter(area => area.key.startsWith(key))
    const codesOf = (level: string): string[] => named.flatMap(area => (area.level === level ? [area.code] : []))
    const inside = await Promise.all(codesOf('subdistrict').map(code => listAreasIn(reference, code)))
    const villages = new Set([...codesOf('village'), ...inside.flat().map(({ code }) => code)])
    if (villages.size > 0) places.push({ name, villages: [...villages] })
  }
  return places
}

/** The name and the place that the words may be, with one to three of them for the place. */
function splits(typed: string): { name: string; key: string }[] {
  const words = typed.split(/\s+/).filter(Boolean)
  const counts = Array.from({ length: Math.max(0, Math.min(MOST_WORDS, words.length - 1)) }, (_, at) => at + 1).reverse()
  return counts.flatMap(count => {
    const before = words.slice(0, -count).join(' ')
    const name = before.replace(/\s+(?:desa|ds|kelurahan|kel|kecamatan|kec|di)\.?$/i, '')
    const key = areaKey(words.slice(-count).join(' ')).replaceAll(' ', '')
    return key.length >= FEWEST_LETTERS && /\p{L}{2}/u.test(name) ? [{ name, key }] : []
  })
}
