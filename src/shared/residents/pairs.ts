import { type Comparable, type Match, matchOf } from './match'

/** Two of a list, by their places in it, the earlier first, and why they may be one person. */
export type Link = Match & { a: number; b: number }

/** A block that is larger tells nothing: everybody of one invented birthday, a family number that means "none". */
const LARGEST_BLOCK = 400
/** In such a block each record is compared with so many that follow it in the order of name and birth date. */
const NEIGHBOURS = 20
/** People sorted into blocks, or pairs compared, between two rests: a millisecond or two. */
const STEP = 500

type KeyOf = (person: Comparable) => string | null

/**
 * All pairs that `matchOf` lists, each once. Compared are those alone that share what one step of its ladder asks for. It rests at each
 * `undefined`, so that a caller can let others work. `isAsked` leaves out pairs that nobody wants to know of.
 */
export function* linksAmong(
  people: readonly Comparable[],
  isAsked: (a: number, b: number) => boolean = () => true
): Generator<Link | undefined> {
  const found = new Set<number>()
  let steps = 0
  for (const keyOf of KEYS) {
    const blocks = new Map<string, number[]>()
    for (const [at, person] of people.entries()) {
      if (++steps % STEP === 0) yield undefined
      const key = keyOf(person)
      if (!key) continue
      const block = blocks.get(key)
      if (block) block.push(at)
      else blocks.set(key, [at])
    }
    for (const block of blocks.values()) {
      const { order, reach } = partnersIn(people, block)
      for (const [at, x] of order.entries()) {
        for (let next = at + 1; next < order.length && next <= at + reach; next++) {
          if (++steps % STEP === 0) yield undefined
          const y = order[next] ?? 0
          const [a, b] = x < y ? [x, y] : [y, x]
          const [one, other] = [people[a], people[b]]
          const match = one && other && isAsked(a, b) ? matchOf(one, other) : undefined
          if (!match || found.has(a * people.length + b)) continue
          found.add(a * people.length + b)
          yield { ...match, a, b }
        }
      }
    }
  }
}

/** The records of a block in an order, and with how many of those that follow it each is compared. */
function partnersIn(people: readonly Comparable[], block: readonly number[]): { order: readonly number[]; reach: number } {
  return block.length > LARGEST_BLOCK ? { order: byName(people, block), reach: NEIGHBOURS } : { order: block, reach: block.length }
}

function byName(people: readonly Comparable[], block: readonly number[]): number[] {
  const keyed = block.map(at => ({ at, key: `${people[at]?.key} ${people[at]?.birthDate ?? ''} ${people[at]?.nik ?? ''}` }))
  return keyed.sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : x.at - y.at)).map(({ at }) => at)
}

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

/** A NIK is cut in three, so that one slip leaves two parts whole; the two places where a swap crosses a cut have a key of their own. */
const KEYS: readonly KeyOf[] = [
  nikKey(nik => nik.slice(0, 10)),
  nikKey(nik => nik.slice(5)),
  nikKey(nik => nik.slice(0, 5) + nik.slice(10)),
  swapped(4),
  swapped(9),
  ({ family }) => family,
  ({ key, birthDate }) => joined(key, birthDate),
  ({ villageCode, birthDate }) => joined(villageCode, birthDate),
  ({ key, villageCode }) => joined(key, villageCode),
  ({ key, motherKey }) => joined(key, motherKey)
]
