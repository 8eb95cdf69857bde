/**
 * Names in alphabetical order, numbered from 0, each on a line with where its bearers are. A row of the file holds some dozens of them: writing and
 * reading rows costs more than looking through one.
 */

import type Database from 'better-sqlite3'
import type { NameRows } from './name-rows'
import { BEARER, type Bearer, putBearer } from './packed-people'

/** Bytes. Eight blocks share a page of the file; a name with more bearers than fit has a block of its own. */
const BLOCK = 1_900
/** Bytes that are handed on together. */
const PORTION = 2 ** 20

const [TAB, LINE, SPACE] = [9, 10, 32]

export class NameBlocks {
  #bytes = Buffer.allocUnsafeSlow(PORTION)
  #rows: [first: number, names: Uint8Array][] = []
  #from = 0
  #at = 0
  #first = 0
  #count = 0

  /** The next name, with its bearers; says whether it is time to take what is ready. */
  add(name: Uint8Array, bearers: readonly Bearer[]): boolean {
    const length = name.length + BEARER * bearers.length + 2
    if (this.#at > this.#from && this.#at - this.#from + length > BLOCK) this.#close()
    this.#room(length)
    for (const byte of name) this.#bytes[this.#at++] = byte === TAB || byte === LINE ? SPACE : byte
    this.#bytes[this.#at++] = TAB
    for (const bearer of bearers) {
      putBearer(this.#bytes, this.#at, bearer)
      this.#at += BEARER
    }
    this.#bytes[this.#at++] = LINE
    this.#count++
    return this.#from > PORTION / 2
  }

  /** The blocks that are whole. */
  take(): Pick<NameRows, 'table' | 'rows'> {
    const rows = this.#rows
    const open = this.#bytes.subarray(this.#from, this.#at)
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(PORTION, 2 * open.length))
    open.copy(this.#bytes)
    this.#rows = []
    this.#from = 0
    this.#at = open.length
    return { table: 'name', rows }
  }

  /** The blocks that are left. */
  end(): Pick<NameRows, 'table' | 'rows'> {
    if (this.#at > this.#from) this.#close()
    return this.take()
  }

  #close(): void {
    this.#rows.push([this.#first, this.#bytes.subarray(this.#from, this.#at)])
    this.#from = this.#at
    this.#first = this.#count
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(2 * (this.#at + more))
    this.#bytes.copy(larger, 0, 0, this.#at)
    // what is closed stays where it is until it is taken
    this.#bytes = larger
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
