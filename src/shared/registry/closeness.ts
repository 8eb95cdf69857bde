import { type NameTerm, nameTerms } from '#shared/residents/name-key'
import type { WhyFound } from './find'
import { lettersApart } from './letters-apart'
import { begunCost, COST, isInitial, missingCost, slipCost } from './name-costs'
import { isShortFor } from './short-words'
import { areSpokenAlike, isCalled } from './spoken-alike'

export type Closeness = {
  cost: number
  why: Extract<WhyFound, `name${string}`>
  /** The name has every typed word as it was typed, or is the same name in another spelling: it comes before all that only begin so or are near. */
  isWhole: boolean
  /** The words of the name that stand for the typed ones. */
  words: string
}

/** How a typed word is read: what it costs that it only begins a word of the name, and whether it is all that was typed. */
type Reading = { begun: number | undefined; isAlone: boolean }
type Match = { at: number; cost: number; why: Closeness['why'] }

const UNLIKE = 30
const ORDER: readonly Closeness['why'][] = ['name', 'name-spelling', 'name-start', 'name-near', 'name-words']

/** How many names of the list hold a key. */
export type NamesOf = (key: string) => number

/** How far a name is from the typed words, each word of the name taken once, and the reason that explains it best. */
export function closenessOf(
  typed: readonly NameTerm[],
  name: string,
  sounds: Map<string, string> = new Map(),
  namesOf: NamesOf = () => 0
): Closeness {
  const own = nameTerms(name, sounds)
  const taken = new Set<number>()
  const matches: (Match | undefined)[] = []
  for (const index of surestFirst(typed, own)) {
    const term = typed[index] as NameTerm
    const match = bestMatch(term, own, taken, { begun: begunCost(term, index === typed.length - 1), isAlone: typed.length === 1 }, namesOf)
    if (!match || match.cost >= missingCost(term, typed.length)) continue
    taken.add(match.at)
    matches[index] = match
  }
  let cost = 0
  let why: Closeness['why'] = 'name'
  let last = -1
  for (const [index, term] of typed.entries()) {
    const match = matches[index]
    if (!match) {
      cost += missingCost(term, typed.length)
      why = 'name-words'
      continue
    }
    cost += match.cost + (match.at < last ? COST.order : 0)
    last = match.at
    if (ORDER.indexOf(match.why) > ORDER.indexOf(why)) why = match.why
  }
  const extra = own.length - taken.size
  const isWhole = why === 'name' || (why === 'name-spelling' && extra <= 0)
  if (extra > 0 && why === 'name') why = 'name-more'
  const atHead = extra > 0 && !taken.has(0) ? COST.extraAtHead : 0
  const words = own.flatMap(({ word }, at) => (taken.has(at) ? [word] : [])).join(' ')
  return { cost: cost + Math.max(0, extra) * COST.extraWord + atHead, why, isWhole, words }
}

/** The same, or for a little more how far it is from the nearest of those that have two of the words as one, or one as two. */
export function closestOf(
  typed: readonly NameTerm[],
  variants: readonly (readonly NameTerm[])[],
  name: string,
  sounds?: Map<string, string>,
  namesOf?: NamesOf
): Closeness {
  let closest = closenessOf(typed, name, sounds, namesOf)
  for (const variant of variants) {
    const { cost, why, ...found } = closenessOf(variant, name, sounds, namesOf)
    if (cost + COST.joint < closest.cost) closest = { ...found, cost: cost + COST.joint, why: why === 'name' ? 'name-spelling' : why }
  }
  return closest
}

/** The places of the typed words: those first that the name has as they are, letters alone last; the initial of `m. laurensius mau` is not to take the MAU. */
function surestFirst(typed: readonly NameTerm[], own: readonly NameTerm[]): number[] {
  const unsure = (term: NameTerm): number => (own.some(({ word }) => word === term.word) ? 0 : isInitial(term) ? 2 : 1)
  const places = typed.map((term, at) => ({ at, unsure: unsure(term) }))
  return places.sort((a, b) => a.unsure - b.unsure || a.at - b.at).map(({ at }) => at)
}

function bestMatch(
  term: NameTerm,
  own: readonly NameTerm[],
  taken: ReadonlySet<number>,
  how: Reading,
  namesOf: NamesOf
): Match | undefined {
  let best: Match | undefined
  own.forEach((word, at) => {
    if (taken.has(at)) return
    const match = matchOf(term, word, how, namesOf)
    if (!best || match.cost < best.cost) best = { at, ...match }
  })
  return best
}

function matchOf(typed: NameTerm, own: NameTerm, { begun, isAlone }: Reading, namesOf: NamesOf): Omit<Match, 'at'> {
  if (typed.word === own.word) return { cost: 0, why: 'name' }
  const isShort = !isAlone && (isShortFor(typed.word, own.word) || isShortFor(own.word, typed.word))
  if (typed.key === own.key || isShort) return { cost: COST.spelling, why: 'name-spelling' }
  const isWordBegun = own.word.startsWith(typed.word)
  const begins = begun !== undefined && (isWordBegun || own.key.startsWith(typed.key))
  const toCome = Math.min(12, Math.max(1, own.word.length - typed.word.length))
  const start = begins ? COST.start + begun + (isWordBegun ? 0 : COST.startBySound) + toCome * COST.letterToCome : UNLIKE
  if (begun === 0 && begins) return { cost: start, why: 'name-start' }
  const slip = areSpokenAlike(typed.key, own.key) ? COST.spokenAlike : Math.min(calledCost(typed, own), slipOf(typed, own, namesOf))
  return start < slip ? { cost: start, why: 'name-start' } : { cost: slip, why: 'name-near' }
}

const calledCost = (typed: NameTerm, own: NameTerm): number => (isCalled(typed.key, own.key) ? COST.called : UNLIKE)

function slipOf(typed: NameTerm, own: NameTerm, namesOf: NamesOf): number {
  const slips = Math.min(lettersApart(typed.word, own.word, 2), lettersApart(typed.key, own.key, 2) + 0.1)
  if (slips > 2.1) return UNLIKE
  const atHead = typed.word[0] === own.word[0] || typed.key[0] === own.key[0] ? 0 : COST.firstLetter
  const cost = slips <= 1.1 ? slips * COST.slip + atHead : COST.slip + COST.secondSlip + atHead + (slips - 2)
  return slipCost(cost, namesOf(typed.key), namesOf(own.key))
}
