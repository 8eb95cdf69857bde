import { DistinctNames } from './distinct-names'
import { Growing, sharesOf } from './growing'
import { NameBlocks } from './name-blocks'
import { type NameRows, partOf } from './name-rows'
import { NameWords } from './name-words'
import { NarrowLists } from './narrow-lists'
import type { Bearer } from './packed-people'
import { holdersOf, packPostings, type WordLists } from './posting'
import { vocabularyParts, vocabularyRows } from './vocabulary'

/** Shares of the work, roughly. */
const [BLOCKS, POSTINGS] = [0.6, 0.8]

/** Village and year of birth in one number, 0 for unknown. */
export function factsOf(village: number, year: number): number {
  if (village > 0xffff) throw new RangeError('more villages than a country has')
  return village + 2 ** 16 * year
}

type Gathered = {
  names: DistinctNames
  /** Of each row the number of its name, and its facts. */
  numbers: Growing
  facts: Growing
}

const nobody = (): Gathered => ({ names: new DistinctNames(), numbers: new Growing(), facts: new Growing() })

/** What the index of names needs of each row, gathered while rows arrive: 8 bytes a row, and each distinct name with its words once. */
export class NameIndex {
  readonly #words = new NameWords()
  #gathered = nobody()

  add(name: string, facts: number): void {
    const { names, numbers, facts: all } = this.#gathered
    const number = names.numberOf(name)
    if (number === this.#words.count) this.#words.add(name)
    numbers.push(number)
    all.push(facts)
  }

  /** Everything by which names are found, portion by portion, once; nothing can be added after that. */
  *rows(): Generator<NameRows> {
    const order = this.#gathered.names.inOrder()
    yield* bearerRows(this.#handOver(), order)
    yield* wordRows(this.#words.inOrder(order))
  }

  /** Nobody keeps it, so its memory is free for what comes after. */
  #handOver(): Gathered {
    const gathered = this.#gathered
    this.#gathered = nobody()
    return gathered
  }
}

function* bearerRows({ names, numbers, facts }: Gathered, order: Uint32Array): Generator<NameRows> {
  const [blocks, villages, years] = [new NameBlocks(), new NarrowLists(), new NarrowLists()]
  const commonness = new Uint8Array(order.length)
  const { rows, starts } = rowsByName(numbers.all(), names.count)
  for (const [n, number] of order.entries()) {
    const own = rows.subarray(starts[number], starts[number + 1])
    const bearers = Array.from(own, row => bearerOf(row, facts.at(row)))
    for (const { village, year } of bearers) {
      villages.add(n, village)
      years.add(n, year)
    }
    commonness[n] = commonnessOf(own.length)
    if (blocks.add(names.bytesOf(number), bearers)) yield { ...blocks.take(), done: (BLOCKS * n) / order.length }
  }
  yield { ...blocks.end(), done: BLOCKS }
  yield villages.rows('village', BLOCKS)
  yield years.rows('year', BLOCKS)
  yield partOf('commonness', commonness, BLOCKS)
}

/** Rows are counted from 0 as they come, and from 1 in the file. */
const bearerOf = (row: number, facts: number): Bearer => ({ id: row + 1, village: facts & 0xffff, year: facts >>> 16 })

/** The rows of a name are `rows[starts[number]]` up to `rows[starts[number + 1]]`. */
function rowsByName(numbers: Uint32Array, count: number): { rows: Uint32Array; starts: Uint32Array } {
  const starts = sharesOf(numbers, count)
  const rows = new Uint32Array(numbers.length)
  const next = starts.slice()
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] ?? 0
    const at = next[number] ?? 0
    rows[at] = row
    next[number] = at + 1
  }
  return { rows, starts }
}

/** How many bear a name, in eighths of a doubling: a byte a name, close enough to tell common names from rare ones. */
const commonnessOf = (count: number): number => Math.round(8 * Math.log2(count))

function* wordRows({ keys, forms, ...lists }: WordLists & { keys: string[]; forms: ReadonlyMap<string, number[]> }): Generator<NameRows> {
  const held = holdersOf(keys.length, lists)
  const counts = Uint32Array.from(keys, (_, key) => (held.places[key + 1] ?? 0) - (held.places[key] ?? 0))
  const { starts, bytes } = packPostings(keys.length, held, lists)
  yield partOf('posting-starts', starts, POSTINGS)
  yield partOf('postings', bytes, POSTINGS)
  yield* vocabularyRows(vocabularyParts(keys, counts, forms))
}
