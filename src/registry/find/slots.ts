import { lettersApart } from '#shared/registry/letters-apart'
import { begunCost, COST, FINE, isInitial, likelierBy, slipCost } from '#shared/registry/name-costs'
import { isShortFor, isShortWord, shortWordsOf } from '#shared/registry/short-words'
import { calledFor, spokenLike } from '#shared/registry/spoken-alike'
import type { NameTerm } from '#shared/residents/name-key'
import { LONG_WORD } from '../names/deletes'
import type { Vocabulary } from '../names/vocabulary'

/** So many near words of one typed word are followed. */
const MOST_NEAR = 48
/** So many words that begin as typed are followed: the likeliest. */
const MOST_BEGUN = 96
const SHORT_WORD = 4
/** Two slips in a shorter word leave nothing of it. */
const WIDE_WORD = 5

/** What one typed word can stand for: keys of names with what each costs, marked for quick looks and listed with the cheapest first. */
export type Slot = {
  term: NameTerm
  /** Cost in parts of `FINE`, and 1, by key; 0 for keys it does not stand for. */
  marks: Uint8Array
  keys: number[]
  /** The keys to begin with when names are looked through, the likeliest first. */
  order: number[]
  /** How many names hold one of the keys. */
  names: number
}

/** Where a typed word stands: `isOpen`, it may still be typed; `isAlone`, nothing else was typed. */
export type Standing = { isOpen: boolean; isAlone: boolean }

/** Marks are as long as the vocabulary, so they are used again and wiped. */
export class SlotMaker {
  readonly #vocabulary: Vocabulary
  readonly #spare: Uint8Array[] = []

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** The word as typed and, when it is still being typed or a letter alone, every word that begins so. */
  asTyped(term: NameTerm, { isOpen, isAlone }: Standing): Slot {
    const slot = this.#blank(term)
    this.#markExact(slot)
    if (!isAlone) this.#markShort(slot)
    if (isOpen || isInitial(term)) this.#markStarts(slot)
    return this.#settled(slot)
  }

  /** The same and every word a slip or two away; `isWide`: two slips also in words in which they are rare. */
  near(term: NameTerm, { isOpen, isAlone }: Standing, isWide = false): Slot {
    const slot = this.#blank(term)
    this.#markNear(slot, term.word)
    if (term.key !== term.word) this.#markNear(slot, term.key)
    if (isWide && term.word.length >= WIDE_WORD && this.#vocabulary.namesOf(term.key) === 0) this.#markWide(slot)
    this.#keepCheapest(slot)
    this.#markSpoken(slot)
    this.#markExact(slot)
    if (!isAlone) this.#markShort(slot)
    const begun = begunCost(term, isOpen)
    if (begun !== undefined) this.#markStarts(slot, begun)
    return this.#settled(slot)
  }

  free(slots: readonly Slot[]): void {
    for (const { marks, keys } of slots) {
      for (const key of keys) marks[key] = 0
      this.#spare.push(marks)
    }
  }

  #blank(term: NameTerm): Slot {
    return { term, marks: this.#spare.pop() ?? new Uint8Array(this.#vocabulary.names.length), keys: [], order: [], names: 0 }
  }

  #markExact(slot: Slot): void {
    const key = this.#vocabulary.keyNumber(slot.term.key)
    if (key !== undefined) mark(slot, key, this.#vocabulary.isForm(slot.term.word, key) ? 0 : COST.spelling)
  }

  /** The word without its vowels, or every word that it stands for without theirs. */
  #markShort(slot: Slot): void {
    const { word } = slot.term
    for (const short of shortWordsOf(word)) this.#vocabulary.eachOf(short, key => mark(slot, key, COST.spelling))
    if (!isShortWord(word)) return
    this.#vocabulary.eachForm(word.slice(0, 1), (form, key) => {
      if (isShortFor(word, form)) mark(slot, key, COST.spelling)
    })
  }

  /** Words that are spoken like this one, and the name that people who are called so have on their card. */
  #markSpoken(slot: Slot): void {
    const { key: typed } = slot.term
    const look = (key: string | undefined, cost: number): void => {
      const found = key === undefined ? undefined : this.#vocabulary.keyNumber(key)
      if (found !== undefined) mark(slot, found, cost)
    }
    for (const alike of spokenLike(typed, start => this.#vocabulary.hasStart(start))) look(alike, COST.spokenAlike)
    look(calledFor(typed), COST.called)
  }

  #markStarts(slot: Slot, more = 0): void {
    const { word, key: sound } = slot.term
    for (const start of new Set([word, sound])) {
      const begun = COST.start + more + (start.startsWith(word) ? 0 : COST.startBySound)
      this.#vocabulary.eachStart(start, (length, key) => {
        if (length > start.length) mark(slot, key, begun + Math.min(12, length - start.length) * COST.letterToCome)
      })
    }
  }

  #markNear(slot: Slot, typed: string): void {
    const most = typed.length >= LONG_WORD ? 2 : 1
    this.#vocabulary.eachNear(typed, (form, key) => this.#markSlips(slot, typed, form, key, most))
  }

  #markWide(slot: Slot): void {
    const { word } = slot.term
    this.#vocabulary.eachOfLikeLetters(word, 2, (form, key) => this.#markSlips(slot, word, form, key, 2))
  }

  #markSlips(slot: Slot, typed: string, form: string, key: number, most: number): void {
    const slips = lettersApart(typed, form, most)
    if (slips > most) return
    if (slips === 0) {
      mark(slot, key, COST.spelling)
      return
    }
    const atHead = typed[0] === form[0] ? 0 : COST.firstLetter
    const inShort = Math.min(typed.length, form.length) <= SHORT_WORD ? COST.shortWord : 0
    const cost = COST.slip + (slips - 1) * COST.secondSlip + atHead + inShort
    mark(slot, key, slipCost(cost, this.#vocabulary.namesOf(slot.term.key), this.#vocabulary.names[key] ?? 0))
  }

  #keepCheapest(slot: Slot): void {
    const { marks, keys } = slot
    if (keys.length <= MOST_NEAR) return
    const names = (key: number): number => this.#vocabulary.names[key] ?? 0
    keys.sort((a, b) => (marks[a] ?? 0) - (marks[b] ?? 0) || names(b) - names(a))
    for (const key of keys.splice(MOST_NEAR)) marks[key] = 0
  }

  #settled(slot: Slot): Slot {
    const { names } = this.#vocabulary
    for (const key of slot.keys) slot.names += names[key] ?? 0
    const unlikely = (key: number): number => (slot.marks[key] ?? 0) / FINE - likelierBy((names[key] ?? 0) + 1)
    const first = nearest(slot.keys, unlikely)
    slot.order = first
      .map(key => ({ key, rank: (slot.marks[key] ?? 0) <= 1 ? Number.NEGATIVE_INFINITY : unlikely(key) }))
      .sort((a, b) => a.rank - b.rank || a.key - b.key)
      .map(({ key }) => key)
    return slot
  }
}

/** At least `MOST_BEGUN` of the keys, without sorting all of the thousands that begin with two letters. */
function nearest(keys: readonly number[], unlikely: (key: number) => number): number[] {
  if (keys.length <= MOST_BEGUN) return [...keys]
  const steps = Uint8Array.from(keys, key => Math.min(63, Math.max(0, Math.floor(2 * unlikely(key)) + 32)))
  const counts = new Uint32Array(64)
  for (const step of steps) counts[step] = (counts[step] ?? 0) + 1
  let [last, count] = [0, 0]
  while (count < MOST_BEGUN) count += counts[last++] ?? 0
  const first: number[] = []
  for (let index = 0; index < keys.length; index++) if ((steps[index] ?? 0) < last) first.push(keys[index] ?? 0)
  return first
}

function mark(slot: Slot, key: number, cost: number): void {
  const known = slot.marks[key] ?? 0
  const wanted = Math.round(cost * FINE) + 1
  if (known === 0) slot.keys.push(key)
  if (known === 0 || wanted < known) slot.marks[key] = wanted
}
