import { type NameTerm, nameTerms } from '#shared/residents/name-key'
import type { NamesOf } from './closeness'
import { initialsOfRank, wordsOfRank } from './rank-initials'
import { spokenLike } from './spoken-alike'

const SHORTEST_HALF = 3
/** So many ways of cutting one word are followed: the likeliest may lead to words that nobody bears together. */
const MOST_WAYS = 3
/** A word the list does know is cut at first only into halves that are so much commoner: lists hold run-together names too. */
const FAR_COMMONER = 10
/** What is written apart or as one with the word behind it, as each list likes it: AL-HABSYI, LA ODE, WA ODE, DA COSTA, DE JESUS. */
const ARTICLES = ['AL', 'LA', 'WA', 'DA', 'DE'] as const

/** The same words with two neighbours written as one (`nur hayati`), or one written as two, where the list knows the result. */
export function jointVariants(terms: readonly NameTerm[], namesOf: NamesOf, sounds: Map<string, string> = new Map()): NameTerm[][] {
  const names = (term: NameTerm): number => namesOf(term.key)
  const variants = rankVariants(terms, names, sounds)
  for (const [at, term] of terms.entries()) {
    const next = terms[at + 1]
    const joined = next && oneTerm(term.word + next.word, sounds)
    const merged = next && joinedArticle(term, next, sounds)
    for (const one of merged ? asListed(merged, names) : []) variants.push(terms.toSpliced(at, 2, one))
    // a letter that is not heard, as in `yulianto h`, was the first of another word
    if (joined && joined.key !== term.key && names(joined) > 0) variants.push(terms.toSpliced(at, 2, joined))
    const parted = withArticle(term.word, names, sounds) ?? withServant(term.word, names, sounds)
    if (parted) variants.push(terms.toSpliced(at, 1, ...parted))
    for (const halves of bestHalves(term.word, FAR_COMMONER * names(term), names, sounds)) variants.push(terms.toSpliced(at, 1, ...halves))
  }
  return variants
}

/** The same with what somebody was born as written out, or with its initials. */
function rankVariants(terms: readonly NameTerm[], names: (term: NameTerm) => number, sounds: Map<string, string>): NameTerm[][] {
  const [first] = terms
  const written = first && wordsOfRank(first.word)?.map(word => oneTerm(word, sounds))
  const out = written?.every(term => term !== undefined) ? [terms.toSpliced(0, 1, ...written)] : []
  const short = initialsOfRank(terms.map(({ word }) => word)).flatMap(({ initials, count }) => {
    const term = oneTerm(initials, sounds)
    return term && names(term) > 0 ? [terms.toSpliced(0, count, term)] : []
  })
  return [...out, ...short]
}

/** The R, S, T ... behind ABDUL is said twice and its L not at all: ABDUL RAHMAN, ABDURRAHMAN. */
const SERVANT = 'ABDU'
const DOUBLED = /^[DNRSTZ]/

/** ABDUL and the next word as one, as they are said. */
function joinedArticle(term: NameTerm, next: NameTerm, sounds: Map<string, string>): NameTerm | undefined {
  const isServant = term.key === `${SERVANT}L` || (term.word.length === SERVANT.length + 1 && term.word === SERVANT + next.word[0])
  return isServant && DOUBLED.test(next.word) ? oneTerm(SERVANT + next.word[0] + next.word, sounds) : undefined
}

/** ABDUL and the word behind it, from how they are said as one. */
function withServant(word: string, names: (term: NameTerm) => number, sounds: Map<string, string>): [NameTerm, NameTerm] | undefined {
  const rest = word.startsWith(SERVANT) ? word.slice(SERVANT.length) : ''
  if (!DOUBLED.test(rest) || rest.length < SHORTEST_HALF + 1) return undefined
  const [servant, own] = [oneTerm(`${SERVANT}L`, sounds), oneTerm(rest[0] === rest[1] ? rest.slice(1) : rest, sounds)]
  const [listed] = own ? asListed(own, names) : []
  return servant && listed && names(servant) > 0 ? [servant, listed] : undefined
}

/** The word and those that are spoken alike, as far as the list knows them. */
const asListed = (term: NameTerm, names: (term: NameTerm) => number): NameTerm[] =>
  [term, ...spokenLike(term.key).map(key => ({ word: key, key }))].filter(one => names(one) > 0).slice(0, MOST_WAYS)

/** The article and the word behind it, where the list knows both. */
function withArticle(word: string, names: (term: NameTerm) => number, sounds: Map<string, string>): [NameTerm, NameTerm] | undefined {
  const article = ARTICLES.find(start => word.startsWith(start) && word.length >= start.length + SHORTEST_HALF)
  if (!article) return undefined
  const [left, right] = [oneTerm(article, sounds), oneTerm(word.slice(article.length), sounds)]
  return left && right && names(left) > 0 && names(right) > 0 ? [left, right] : undefined
}

/** The two known words that the written one is made of; those ways first of which the rarer half is the most common. */
function bestHalves(word: string, atLeast: number, names: (term: NameTerm) => number, sounds: Map<string, string>): [NameTerm, NameTerm][] {
  return halvesOf(word, sounds)
    .map(halves => ({ halves, common: Math.min(names(halves[0]), names(halves[1])) }))
    .filter(({ halves, common }) => common > (isSeam(halves) ? 0 : atLeast))
    .sort((a, b) => b.common - a.common)
    .slice(0, MOST_WAYS)
    .map(({ halves }) => halves)
}

/** A letter that is doubled where two words meet shows that they are two, and lists have them both ways: KHOIRUN NISA, HALIMATUS SADIYAH. */
const isSeam = ([{ word: left }, { word: right }]: [NameTerm, NameTerm]): boolean => left.length > SHORTEST_HALF && left.at(-1) === right[0]

/** The same words with one that the list knows cut in two, however common it is: `puspitasari` is a name, and PUSPITA SARI are two. */
export function knownHalved(terms: readonly NameTerm[], namesOf: NamesOf, sounds: Map<string, string> = new Map()): NameTerm[][] {
  return terms.flatMap((term, at) =>
    namesOf(term.key) === 0
      ? []
      : bestHalves(term.word, 0, half => namesOf(half.key), sounds).map(halves => terms.toSpliced(at, 1, ...halves))
  )
}

/**
 * The same words with one cut in two of which the list knows one, for what leads to nobody: `kontorhutapea` is Jontor Hutapea with a slip.
 * The longest known half first.
 */
export function halfKnownVariants(terms: readonly NameTerm[], namesOf: NamesOf, sounds: Map<string, string> = new Map()): NameTerm[][] {
  const known = ({ word, key }: NameTerm): number => (namesOf(key) > 0 ? word.length : 0)
  return terms.flatMap((term, at) =>
    (known(term) > 0 ? [] : halvesOf(term.word, sounds))
      .map(halves => ({ halves, length: Math.max(known(halves[0]), known(halves[1])) }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length)
      .slice(0, MOST_WAYS)
      .map(({ halves }) => terms.toSpliced(at, 1, ...halves))
  )
}

/** Every way to cut a word in two. */
function halvesOf(word: string, sounds: Map<string, string>): [NameTerm, NameTerm][] {
  const cuts = Array.from({ length: Math.max(0, word.length - 2 * SHORTEST_HALF + 1) }, (_, index) => SHORTEST_HALF + index)
  return cuts.flatMap(at => {
    const [left, right] = [oneTerm(word.slice(0, at), sounds), oneTerm(word.slice(at), sounds)]
    return left && right ? [[left, right] as [NameTerm, NameTerm]] : []
  })
}

function oneTerm(word: string, sounds: Map<string, string>): NameTerm | undefined {
  const terms = nameTerms(word, sounds)
  return terms.length === 1 ? terms[0] : undefined
}
