import { COST } from '#shared/registry/name-costs'
import { countOfBearers } from '../names/packed-people'
import type { FittingName } from './places'

/** Names read beyond those that are shown, because the closer look may change their order. */
export const SPARE = 10

/** Names that were read, until there are enough of them for a list. */
export class Chosen<N extends FittingName> {
  readonly names: N[] = []
  readonly #limit: number
  #people = 0
  #worst = Number.POSITIVE_INFINITY

  constructor(limit: number) {
    this.#limit = limit
  }

  /** The closer look may change the order, so a few more are read than are shown. */
  isFull(cost: number): boolean {
    return this.names.length >= this.#limit + SPARE || (cost > this.#worst && this.names.length >= SPARE)
  }

  add(name: N, cost: number): void {
    this.names.push(name)
    this.#people += countOfBearers(name.people)
    if (this.#people >= this.#limit && this.#worst === Number.POSITIVE_INFINITY) this.#worst = cost + COST.order
  }
}
