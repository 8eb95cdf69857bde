import { type NameTerm, nameTerms } from '#shared/residents/name-key'
import type { NamesOf } from './closeness'

const SHORTEST_HALF = 3
/** A word the list does know is cut only into halves that are so much commoner: lists hold run-together names too. */
const FAR_COMMONER = 10

/** The same words with two neighbours written as one (`nur hayati`), or one written as two, where the list knows the result. */
export function jointVariants(terms: readonly NameTerm[], namesOf: NamesOf, sounds: Map<string, string> = new Map()): NameTerm[][] {
  const names = (term: NameTerm): number => namesOf(term.key)
  const variants: NameTerm[][] = []
  for (const [at, term] of terms.entries()) {
    const next = terms[at + 1]
    const joined = next && oneTerm(term.word + next.word, sounds)
    if (joined && names(joined) > 0) variants.push([...terms.slice(0, at), joined, ...terms.slice(at + 2)])
    const halves = bestHalves(term.word, FAR_COMMONER * names(term), names, sounds)
    if (halves) variants.push([...terms.slice(0, at), ...halves, ...terms.slice(at + 1)])
  }
  return variants
}

/** The two known words that the written one is made of; of several ways the one whose rarer half is the more common. */
function bestHalves(
  word: string,
  atLeast: number,
  names: (term: NameTerm) => number,
  sounds: Map<string, string>
): [NameTerm, NameTerm] | undefined {
  let best: [NameTerm, NameTerm] | undefined
  let most = atLeast
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at++) {
    const [left, right] = [oneTerm(word.slice(0, at), sounds), oneTerm(word.slice(at), sounds)]
    if (!left || !right) continue
    const common = Math.min(names(left), names(right))
    if (common > most) {
      best = [left, right]
      most = common
    }
  }
  return best
}

function oneTerm(word: string, sounds: Map<string, string>): NameTerm | undefined {
  const terms = nameTerms(word, sounds)
  return terms.length === 1 ? terms[0] : undefined
}
