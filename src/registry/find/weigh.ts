import { BEHIND_WHOLE, COST, distanceOf, FINE, likelierBy, missingCost } from '#shared/registry/name-costs'
import { NUMBER, nameGroups, numberAt, type Postings } from '../names/posting'
import type { Slot } from './slots'

/** Names kept for a closer look. */
const KEPT = 200

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
  /** How many of the other typed words a name may lack. */
  mayLack: number
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
  /** The highest of these. */
  mostCommon: number
}

/** The cheapest names of all passes of one search. */
export class Best {
  /** Cost and number of each name in one number: such a list is sorted without a function. */
  readonly #weighed = new Map<number, number>()
  #last = Number.POSITIVE_INFINITY
  #bound = Number.POSITIVE_INFINITY

  get size(): number {
    return this.#weighed.size
  }

  /** A name that costs more is not taken any more. */
  get bound(): number {
    return this.#bound
  }

  take(n: number, cost: number): boolean {
    if (cost > this.#bound) return false
    const weighed = inOne(n, cost)
    if (weighed > this.#last) return false
    const known = this.#weighed.get(n)
    if (known !== undefined && known <= weighed) return false
    this.#weighed.set(n, weighed)
    if (this.#weighed.size > 2 * KEPT) this.#drop()
    return known === undefined
  }

  inOrder(): Weighed[] {
    return Array.from(this.#sorted(), weighed => ({ n: nameIn(weighed), cost: costIn(weighed) }))
  }

  #sorted(): Float64Array {
    const sorted = new Float64Array(this.#weighed.size)
    let at = 0
    for (const weighed of this.#weighed.values()) sorted[at++] = weighed
    return sorted.sort()
  }

  #drop(): void {
    const kept = this.#sorted().subarray(0, KEPT)
    this.#weighed.clear()
    for (const weighed of kept) this.#weighed.set(nameIn(weighed), weighed)
    this.#last = kept.at(-1) ?? this.#last
    this.#bound = costIn(this.#last)
  }
}

/** Numbers of names have three bytes; costs are a little below 0 at the least, far below 2^8 at the most, and so fine that no two different ones meet. */
const [NAMES, FINEST, LEAST] = [2 ** 24, 2 ** 20, -1]
const inOne = (n: number, cost: number): number => Math.round((cost - LEAST) * FINEST) * NAMES + n
const nameIn = (weighed: number): number => weighed % NAMES
const costIn = (weighed: number): number => Math.floor(weighed / NAMES) / FINEST + LEAST

/** Looks through the names of one slot's words, the cheapest words first, and weighs each whole name against all slots; says how many fit. */
export function runPass(postings: Postings, pass: Pass, best: Best): number {
  const { slots, drive, isWanted, commonness, mostCommon } = pass
  const driver = slots[drive]
  if (!driver) return 0
  const otherSlots = slots.filter((_, index) => index !== drive)
  const others = otherSlots.map(({ marks }) => marks)
  const missing = otherSlots.map(({ term }) => missingCost(term, slots.length))
  const { mayLack } = pass
  const { bytes } = postings
  const mostLikelier = LIKELIER * mostCommon
  const mostSpelling = COST.spelling * Math.min(2, slots.length)
  let left = pass.budget
  let found = 0
  for (const key of driver.order) {
    const own = ((driver.marks[key] ?? 1) - 1) / FINE
    const enough = Math.min(pass.enough, found + pass.enoughOfEach)
    for (const { words, count, from } of nameGroups(postings, key)) {
      const extra = Math.max(0, words - slots.length) * COST.extraWord
      const end = from + NUMBER * words * count
      for (let at = from; at < end; at += NUMBER * words) {
        if (--left < 0) return found
        const other = costOf(others, bytes, at + NUMBER, at + NUMBER * words, missing, mayLack)
        if (other < 0) continue
        const cost = own + other
        const isWhole = cost === 0 || (extra === 0 && cost <= mostSpelling)
        // the commonest of all would come too late; to look up how common each one is costs more than all the rest
        if (!isWhole && BEHIND_WHOLE + cost + extra - mostLikelier > best.bound) continue
        const n = numberAt(bytes, at)
        if (!(isWanted === undefined || isWanted(n))) continue
        const common = commonness[n] ?? 0
        const distance = distanceOf({ cost: cost + extra, isWhole }, LIKELIER * common) - (isWhole ? LIKELIER_WHOLE * common : 0)
        if (best.take(n, distance) && (isWhole || !pass.isForWhole)) found++
        if (found >= enough) break
      }
      if (found >= enough) break
    }
    if (found >= pass.enough) break
  }
  return found
}

/** What the other typed words cost in a name, 0 when it has each as it is; -1 when it lacks more than it may. */
function costOf(
  others: readonly Uint8Array[],
  packed: Uint8Array,
  from: number,
  until: number,
  missing: readonly number[],
  mayLack: number
): number {
  let cost = 0
  let lacks = 0
  for (let index = 0; index < others.length; index++) {
    const marks = others[index] as Uint8Array
    let least = 256
    for (let at = from; at < until; at += NUMBER) {
      const marked = marks[numberAt(packed, at)] as number
      if (marked !== 0 && marked < least) least = marked
    }
    if (least !== 256) {
      cost += (least - 1) / FINE
    } else {
      if (++lacks > mayLack) return -1
      cost += missing[index] as number
    }
  }
  return cost
}
