import { areaKey } from '#shared/areas/area-key'

/** The longest names of villages have so many words. */
const MOST_WORDS = 3
/** The beginning of a place's name, while it is typed; less is the beginning of half the district. */
const FEWEST_LETTERS = 4

export type TypedPlace = { name: string; villages: string[] }

/** A village or subdistrict; `key` is its name as keys are written, without spaces. */
export type NamedPlace = { code: string; level: string; key: string }

/** Whether a place may stand behind a name in what was typed. */
export const mayNamePlace = (typed: string): boolean => splits(typed).length > 0

/** How the keys of places begin that may stand behind the name in what was typed. */
export const placeKeys = (typed: string): string[] => splits(typed).map(({ key }) => key)

/**
 * Where `siti aminah kebonharjo` may mean Siti Aminah of Kebonharjo: the words at the end that are the name of villages or a subdistrict among these places,
 * or begin one where none is called just so, and the name before them. The most words first.
 */
export function placesMeant(
  typed: string,
  places: readonly NamedPlace[],
  villagesIn: (subdistrict: string) => readonly string[]
): TypedPlace[] {
  return splits(typed).flatMap(({ name, key }) => {
    const whole = places.filter(place => place.key === key)
    const named = whole.length > 0 ? whole : places.filter(place => place.key.startsWith(key))
    const villages = new Set(
      named.flatMap(({ code, level }) => (level === 'village' ? [code] : level === 'subdistrict' ? villagesIn(code) : []))
    )
    return villages.size > 0 ? [{ name, villages: [...villages] }] : []
  })
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
