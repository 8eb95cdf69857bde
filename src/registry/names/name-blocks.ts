/**
 * Names in alphabetical order, numbered from 0, each on a line with where its bearers are. A row of the file holds some dozens of them: writing and
 * reading rows costs more than looking through one.
 */

import type Database from 'better-sqlite3'
import { packBearer } from './packed-people'

/** Characters. Eight blocks share a page of the file; a name with more bearers than fit has a block of its own. */
const BLOCK = 1_900

export class NameBlockWriter {
  readonly #save: Database.Statement
  #block = ''
  #first = 0
  #count = 0

  constructor(raw: Database.Database) {
    this.#save = raw.prepare('insert into name values(?, ?)')
  }

  /** `rows` are counted from 0; see `OrderedBearers` for the facts. */
  add(name: string, rows: Uint32Array, facts: Uint32Array): void {
    let people = ''
    for (const row of rows) people += packBearer({ id: row + 1, village: (facts[row] ?? 0) & 0xffff, year: (facts[row] ?? 0) >>> 16 })
    const line = `${name.replace(/[\t\n]/g, ' ')}\t${people}\n`
    if (this.#block.length + line.length > BLOCK) this.flush()
    this.#block += line
    this.#count++
  }

  flush(): void {
    if (this.#block !== '') this.#save.run(this.#first, this.#block)
    this.#first = this.#count
    this.#block = ''
  }
}

/** A name as it is written, and its bearers as `bearerAt` reads them. */
export type StoredName = { name: string; people: string }

export class NameReader {
  readonly #block: Database.Statement

  constructor(raw: Database.Database) {
    this.#block = raw.prepare('select first, names from name where first <= ? order by first desc limit 1')
  }

  /** The n-th name; there must be one. */
  read(n: number): StoredName {
    const { first, names } = this.#block.get(n) as { first: number; names: string }
    let at = 0
    for (let passed = first; passed < n; passed++) at = names.indexOf('\n', at) + 1
    const tab = names.indexOf('\t', at)
    return { name: names.slice(at, tab), people: names.slice(tab + 1, names.indexOf('\n', tab)) }
  }
}
