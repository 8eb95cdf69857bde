/**
 * Names in alphabetical order, numbered from 0, each with where its bearers are. A row of the file holds some dozens of them: writing and reading rows
 * costs more than looking through one. `(u16 bytes of the name, u32 bearers, name, bearers * 8)*`.
 */

import type Database from 'better-sqlite3'
import { BEARER_BYTES } from './bearers'

/** Eight blocks share a page of the file; a name with more bearers than fit has a block of its own. */
const BLOCK_BYTES = 1_900
const HEAD_BYTES = 6

export class NameBlockWriter {
  readonly #save: Database.Statement
  #block = Buffer.allocUnsafe(2 * BLOCK_BYTES)
  #length = 0
  #first = 0
  #count = 0

  constructor(raw: Database.Database) {
    this.#save = raw.prepare('insert into name values(?, ?)')
  }

  /** `rows` are counted from 0; see `OrderedBearers` for the facts. */
  add(name: string, rows: Uint32Array, facts: Uint32Array): void {
    const most = HEAD_BYTES + 3 * name.length + BEARER_BYTES * rows.length
    if (this.#length + most > BLOCK_BYTES) this.flush()
    if (most > this.#block.length) this.#block = Buffer.allocUnsafe(most)
    const block = this.#block
    let at = this.#length + HEAD_BYTES
    const nameBytes = block.write(name, at)
    block.writeUInt32LE(rows.length, block.writeUInt16LE(nameBytes, this.#length))
    at += nameBytes
    for (const row of rows) at = block.writeUInt32LE(facts[row] ?? 0, block.writeUInt32LE(row + 1, at))
    this.#length = at
    this.#count++
  }

  flush(): void {
    if (this.#length > 0) this.#save.run(this.#first, this.#block.subarray(0, this.#length))
    this.#first = this.#count
    this.#length = 0
  }
}

/** A name as it is written, and its bearers as `bearerAt` reads them. */
export type StoredName = { name: string; people: Buffer }

export class NameReader {
  readonly #block: Database.Statement

  constructor(raw: Database.Database) {
    this.#block = raw.prepare('select first, names from name where first <= ? order by first desc limit 1')
  }

  /** The n-th name; there must be one. */
  read(n: number): StoredName {
    const { first, names } = this.#block.get(n) as { first: number; names: Buffer }
    let at = 0
    for (let passed = first; passed < n; passed++) at += HEAD_BYTES + names.readUInt16LE(at) + BEARER_BYTES * names.readUInt32LE(at + 2)
    const from = at + HEAD_BYTES
    const until = from + names.readUInt16LE(at)
    return {
      name: names.toString('utf8', from, until),
      people: names.subarray(until, until + BEARER_BYTES * names.readUInt32LE(at + 2))
    }
  }
}
