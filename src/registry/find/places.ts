import { type Bearer, bearerAt, countOfBearers } from '../names/packed-people'

/** A name that fits, and where its bearers are. */
export type FittingName = {
  distance: number
  /** It has every typed word; others are only like what was typed. */
  isWhole: boolean
  /** What stands in the name for the typed words: a place for others goes to what is not on the list yet. */
  words: string
  people: string
}

export type Placed<N> = { found: { id: number; name: N }[]; isCut: boolean }

/** Of a full list so many places go to the nearest other names, one each: who typed a real name by mistake finds the one that was meant. */
const FOR_OTHER_NAMES = 6
const MOST_FOR_OTHERS = 0.3

/** At most `limit` bearers of these names, in the order of the names. The very name that was typed keeps its places as far as the list holds all of them. */
export function sharePlaces<N extends FittingName>(names: readonly N[], limit: number, isWanted: (bearer: Bearer) => boolean): Placed<N> {
  const bearers = names.map(({ people }) => bearersOf(people, limit + 1, isWanted))
  const shown = names.map(() => 0)
  const count = (at: number): number => bearers[at]?.length ?? 0
  let left = limit
  const show = (at: number, most: number): void => {
    const more = Math.min(count(at) - (shown[at] ?? 0), most, left)
    shown[at] = (shown[at] ?? 0) + more
    left -= more
  }
  const others = Math.min(FOR_OTHER_NAMES, Math.floor(limit * MOST_FOR_OTHERS))
  const very = names.reduce((sum, { distance }, at) => sum + (distance === 0 ? count(at) : 0), 0)
  const kept = very > limit ? others : Math.min(others, limit - very)
  for (const at of names.keys()) show(at, left - kept)
  const seen = new Set(names.flatMap(({ words }, at) => ((shown[at] ?? 0) > 0 ? [words] : [])))
  for (const [at, { isWhole, words }] of names.entries()) {
    if (isWhole || seen.has(words) || count(at) === 0) continue
    seen.add(words)
    show(at, 1)
  }
  for (const at of names.keys()) show(at, left)
  const found = names.flatMap((name, at) => (bearers[at] ?? []).slice(0, shown[at]).map(({ id }) => ({ id, name })))
  return { found, isCut: names.some((_, at) => count(at) > (shown[at] ?? 0)) }
}

function bearersOf(people: string, most: number, isWanted: (bearer: Bearer) => boolean): Bearer[] {
  const found: Bearer[] = []
  for (let index = 0; index < countOfBearers(people) && found.length < most; index++) {
    const bearer = bearerAt(people, index)
    if (isWanted(bearer)) found.push(bearer)
  }
  return found
}
