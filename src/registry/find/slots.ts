import { lettersApart } from '#shared/registry/letters-apart'
import type { NameTerm } from '#shared/residents/name-key'
import { LONG_WORD } from '../names/deletes'
import type { Vocabulary } from '../names/vocabulary'
import { COST, FINE, slipCost } from './costs'

/** So many near words of one typed word are followed. */
const MOST_NEAR = 48
const MOST_SORTED = 500
const SHORT_WORD = 4

/** What one typed word can stand for: keys of names with what each costs, marked for quick looks and listed with the cheapest first. */
export type Slot = {
  term: NameTerm
  /** Cost in parts of `FINE`, and 1, by key; 0 for keys it does not stand for. */
  marks: Uint8Array
  keys: number[]
  /** How many names hold one of the keys. */
  names: number
}

/** Marks are as long as the vocabulary, so they are used again and wiped. */
export class SlotMaker {
  readonly #vocabulary: Vocabulary
  readonly #spare: Uint8Array[] = []

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** The word as typed and, when it is still being typed, every word that begins so. */
  asTyped(term: NameTerm, isOpen: boolean): Slot {
    const slot = this.#blank(term)
    this.#markExact(slot)
    if (isOpen) this.#markStarts(slot)
    return this.#settled(slot)
  }

  /** The same and every word a slip or two away. */
  near(term: NameTerm, isOpen: boolean): Slot {
    const slot = this.#blank(term)
    this.#markNear(slot, term.word)
    if (term.key !== term.word) this.#markNear(slot, term.key)
    this.#keepCheapest(slot)
    this.#markExact(slot)
    if (isOpen) this.#markStarts(slot)
    return this.#settled(slot)
  }

  free(slots: readonly Slot[]): void {
    for (const { marks, keys } of slots) {
      for (const key of keys) marks[key] = 0
      this.#spare.push(marks)
    }
  }

  #blank(term: NameTerm): Slot {
    return { term, marks: this.#spare.pop() ?? new Uint8Array(this.#vocabulary.names.length), keys: [], names: 0 }
  }

  #markExact(slot: Slot): void {
    const key = this.#vocabulary.keyNumber(slot.term.key)
    if (key !== undefined) mark(slot, key, 0)
  }

  #markStarts(slot: Slot): void {
    for (const start of new Set([slot.term.word, slot.term.key])) {
      this.#vocabulary.eachStart(start, (form, key) => {
        const bySound = form.startsWith(slot.term.word) ? 0 : COST.startBySound
        if (form !== start) mark(slot, key, COST.start + bySound + Math.min(12, form.length - start.length) * COST.letterToCome)
      })
    }
  }

  #markNear(slot: Slot, typed: string): void {
    const most = typed.length >= LONG_WORD ? 2 : 1
    const typedNames = this.#vocabulary.namesOf(slot.term.key)
    this.#vocabulary.eachNear(typed, (form, key) => {
      const slips = lettersApart(typed, form, most)
      if (slips > most) return
      if (slips === 0) return mark(slot, key, COST.spelling)
      const atHead = typed[0] === form[0] ? 0 : COST.firstLetter
      const inShort = Math.min(typed.length, form.length) <= SHORT_WORD ? COST.shortWord : 0
      const cost = COST.slip + (slips - 1) * COST.secondSlip + atHead + inShort
      mark(slot, key, slipCost(cost, typedNames, this.#vocabulary.names[key] ?? 0))
    })
  }

  #keepCheapest(slot: Slot): void {
    const { marks, keys } = slot
    if (keys.length <= MOST_NEAR) return
    const names = (key: number): number => this.#vocabulary.names[key] ?? 0
    keys.sort((a, b) => (marks[a] ?? 0) - (marks[b] ?? 0) || names(b) - names(a))
    for (const key of keys.splice(MOST_NEAR)) marks[key] = 0
  }

  #settled(slot: Slot): Slot {
    for (const key of slot.keys) slot.names += this.#vocabulary.names[key] ?? 0
    // of very many words that begin so, any will do to begin with
    if (slot.keys.length <= MOST_SORTED) slot.keys.sort((a, b) => (slot.marks[a] ?? 0) - (slot.marks[b] ?? 0) || a - b)
    return slot
  }
}

function mark(slot: Slot, key: number, cost: number): void {
  const known = slot.marks[key] ?? 0
  const wanted = Math.round(cost * FINE) + 1
  if (known === 0) slot.keys.push(key)
  if (known === 0 || wanted < known) slot.marks[key] = wanted
}
