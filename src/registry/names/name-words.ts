import { nameTerms } from '#shared/residents/name-key'
import { Growing } from './growing'
import { MOST_WORDS, type WordLists } from './posting'

/** The words of each name as numbers, in the order in which the words first came. */
export class NameWords {
  readonly #numberOf = new Map<string, number>()
  readonly #forms = new Map<string, number[]>()
  readonly #sounds = new Map<string, string>()
  readonly #words = new Growing()
  readonly #starts = new Growing()

  constructor() {
    this.#starts.push(0)
  }

  /** How many names were added. */
  get count(): number {
    return this.#starts.length - 1
  }

  add(name: string): void {
    const from = this.#words.length
    for (const { word, key } of nameTerms(name, this.#sounds)) {
      const number = this.#numberOf.get(key) ?? this.#numberOf.size
      if (number === this.#numberOf.size) this.#numberOf.set(key, number)
      const forms = this.#forms.get(word)
      if (!forms) this.#forms.set(word, [number])
      else if (!forms.includes(number)) forms.push(number)
      if (this.#words.length - from < MOST_WORDS && !this.#has(from, number)) this.#words.push(number)
    }
    this.#starts.push(this.#words.length)
  }

  #has(from: number, number: number): boolean {
    for (let at = from; at < this.#words.length; at++) if (this.#words.at(at) === number) return true
    return false
  }

  /** The same with the names in this order, and the words numbered in alphabetical order: words that are alike then lie together in the file. */
  inOrder(names: Uint32Array): WordLists & { keys: string[]; forms: Map<string, number[]> } {
    const keys = [...this.#numberOf.keys()].sort()
    const rank = new Uint32Array(keys.length)
    keys.forEach((key, index) => {
      rank[this.#numberOf.get(key) ?? 0] = index
    })
    const ranked = (number: number): number => rank[number] ?? 0
    const forms = new Map([...this.#forms].map(([word, numbers]) => [word, numbers.map(ranked).sort((a, b) => a - b)]))
    const words = new Uint32Array(this.#words.length)
    const starts = new Uint32Array(names.length + 1)
    let at = 0
    for (const [n, name] of names.entries()) {
      starts[n] = at
      for (let from = this.#starts.at(name); from < this.#starts.at(name + 1); from++) words[at++] = ranked(this.#words.at(from))
    }
    starts[names.length] = at
    return { keys, forms, words, starts }
  }
}
