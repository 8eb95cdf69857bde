import { Growing } from './growing'
import type { NameRows } from './name-rows'
import { packNames } from './posting'

/** Which names occur at all in a village, or in a year of birth; 0 stands for those of whom it is not known. */
export class NarrowLists {
  readonly #lists: (Growing | undefined)[] = []
  readonly #last = new Int32Array(2 ** 16).fill(-1)

  /** Names come in rising order. */
  add(n: number, value: number): void {
    if (this.#last[value] === n) return
    this.#last[value] = n
    let list = this.#lists[value]
    if (!list) {
      list = new Growing()
      this.#lists[value] = list
    }
    list.push(n)
  }

  rows(kind: 'village' | 'year', done: number): NameRows {
    const rows = this.#lists.flatMap((list, value) => (list ? [[kind, value, packNames(list.all())]] : []))
    return { table: 'narrow', rows, done }
  }
}
