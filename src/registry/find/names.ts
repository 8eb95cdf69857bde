import type Database from 'better-sqlite3'
import { type Closeness, closestOf } from '#shared/registry/closeness'
import { halfKnownVariants, jointVariants, knownHalved } from '#shared/registry/joint-words'
import { BEHIND_WHOLE, COST, distanceOf, LEAST_SLIP, MOST_TERMS } from '#shared/registry/name-costs'
import { type NameTerm, nameTerms } from '#shared/residents/name-key'
import { NameReader } from '../names/name-blocks'
import { countOfBearers } from '../names/packed-people'
import type { Postings } from '../names/posting'
import { loadPostings, loadVocabulary, type Vocabulary } from '../names/vocabulary'
import { Chosen, SPARE } from './chosen'
import type { Narrowing } from './narrow'
import { type FittingName, sharePlaces } from './places'
import { type Slot, SlotMaker, type Standing } from './slots'
import { Best, LIKELIER, type Pass, runPass } from './weigh'

/** A row and why it was found. */
export type FoundRow = { id: number; distance: number; why: Closeness['why'] }
export type FoundRows = { rows: FoundRow[]; isCut: boolean }

/** Names looked through in one pass: about a millisecond. */
const BUDGET = 40_000
const SMALL_BUDGET = 4_000
/** Names with every word, and names of each word that the last one may become or may have been meant to be. */
const ENOUGH = 150
const ENOUGH_OF_EACH = 24
const ENOUGH_BEGUN = 400
/** Sounds remembered between queries. */
const MOST_SOUNDS = 50_000

/** Of more typed words the others lead to who is meant. */
const MOST_WIDE = 3

const ALL = Number.POSITIVE_INFINITY
const WHOLE = { isForWhole: true, mayLack: 0, enough: ENOUGH, enoughOfEach: ENOUGH }
const BEGUN = { isForWhole: false, mayLack: 0, enough: ENOUGH_BEGUN, enoughOfEach: ENOUGH_OF_EACH }
const NEAR = { isForWhole: false, mayLack: 0, enough: ALL, enoughOfEach: ENOUGH_OF_EACH }
const LACKING = { isForWhole: false, mayLack: 1, enough: ALL, enoughOfEach: ALL }

type Loaded = { vocabulary: Vocabulary; postings: Postings; slots: SlotMaker }
/** A name as it is written; `isAsTyped`: letter by letter, titles and all, which tells it from others that count as the same. */
type Read = Closeness & FittingName & { isAsTyped: boolean }

/** Finds people by name in one open file. */
export class NameFinder {
  readonly #raw: Database.Database
  readonly #names: NameReader
  readonly #sounds = new Map<string, string>()
  #loaded: Loaded | undefined

  constructor(raw: Database.Database) {
    this.#raw = raw
    this.#names = new NameReader(raw)
  }

  /** At most `limit` people by the closeness of their name, those who have every typed word first. */
  find(text: string, limit: number, narrowing: Narrowing): FoundRows {
    if (this.#sounds.size > MOST_SOUNDS) this.#sounds.clear()
    const terms = distinct(nameTerms(text, this.#sounds)).slice(0, MOST_TERMS)
    if (terms.length === 0) return { rows: [], isCut: false }
    this.#loaded ??= load(this.#raw)
    const search = new Search(this.#loaded, asWritten(text), terms, limit, narrowing)
    this.#asTyped(search)
    let names = this.#closest(search)
    const called = peopleBelow(names, LEAST_SLIP)
    if (called < limit) {
      if (called === 0) this.#halved(search)
      this.#near(search, false)
      names = this.#closest(search)
    }
    if (terms.length <= MOST_WIDE && peopleBelow(names, COST.missingOfMore) < (terms.length > 1 ? 1 : limit)) {
      this.#near(search, true)
      names = this.#closest(search)
    }
    if (names.length === 0 && this.#cut(search)) names = this.#closest(search)
    const { found, isCut } = sharePlaces(names, limit, narrowing.isWanted)
    return { rows: found.map(({ id, name: { distance, why } }) => ({ id, distance, why })), isCut }
  }

  /** Names with every typed word as a whole, and then those in which the last one only begins so. */
  #asTyped(search: Search): void {
    const { vocabulary } = search.loaded
    search.variants.push(...jointVariants(search.terms, key => vocabulary.namesOf(key), this.#sounds).map(distinct))
    for (const terms of [search.terms, ...search.variants]) if (this.#typed(search, terms, false) < ENOUGH) this.#typed(search, terms, true)
  }

  /** Where nobody is called as typed, a word that is a name of its own may still be two: `puspitasari dewi`. */
  #halved(search: Search): void {
    const { vocabulary } = search.loaded
    const all = knownHalved(search.terms, key => vocabulary.namesOf(key), this.#sounds).map(distinct)
    const known = new Set(search.variants.map(keysOf))
    const more = all.filter(terms => !known.has(keysOf(terms)))
    for (const terms of more) this.#typed(search, terms, false)
    search.variants.push(...more)
  }

  #typed(search: Search, terms: readonly NameTerm[], isOpen: boolean): number {
    const { slots: maker } = search.loaded
    const slots = terms.map((term, index) => maker.asTyped(term, standing(terms, isOpen && index === terms.length - 1)))
    const isKnown = slots.every(slot => slot.keys.length > 0)
    const found = isKnown ? this.#pass(search, slots, fewest(slots)[0] ?? 0, { ...(isOpen ? BEGUN : WHOLE), budget: BUDGET }) : 0
    maker.free(slots)
    return found
  }

  #near(search: Search, isWide: boolean): void {
    const { slots: maker } = search.loaded
    const slots = search.terms.map((term, index) => maker.near(term, standing(search.terms, index === search.terms.length - 1), isWide))
    const [first = 0, ...rest] = fewest(slots)
    const pass = (how: typeof NEAR): void => {
      this.#pass(search, slots, first, { ...how, budget: BUDGET })
      if (how.mayLack > 0 && search.best.size < search.limit + SPARE)
        for (const drive of rest) this.#pass(search, slots, drive, { ...how, budget: SMALL_BUDGET })
    }
    pass(slots.length > 1 ? LACKING : NEAR)
    // where nobody has all words but one, some of many are no part of the name: a place, whose wife somebody is
    if (slots.length > 3 && search.best.size === 0) pass({ ...LACKING, mayLack: Math.ceil(slots.length / 2) })
    maker.free(slots)
  }

  /** Where nobody is near, one word may be two with a slip in one of them. */
  #cut(search: Search): boolean {
    const { vocabulary, slots: maker } = search.loaded
    const variants = halfKnownVariants(search.terms, key => vocabulary.namesOf(key), this.#sounds).map(distinct)
    for (const terms of variants) {
      const slots = terms.map(term => maker.near(term, standing(terms, false)))
      this.#pass(search, slots, fewest(slots)[0] ?? 0, { ...NEAR, budget: SMALL_BUDGET })
      maker.free(slots)
    }
    search.variants.push(...variants)
    return search.best.size > 0
  }

  #pass(
    search: Search,
    slots: Slot[],
    drive: number,
    how: Pick<Pass, 'isForWhole' | 'mayLack' | 'budget' | 'enough' | 'enoughOfEach'>
  ): number {
    const { isWantedName: isWanted } = search.narrowing
    const { postings, vocabulary } = search.loaded
    const { commonness, mostCommon } = vocabulary
    return runPass(postings, { slots, drive, ...how, isWanted, commonness, mostCommon }, search.best)
  }

  /** Reads the nearest names as they are written and puts them in order: those with every word, and of the others enough for their places. */
  #closest(search: Search): Read[] {
    const [whole, others] = [new Chosen<Read>(search.limit), new Chosen<Read>(search.limit)]
    for (const { n, cost } of search.best.inOrder()) {
      const chosen = cost < BEHIND_WHOLE / 2 ? whole : others
      if (chosen.isFull(cost)) continue
      const name = search.read.get(n) ?? this.#read(n, search)
      search.read.set(n, name)
      chosen.add(name, cost)
    }
    return [...whole.names, ...others.names].sort(
      (a, b) => a.distance - b.distance || Number(b.isAsTyped) - Number(a.isAsTyped) || b.people.length - a.people.length
    )
  }

  #read(n: number, { written, terms, variants, loaded: { vocabulary } }: Search): Read {
    const { name, people } = this.#names.read(n)
    const closest = closestOf(terms, variants, name, this.#sounds, key => vocabulary.namesOf(key))
    const distance = distanceOf(closest, LIKELIER * (vocabulary.commonness[n] ?? 0))
    return { ...closest, distance, people, isAsTyped: asWritten(name) === written }
  }
}

/** How many people have a name that costs less, before it is said how common it is. */
const peopleBelow = (names: readonly Read[], most: number): number =>
  names.reduce((sum, { cost, people }) => sum + (cost < most ? countOfBearers(people) : 0), 0)

/** What one search has so far. */
class Search {
  readonly loaded: Loaded
  readonly written: string
  readonly terms: NameTerm[]
  readonly limit: number
  readonly narrowing: Narrowing
  /** The same words with two written as one, or one as two. */
  readonly variants: NameTerm[][] = []
  readonly best = new Best()
  readonly read = new Map<number, Read>()

  constructor(loaded: Loaded, written: string, terms: NameTerm[], limit: number, narrowing: Narrowing) {
    this.loaded = loaded
    this.written = written
    this.terms = terms
    this.limit = limit
    this.narrowing = narrowing
  }
}

const standing = (terms: readonly NameTerm[], isOpen: boolean): Standing => ({ isOpen, isAlone: terms.length === 1 })

const keysOf = (terms: readonly NameTerm[]): string => terms.map(({ key }) => key).join(' ')

const asWritten = (text: string): string => text.trim().toUpperCase()

/** An index of names holds each word of a name once. */
function distinct(terms: readonly NameTerm[]): NameTerm[] {
  return terms.filter(({ key }, index) => terms.findIndex(term => term.key === key) === index)
}

function load(raw: Database.Database): Loaded {
  const vocabulary = loadVocabulary(raw)
  return { vocabulary, postings: loadPostings(raw), slots: new SlotMaker(vocabulary) }
}

/** The slots' places, the one with the fewest names first. */
const fewest = (slots: readonly Slot[]): number[] =>
  slots.flatMap(({ keys }, index) => (keys.length > 0 ? [index] : [])).sort((a, b) => (slots[a]?.names ?? 0) - (slots[b]?.names ?? 0))
