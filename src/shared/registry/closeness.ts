import { type NameTerm, nameTerms } from '#shared/residents/name-key'
import type { WhyFound } from './find'
import { lettersApart } from './letters-apart'
import { COST, isInitial, missingCost, slipCost } from './name-costs'

export type Closeness = {
  cost: number
  why: Extract<WhyFound, `name${string}`>
  /** The name has every typed word as it was typed, or is the same name in another spelling: it comes before all that only begin so or are near. */
  isWhole: boolean
  /** The words of the name that stand for the typed ones. */
  words: string
}

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
  let cost = 0
  let why: Closeness['why'] = 'name'
  let last = -1
  typed.forEach((term, index) => {
    const missing = missingCost(term, typed.length)
    const match = bestMatch(term, own, taken, index === typed.length - 1 || isInitial(term), namesOf)
    if (!match || match.cost >= missing) {
      cost += missing
      why = 'name-words'
      return
    }
    taken.add(match.at)
    cost += match.cost + (match.at < last ? COST.order : 0)
    last = match.at
    if (ORDER.indexOf(match.why) > ORDER.indexOf(why)) why = match.why
  })
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

function bestMatch(
  term: NameTerm,
  own: readonly NameTerm[],
  taken: ReadonlySet<number>,
  isOpen: boolean,
  namesOf: NamesOf
): Match | undefined {
  let best: Match | undefined
  own.forEach((word, at) => {
    if (taken.has(at)) return
    const match = matchOf(term, word, isOpen, namesOf)
    if (!best || match.cost < best.cost) best = { at, ...match }
  })
  return best
}

function matchOf(typed: NameTerm, own: NameTerm, isOpen: boolean, namesOf: NamesOf): Omit<Match, 'at'> {
  if (typed.word === own.word) return { cost: 0, why: 'name' }
  if (typed.key === own.key) return { cost: COST.spelling, why: 'name-spelling' }
  const isWordBegun = own.word.startsWith(typed.word)
  const begins = isOpen && (isWordBegun || own.key.startsWith(typed.key))
  const toCome = Math.min(12, Math.max(1, own.word.length - typed.word.length))
  if (begins) return { cost: COST.start + (isWordBegun ? 0 : COST.startBySound) + toCome * COST.letterToCome, why: 'name-start' }
  const slips = Math.min(lettersApart(typed.word, own.word, 2), lettersApart(typed.key, own.key, 2) + 0.1)
  if (slips > 2.1) return { cost: UNLIKE, why: 'name-near' }
  const atHead = typed.word[0] === own.word[0] || typed.key[0] === own.key[0] ? 0 : COST.firstLetter
  const cost = slips <= 1.1 ? slips * COST.slip + atHead : COST.slip + COST.secondSlip + atHead + (slips - 2)
  return { cost: slipCost(cost, namesOf(typed.key), namesOf(own.key)), why: 'name-near' }
}
