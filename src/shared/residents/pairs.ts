import { type Comparable, type Match, matchOf } from './match'
import { isOneOff } from './one-off'

export type Known = Comparable & { id: string }
export type Pair = Match & { residentId: string; otherId: string }

/** Of a mark that more people share than this only so many are compared: it tells nothing. */
const MOST_ALIKE = 400
/** Pairs looked at between two rests. */
const STEP = 4000

/** What two records of one person have in common, at least one of these; each is compared with those alone that share it. */
const marks: readonly ((one: Known) => string | null)[] = [
  one => one.nik,
  // one wrong digit or one swap leaves one of these parts of a NIK whole
  one => one.nik && `a${one.nik.slice(0, 8)}`,
  one => one.nik && `b${one.nik.slice(8)}`,
  one => one.nik && `c${one.nik.slice(9)}`,
  one => one.family,
  one => one.birthDate && one.villageCode && `${one.birthDate} ${one.sex} ${one.villageCode}`,
  one => one.birthDate && `${one.key} ${one.birthDate}`,
  one => one.villageCode && `${one.key} ${one.villageCode}`,
  one => one.motherKey && `${one.key} ${one.motherKey}`
]
const OF_NIK_PARTS = [1, 2, 3]

/** All pairs among many people that `matchOf` lists; it rests at each `undefined`, so that a caller can let others work. */
export function* pairsAmong(people: readonly Known[]): Generator<Pair | undefined> {
  const seen = new Set<number>()
  let steps = 0
  for (const [kind, markOf] of marks.entries()) {
    for (const alike of alikeBy(people, markOf)) {
      for (const [a, b] of pairsOf(alike)) {
        if (++steps % STEP === 0) yield undefined
        const [one, other] = [people[a], people[b]]
        if (!one || !other || seen.has(a * people.length + b)) continue
        if (OF_NIK_PARTS.includes(kind) && !(one.nik && other.nik && isOneOff(one.nik, other.nik))) continue
        seen.add(a * people.length + b)
        const match = matchOf(one, other)
        if (match) yield { ...match, ...ordered(one.id, other.id) }
      }
    }
  }
}

/** A pair is one pair, whichever of the two is named first. */
export const ordered = (a: string, b: string): { residentId: string; otherId: string } =>
  a < b ? { residentId: a, otherId: b } : { residentId: b, otherId: a }

function alikeBy(people: readonly Known[], markOf: (one: Known) => string | null): number[][] {
  const groups = new Map<string, number[]>()
  for (const [at, one] of people.entries()) {
    const mark = markOf(one)
    if (!mark) continue
    const group = groups.get(mark)
    if (group) group.push(at)
    else groups.set(mark, [at])
  }
  return [...groups.values()].filter(group => group.length > 1)
}

function* pairsOf(alike: readonly number[]): Generator<[number, number]> {
  const compared = alike.slice(0, MOST_ALIKE)
  for (const [at, a] of compared.entries()) for (const b of compared.slice(at + 1)) yield [a, b]
}
