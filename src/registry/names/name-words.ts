import { nameTerms } from '#shared/residents/name-key'
import { Growing } from './growing'
import { MOST_WORDS, type WordLists } from './posting'

/** The words of each name as numbers, in the order in which the words first came. */
export class NameWords {
  readonly #numberOf = new Map<string, number>()
  readonly #forms = new Map<string, Set<number>>()
  readonly #sounds = new Map<string, string>()
  readonly #words = new Growing()
  readonly #starts = new Growing()

  constructor() {
    this.#starts.push(0)
  }

  add(name: string): void {
    const from = this.#words.length
    for (const { word, key } of nameTerms(name, this.#sounds)) {
      const number = this.#numberOf.get(key) ?? this.#numberOf.size
      if (number === this.#numberOf.size) this.#numberOf.set(key, number)
      const forms = this.#forms.get(word)
      if (forms) forms.add(number)
      else this.#forms.set(word, new Set([number]))
      if (this.#words.length - from < MOST_WORDS && !this.#has(from, number)) this.#words.push(number)
    }
    this.#starts.push(this.#words.length)
  }

  #has(from: number, number: number): boolean {
    for (let at = from; at < this.#words.length; at++) if (this.#words.at(at) === number) return true
    return false
  }

  /** The same with the words numbered in alphabetical order: words that are alike then lie together in the file. */
  inOrder(): WordLists & { keys: string[]; forms: Map<string, Set<number>> } {
    const keys = [...this.#numberOf.keys()].sort()
    const rank = new Uint32Array(keys.length)
    keys.forEach((key, index) => {
      rank[this.#numberOf.get(key) ?? 0] = index
    })
    const ranked = (number: number): number => rank[number] ?? 0
    const forms = new Map([...this.#forms].map(([word, numbers]) => [word, new Set(Array.from(numbers, ranked))]))
    const words = this.#words.all()
    for (let at = 0; at < words.length; at++) words[at] = ranked(words[at] ?? 0)
    return { keys, forms, words, starts: this.#starts.all() }
  }
}
