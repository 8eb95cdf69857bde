import type { Comparable } from '#shared/residents/match'

/** A block that is larger tells nothing: everybody of one invented birthday, a family number that means "none". */
const LARGEST_BLOCK = 400
/** In such a block each record is compared with so many that follow it in the order of name and birth date. */
const NEIGHBOURS = 20

/**
 * Which records are worth comparing: those that share what one step of the ladder asks for. A NIK is cut in three, so that one slip leaves two parts
 * whole; the two places where a swap crosses a cut have a key of their own. Every step is covered; the same pair may come more than once.
 */
export class Pairs {
  readonly #people: readonly Comparable[]

  constructor(people: readonly Comparable[]) {
    this.#people = people
  }

  *candidates(): Generator<[number, number]> {
    for (const keyOf of KEYS) yield* this.#within(keyOf)
  }

  *#within(keyOf: (person: Comparable) => string | null): Generator<[number, number]> {
    const blocks = new Map<string, number[]>()
    for (const [at, person] of this.#people.entries()) {
      const key = keyOf(person)
      if (key === null) continue
      const block = blocks.get(key)
      if (block) block.push(at)
      else blocks.set(key, [at])
    }
    for (const block of blocks.values()) {
      if (block.length < 2) continue
      const isLarge = block.length > LARGEST_BLOCK
      const order = isLarge ? this.#byName(block) : block
      const reach = isLarge ? NEIGHBOURS : block.length
      for (let at = 0; at < order.length; at++)
        for (let other = at + 1; other < order.length && other <= at + reach; other++) yield [order[at] ?? 0, order[other] ?? 0]
    }
  }

  #byName(block: readonly number[]): number[] {
    const key = (at: number): string => `${this.#people[at]?.key} ${this.#people[at]?.birthDate ?? ''} ${this.#people[at]?.nik ?? ''}`
    return [...block].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  }
}

type KeyOf = (person: Comparable) => string | null

const nikKey =
  (cut: (nik: string) => string): KeyOf =>
  ({ nik }) =>
    nik && cut(nik)

const swapped = (at: number): KeyOf =>
  nikKey(nik => {
    const [a, b] = [nik.slice(at, at + 1), nik.slice(at + 1, at + 2)]
    return nik.slice(0, at) + (a < b ? a + b : b + a) + nik.slice(at + 2)
  })

const joined = (...parts: (string | null)[]): string | null => (parts.some(part => part === null || part === '') ? null : parts.join('|'))

const KEYS: readonly KeyOf[] = [
  nikKey(nik => nik.slice(0, 10)),
  nikKey(nik => nik.slice(5)),
  nikKey(nik => nik.slice(0, 5) + nik.slice(10)),
  swapped(4),
  swapped(9),
  ({ family }) => family,
  ({ key, birthDate }) => joined(key, birthDate),
  ({ villageCode, birthDate }) => joined(villageCode, birthDate),
  ({ key, villageCode, birthDate }) => birthDate && joined(key, villageCode),
  ({ key, motherKey }) => joined(key, motherKey)
]
