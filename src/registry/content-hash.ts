import { hash } from 'node:crypto'
import type { Columns } from './person-columns'

/**
 * The hash of a set of rows, whatever their order: the SHA-256 of each row, added up modulo 2^256. It tells two extracts apart and finds a row that
 * was lost on the way; that nobody forged one is the signature's work. The hash of two sets together is the sum of theirs.
 */
export class ContentHash {
  readonly #sum = new Uint32Array(8)

  add(row: Columns): void {
    this.addJson(JSON.stringify(row))
  }

  /** Adds a row that is JSON already. */
  addJson(row: string): void {
    const digest = hash('sha256', row, 'binary')
    let carry = 0
    for (let at = 0; at < 8; at++) {
      const four =
        (digest.charCodeAt(4 * at) |
          (digest.charCodeAt(4 * at + 1) << 8) |
          (digest.charCodeAt(4 * at + 2) << 16) |
          (digest.charCodeAt(4 * at + 3) << 24)) >>>
        0
      const sum = (this.#sum[at] ?? 0) + four + carry
      carry = sum > 0xffffffff ? 1 : 0
      this.#sum[at] = sum
    }
  }

  /** Adds a set of rows by its hash. */
  addSet(digest: string): void {
    const other = Buffer.from(digest, 'hex')
    let carry = 0
    for (let at = 0; at < 8; at++) {
      const sum = (this.#sum[at] ?? 0) + other.readUInt32LE(4 * at) + carry
      carry = sum > 0xffffffff ? 1 : 0
      this.#sum[at] = sum
    }
  }

  digest(): string {
    return Buffer.from(this.#sum.buffer).toString('hex')
  }
}
