import type Database from 'better-sqlite3'
import { Growing } from './growing'
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

  save(raw: Database.Database, kind: 'village' | 'year'): void {
    const save = raw.prepare('insert into narrow values(?, ?, ?)')
    this.#lists.forEach((list, value) => {
      if (list) save.run(kind, value, packNames(list.all()))
    })
  }
}
