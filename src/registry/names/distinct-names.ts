import { Growing } from './growing'
import { inByteOrder } from './sort-bytes'

/** Names that were given so far, each once, as bytes in one long run: as strings in a map they would take four times the memory. */
export class DistinctNames {
  #bytes = Buffer.from(new ArrayBuffer(2 ** 20))
  readonly #starts = new Growing()
  #hashes = new Growing()
  /** The number of a name, plus 1, where its hash leads to, or in the next free place. */
  #places = new Uint32Array(2 ** 12)

  constructor() {
    this.#starts.push(0)
  }

  get count(): number {
    return this.#starts.length - 1
  }

  /** The number of a name, counted from 0 in the order in which they came. */
  numberOf(name: string): number {
    const from = this.#startOf(this.count)
    this.#room(from + 3 * name.length)
    const until = from + this.#bytes.write(name, from)
    const hash = hashOf(this.#bytes, from, until)
    let place = hash & (this.#places.length - 1)
    for (let found = this.#places[place] ?? 0; found !== 0; found = this.#places[place] ?? 0) {
      if (this.#hashes.at(found - 1) === hash && this.#isSame(found - 1, from, until)) return found - 1
      place = (place + 1) & (this.#places.length - 1)
    }
    this.#starts.push(until)
    this.#hashes.push(hash)
    this.#places[place] = this.count
    if (2 * this.count > this.#places.length) this.#spread()
    return this.count - 1
  }

  /** The numbers of all names in the order of their bytes. Nothing can be added after that. */
  inOrder(): Uint32Array {
    this.#hashes = new Growing()
    this.#places = new Uint32Array(0)
    return inByteOrder({ bytes: this.#bytes, starts: this.#starts.all() })
  }

  /** The bytes of a name, valid until the next is added. */
  bytesOf(number: number): Buffer {
    return this.#bytes.subarray(this.#startOf(number), this.#startOf(number + 1))
  }

  #startOf(number: number): number {
    return this.#starts.at(number)
  }

  #isSame(number: number, from: number, until: number): boolean {
    const start = this.#startOf(number)
    if (this.#startOf(number + 1) - start !== until - from) return false
    for (let at = from; at < until; at++) if (this.#bytes[at] !== this.#bytes[start + at - from]) return false
    return true
  }

  #room(bytes: number): void {
    if (bytes <= this.#bytes.length) return
    this.#bytes = Buffer.from(this.#bytes.buffer.transfer(Math.max(bytes, Math.ceil(1.5 * this.#bytes.length))))
  }

  #spread(): void {
    const places = new Uint32Array(2 * this.#places.length)
    for (let number = 0; number < this.count; number++) {
      let place = this.#hashes.at(number) & (places.length - 1)
      while (places[place] !== 0) place = (place + 1) & (places.length - 1)
      places[place] = number + 1
    }
    this.#places = places
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, until: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < until; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
