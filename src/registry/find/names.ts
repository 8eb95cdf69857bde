import type Database from 'better-sqlite3'
import { type NameTerm, nameTerms } from '#shared/residents/name-key'
import { bearerAt, countOfBearers } from '../names/bearers'
import { loadVocabulary, type Vocabulary } from '../names/vocabulary'
import { type Closeness, closenessOf } from './closeness'
import { COST, LEAST_SLIP, MOST_TERMS } from './costs'
import { jointVariants } from './joint-words'
import type { Narrowing } from './narrow'
import { type Slot, SlotMaker } from './slots'
import { Best, runPass } from './weigh'

/** A row and why it was found. */
export type FoundRow = Closeness & { id: number }

/** Names looked through in one pass: about a millisecond. */
const BUDGET = 40_000
const SMALL_BUDGET = 4_000
const ENOUGH = 300
/** Names read beyond those that are shown, because the closer look may change their order. */
const SPARE = 12
/** Sounds remembered between queries. */
const MOST_SOUNDS = 50_000

type Read = { cost: number; why: Closeness['why']; people: Buffer }

/** Finds people by name in one open file. */
export class NameFinder {
  readonly #raw: Database.Database
  readonly #pieces: Database.Statement
  readonly #name: Database.Statement
  readonly #sounds = new Map<string, string>()
  #loaded: { vocabulary: Vocabulary; slots: SlotMaker } | undefined

  constructor(raw: Database.Database) {
    this.#raw = raw
    this.#pieces = raw.prepare('select names from posting where piece between ? and ?').pluck()
    this.#name = raw.prepare('select name, people from name where n = ?')
  }

  /** People by the closeness of their name; at least `limit` of them where so many are near. */
  find(text: string, limit: number, narrowing: Narrowing): FoundRow[] {
    if (this.#sounds.size > MOST_SOUNDS) this.#sounds.clear()
    const terms = distinct(nameTerms(text, this.#sounds)).slice(0, MOST_TERMS)
    if (terms.length === 0) return []
    this.#loaded ??= load(this.#raw)
    const search = new Search(terms, limit, narrowing)
    this.#asTyped(search)
    let rows = this.#closest(search)
    if (rows.filter(row => row.cost < LEAST_SLIP).length < limit) {
      this.#near(search)
      rows = this.#closest(search)
    }
    return rows
  }

  #asTyped(search: Search): void {
    const { vocabulary, slots: maker } = this.#loaded ?? load(this.#raw)
    search.variants.push(...jointVariants(search.terms, vocabulary, this.#sounds))
    for (const terms of [search.terms, ...search.variants]) {
      const slots = terms.map((term, index) => maker.asTyped(term, index === terms.length - 1))
      if (slots.every(slot => slot.keys.length > 0)) this.#pass(search, slots, fewest(slots)[0] ?? 0, false, BUDGET)
      maker.free(slots)
    }
  }

  #near(search: Search): void {
    const { slots: maker } = this.#loaded ?? load(this.#raw)
    const slots = search.terms.map((term, index) => maker.near(term, index === search.terms.length - 1))
    const [first = 0, ...rest] = fewest(slots)
    this.#pass(search, slots, first, slots.length > 1, BUDGET)
    if (search.best.size < search.limit + SPARE) for (const drive of rest) this.#pass(search, slots, drive, true, SMALL_BUDGET)
    maker.free(slots)
  }

  #pass(search: Search, slots: Slot[], drive: number, mayLack: boolean, budget: number): void {
    const enough = mayLack ? Number.POSITIVE_INFINITY : ENOUGH
    runPass(this.#pieces, { slots, drive, mayLack, budget, enough, isWanted: search.narrowing.isWantedName }, search.best)
  }

  /** Reads the cheapest names as they are written and puts their bearers in order. */
  #closest(search: Search): FoundRow[] {
    const { limit, narrowing, read } = search
    const chosen: Read[] = []
    let people = 0
    let worst = Number.POSITIVE_INFINITY
    for (const { n, cost } of search.best.inOrder()) {
      if (chosen.length >= limit + SPARE || cost > worst) break
      const name = read.get(n) ?? this.#read(n, search)
      read.set(n, name)
      chosen.push(name)
      people += countOfBearers(name.people)
      if (people >= limit && worst === Number.POSITIVE_INFINITY) worst = cost + COST.order
    }
    chosen.sort((a, b) => a.cost - b.cost || b.people.length - a.people.length)
    const rows: FoundRow[] = []
    for (const { cost, why, people: packed } of chosen) {
      for (let index = 0; index < countOfBearers(packed) && rows.length <= limit; index++) {
        const bearer = bearerAt(packed, index)
        if (narrowing.isWanted(bearer)) rows.push({ id: bearer.id, cost, why })
      }
    }
    return rows
  }

  #read(n: number, { terms, variants }: Search): Read {
    const { name, people } = this.#name.get(n) as { name: string; people: Buffer }
    const namesOf = (key: string): number => this.#loaded?.vocabulary.namesOf(key) ?? 0
    let closest = closenessOf(terms, name, this.#sounds, namesOf)
    for (const variant of variants) {
      const { cost } = closenessOf(variant, name, this.#sounds, namesOf)
      if (cost + COST.joint < closest.cost) closest = { cost: cost + COST.joint, why: 'name-spelling' }
    }
    return { ...closest, people }
  }
}

/** What one search has so far. */
class Search {
  readonly terms: NameTerm[]
  readonly limit: number
  readonly narrowing: Narrowing
  /** The same words with two written as one, or one as two. */
  readonly variants: NameTerm[][] = []
  readonly best = new Best()
  readonly read = new Map<number, Read>()

  constructor(terms: NameTerm[], limit: number, narrowing: Narrowing) {
    this.terms = terms
    this.limit = limit
    this.narrowing = narrowing
  }
}

/** An index of names holds each word of a name once. */
function distinct(terms: readonly NameTerm[]): NameTerm[] {
  return terms.filter(({ key }, index) => terms.findIndex(term => term.key === key) === index)
}

function load(raw: Database.Database): { vocabulary: Vocabulary; slots: SlotMaker } {
  const vocabulary = loadVocabulary(raw)
  return { vocabulary, slots: new SlotMaker(vocabulary) }
}

/** The slots' places, the one with the fewest names first. */
const fewest = (slots: readonly Slot[]): number[] =>
  slots.flatMap(({ keys }, index) => (keys.length > 0 ? [index] : [])).sort((a, b) => (slots[a]?.names ?? 0) - (slots[b]?.names ?? 0))
