import { DistinctNames } from './distinct-names'
import { Growing, sharesOf } from './growing'

/** What the index of names needs of each row, gathered while rows arrive: 8 bytes a row and each distinct name once. */
export class Bearers {
  readonly #names = new DistinctNames()
  readonly #name = new Growing()
  /** Village and year of birth, as they are packed. */
  readonly #facts = new Growing()

  get rows(): number {
    return this.#name.length
  }

  add(name: string, village: number, year: number): void {
    if (village > 0xffff) throw new RangeError('more villages than a country has')
    this.#name.push(this.#names.numberOf(name))
    this.#facts.push(village + 2 ** 16 * year)
  }

  /** All distinct names in alphabetical order. Names are handed out once, and nothing can be added after that. */
  inOrder(): OrderedBearers {
    const byNumber = sharesOf(this.#name.all(), this.#names.count)
    const rows = new Uint32Array(this.rows)
    const next = byNumber.slice()
    this.#name.all().forEach((number, row) => {
      const at = next[number] ?? 0
      rows[at] = row
      next[number] = at + 1
    })
    return { names: this.#names.inOrder(), count: this.#names.count, facts: this.#facts.all(), rows, byNumber }
  }
}

/** The rows of a name are `rows[byNumber[number]]` up to `rows[byNumber[number + 1]]`, counted from 0. */
export type OrderedBearers = {
  names: Iterable<{ number: number; name: string }>
  count: number
  rows: Uint32Array
  byNumber: Uint32Array
  /** Of each row the village, and in the upper half the year of birth. */
  facts: Uint32Array
}
