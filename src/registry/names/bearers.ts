import { Growing, sharesOf } from './growing'

/** Where the bearers of one name are, packed for `name.people`: row, village and year of birth, the last two 0 when unknown. */
const BYTES = 8

/** What the index of names needs of each row, gathered while rows arrive: about 12 bytes a row and each distinct name once. */
export class Bearers {
  readonly #numberOf = new Map<string, number>()
  readonly #name = new Growing()
  readonly #village = new Growing()
  readonly #year = new Growing()

  get rows(): number {
    return this.#name.length
  }

  add(name: string, village: number, year: number): void {
    if (village > 0xffff) throw new RangeError('more villages than a country has')
    const known = this.#numberOf.get(name)
    const number = known ?? this.#numberOf.size
    if (known === undefined) this.#numberOf.set(name, number)
    this.#name.push(number)
    this.#village.push(village)
    this.#year.push(year)
  }

  /** All distinct names in alphabetical order. */
  inOrder(): OrderedBearers {
    const names = [...this.#numberOf.keys()].sort()
    const rank = new Uint32Array(names.length)
    names.forEach((name, n) => {
      rank[this.#numberOf.get(name) ?? 0] = n
    })
    this.#numberOf.clear()
    const ranks = this.#name.all().map(number => rank[number] ?? 0)
    const starts = sharesOf(ranks, names.length)
    const rows = new Uint32Array(ranks.length)
    const next = starts.slice()
    ranks.forEach((n, row) => {
      const at = next[n] ?? 0
      rows[at] = row
      next[n] = at + 1
    })
    return { names, starts, rows, villages: this.#village.all(), years: this.#year.all() }
  }
}

/** The rows of the n-th name are `rows[starts[n]]` up to `rows[starts[n + 1]]`, counted from 0. */
export type OrderedBearers = { names: string[]; starts: Uint32Array; rows: Uint32Array; villages: Uint32Array; years: Uint32Array }

export function packBearers({ starts, rows, villages, years }: OrderedBearers, n: number): Buffer {
  const [from, until] = [starts[n] ?? 0, starts[n + 1] ?? 0]
  const packed = Buffer.alloc(BYTES * (until - from))
  for (let at = from; at < until; at++) {
    const row = rows[at] ?? 0
    packed.writeUInt32LE(row + 1, BYTES * (at - from))
    packed.writeUInt16LE(villages[row] ?? 0, BYTES * (at - from) + 4)
    packed.writeUInt16LE(years[row] ?? 0, BYTES * (at - from) + 6)
  }
  return packed
}

/** How many bear each name, in eighths of a doubling: a byte a name, close enough to tell common names from rare ones. */
export function commonnessOf({ names, starts }: OrderedBearers): Uint8Array {
  return Uint8Array.from(names, (_, n) => Math.round(8 * Math.log2((starts[n + 1] ?? 0) - (starts[n] ?? 0))))
}

export type Bearer = { id: number; village: number; year: number }

export const countOfBearers = (packed: Buffer): number => packed.length / BYTES

export function bearerAt(packed: Buffer, index: number): Bearer {
  const at = BYTES * index
  return { id: packed.readUInt32LE(at), village: packed.readUInt16LE(at + 4), year: packed.readUInt16LE(at + 6) }
}
