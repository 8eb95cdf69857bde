import type Database from 'better-sqlite3'
import { nameTerms } from '#shared/residents/name-key'
import { commonnessOf, type OrderedBearers, packBearers } from './bearers'
import { Growing } from './growing'
import { savePart } from './parts'
import { MOST_WORDS, PIECES, packNames, packPosting } from './posting'
import { saveVocabulary, vocabularyParts } from './vocabulary'

/** Called between portions of the work with the share that is done, 0 to 1; throws to stop it. */
export type Pause = (share: number) => Promise<void>

const PORTION = 50_000

/** Writes everything by which names are found. */
export async function writeNames(raw: Database.Database, bearers: OrderedBearers, pause: Pause): Promise<void> {
  const words = new NameWords()
  const save = raw.prepare('insert into name values(?, ?, ?)')
  for (const [n, name] of bearers.names.entries()) {
    save.run(n, name, packBearers(bearers, n))
    words.add(name)
    if (n % PORTION === 0) await pause(n / bearers.names.length / 2)
  }
  savePart(raw, 'commonness', commonnessOf(bearers))
  await writePostings(raw, words, pause)
  writeNarrow(raw, 'village', bearers, bearers.villages)
  writeNarrow(raw, 'year', bearers, bearers.years)
}

/** The words of each name as numbers, in the order in which the words first came. */
class NameWords {
  readonly #numberOf = new Map<string, number>()
  readonly #forms = new Map<string, Set<number>>()
  readonly #sounds = new Map<string, string>()
  readonly #words = new Growing()
  readonly #starts = new Growing()

  constructor() {
    this.#starts.push(0)
  }

  add(name: string): void {
    const own = new Set<number>()
    for (const { word, key } of nameTerms(name, this.#sounds)) {
      const number = this.#numberOf.get(key) ?? this.#numberOf.size
      this.#numberOf.set(key, number)
      const forms = this.#forms.get(word)
      if (forms) forms.add(number)
      else this.#forms.set(word, new Set([number]))
      if (own.size < MOST_WORDS) own.add(number)
    }
    for (const number of own) this.#words.push(number)
    this.#starts.push(this.#words.length)
  }

  /** The same with the words numbered in alphabetical order: words that are alike then lie together in the file. */
  inOrder(): { keys: string[]; forms: Map<string, Set<number>>; words: Uint32Array; starts: Uint32Array } {
    const keys = [...this.#numberOf.keys()].sort()
    const rank = new Uint32Array(keys.length)
    keys.forEach((key, index) => {
      rank[this.#numberOf.get(key) ?? 0] = index
    })
    const ranked = (number: number): number => rank[number] ?? 0
    const forms = new Map([...this.#forms].map(([word, numbers]) => [word, new Set([...numbers].map(ranked))]))
    return { keys, forms, words: this.#words.all().map(ranked), starts: this.#starts.all() }
  }
}

async function writePostings(raw: Database.Database, nameWords: NameWords, pause: Pause): Promise<void> {
  const { keys, forms, words, starts } = nameWords.inOrder()
  const names = starts.length - 1
  const wordsOf = (n: number): Uint32Array => words.subarray(starts[n], starts[n + 1])
  const counts = new Uint32Array(keys.length)
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  const places = new Uint32Array(keys.length + 1)
  counts.forEach((count, key) => {
    places[key + 1] = (places[key] ?? 0) + count
  })
  const holders = new Uint32Array(words.length)
  const next = places.slice()
  for (let length = 1; length <= MOST_WORDS; length++) {
    for (let n = 0; n < names; n++) {
      if ((starts[n + 1] ?? 0) - (starts[n] ?? 0) !== length) continue
      for (const word of wordsOf(n)) {
        const at = next[word] ?? 0
        holders[at] = n
        next[word] = at + 1
      }
    }
  }
  const save = raw.prepare('insert into posting values(?, ?)')
  for (const key of keys.keys()) {
    const pieces = packPosting(key, holders.subarray(places[key], places[key + 1]), wordsOf)
    for (const [piece, packed] of pieces.entries()) save.run(key * PIECES + piece, packed)
    if (key % PORTION === 0) await pause(0.5 + key / keys.length / 2)
  }
  saveVocabulary(raw, vocabularyParts(keys, counts, forms))
}

/** Which names occur at all in a village, or in a year of birth; 0 stands for those of whom it is not known. */
function writeNarrow(raw: Database.Database, kind: string, { names, starts, rows }: OrderedBearers, values: Uint32Array): void {
  const found = new Map<number, Growing>()
  const last = new Map<number, number>()
  for (let n = 0; n < names.length; n++) {
    for (let at = starts[n] ?? 0; at < (starts[n + 1] ?? 0); at++) {
      const value = values[rows[at] ?? 0] ?? 0
      if (last.get(value) === n) continue
      last.set(value, n)
      const list = found.get(value) ?? new Growing()
      if (list.length === 0) found.set(value, list)
      list.push(n)
    }
  }
  const save = raw.prepare('insert into narrow values(?, ?, ?)')
  for (const [value, list] of found) save.run(kind, value, packNames(list.all()))
}
