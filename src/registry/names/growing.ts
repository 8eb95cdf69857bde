/** Whole numbers that become more and more, four bytes each. */
export class Growing {
  #numbers: Uint32Array<ArrayBuffer> = new Uint32Array(256)
  length = 0

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      // the narrower one is given back at once: it would lie about until memory is cleared away
      this.#numbers = new Uint32Array(this.#numbers.buffer.transfer(8 * this.length))
    }
    this.#numbers[this.length++] = value
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0
  }

  /** A view, valid until the next push. */
  all(): Uint32Array {
    return this.#numbers.subarray(0, this.length)
  }
}

/** Where each value's share begins when `values` are laid out in order of value: `most + 2` numbers, the last is the count of all. */
export function sharesOf(values: Uint32Array, most: number): Uint32Array {
  const starts = new Uint32Array(most + 2)
  for (const value of values) starts[value + 1] = (starts[value + 1] ?? 0) + 1
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  return starts
}
