import { COST, distanceOf, FINE, likelierBy } from '#shared/registry/name-costs'
import { eachName, numberAt, type Postings, type Weigher } from '../names/posting'
import type { Slot } from './slots'

/** Names kept for a closer look. */
const KEPT = 300

export type Weighed = { n: number; cost: number }

/** What common names are ahead, for each step of commonness: an eighth of a doubling. */
export const LIKELIER = likelierBy(2) / 8
/** Among names with every word it only tells equal ones apart. */
const LIKELIER_WHOLE = 0.002

/** How a pass over names goes. */
export type Pass = {
  slots: readonly Slot[]
  /** The slot whose names are looked through. */
  drive: number
  /** Whether a name may lack one of the other typed words. */
  mayLack: boolean
  /** The pass ends after so many names. */
  budget: number
  /** Only names that have every word count as fitting. */
  isForWhole: boolean
  /** The pass ends when so many names fit. */
  enough: number
  /** So many of each driving word are taken, those of fewest words first. */
  enoughOfEach: number
  /** Only names for which this holds. */
  isWanted: ((n: number) => boolean) | undefined
  /** How many bear a name, by name. */
  commonness: Uint8Array
}

/** The cheapest names of all passes of one search. */
export class Best {
  readonly #costs = new Map<number, number>()
  #bound = Number.POSITIVE_INFINITY

  get size(): number {
    return this.#costs.size
  }

  take(n: number, cost: number): boolean {
    if (cost > this.#bound) return false
    const known = this.#costs.get(n)
    if (known !== undefined && known <= cost) return false
    this.#costs.set(n, cost)
    if (this.#costs.size > 4 * KEPT) this.#drop()
    return known === undefined
  }

  inOrder(): Weighed[] {
    return Array.from(this.#costs, ([n, cost]) => ({ n, cost })).sort((a, b) => a.cost - b.cost || a.n - b.n)
  }

  #drop(): void {
    const kept = this.inOrder().slice(0, KEPT)
    this.#bound = kept.at(-1)?.cost ?? this.#bound
    this.#costs.clear()
    for (const { n, cost } of kept) this.#costs.set(n, cost)
  }
}

/** Looks through the names of one slot's words, the cheapest words first, and weighs each whole name against all slots; says how many fit. */
export function runPass(postings: Postings, pass: Pass, best: Best): number {
  const { slots, drive, isWanted, commonness } = pass
  const driver = slots[drive]
  if (!driver) return 0
  const others = slots.filter((_, index) => index !== drive)
  const missing = slots.length > 2 ? COST.missingOfMore : COST.missingOfTwo
  let left = pass.budget
  let found = 0
  for (const key of driver.order) {
    const own = ((driver.marks[key] ?? 1) - 1) / FINE
    const enough = Math.min(pass.enough, found + pass.enoughOfEach)
    const weigh: Weigher = (n, packed, at, words) => {
      if (--left < 0) return false
      const other = costOf(others, packed, at, words, pass.mayLack ? missing : -1)
      if (other < 0 || !(isWanted === undefined || isWanted(n))) return true
      const common = commonness[n] ?? 0
      const extra = Math.max(0, words - slots.length) * COST.extraWord
      const cost = own + other
      const isWhole = cost === 0 || (extra === 0 && cost <= COST.spelling * Math.min(2, slots.length))
      const distance = isWhole ? cost + extra - LIKELIER_WHOLE * common : distanceOf({ cost: cost + extra, isWhole }, LIKELIER * common)
      if (best.take(n, distance) && (isWhole || !pass.isForWhole)) found++
      return found < enough
    }
    eachName(postings, key, weigh)
    if (left < 0 || found >= pass.enough) break
  }
  return found
}

/** What the other typed words cost in a name, 0 when it has each as it is; -1 when it lacks more than it may. */
function costOf(others: readonly Slot[], packed: Uint8Array, at: number, words: number, missing: number): number {
  let cost = 0
  let lacks = 0
  for (const { marks } of others) {
    let least = 0
    for (let word = 1; word < words; word++) {
      const marked = marks[numberAt(packed, at + 3 * (word - 1))] ?? 0
      if (marked !== 0 && (least === 0 || marked < least)) least = marked
    }
    if (least !== 0) {
      cost += (least - 1) / FINE
    } else {
      if (missing < 0 || ++lacks > 1) return -1
      cost += missing
    }
  }
  return cost
}
