/** Bytes that can be read more than once, from one place up to but not with another. */
export type Bytes = (from: number, to: number) => AsyncIterable<Uint8Array>

/** Bytes as they come, handed out in the lengths that are asked for. */
export class Pieces {
  readonly #source: AsyncIterator<Uint8Array>
  #waiting: Uint8Array[] = []
  /** How many bytes have come and were not handed out. */
  left = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** The next bytes; undefined when fewer are left. */
  async take(length: number): Promise<Buffer | undefined> {
    while (this.left < length) {
      const { value, done } = await this.#source.next()
      if (done) return undefined
      this.#waiting.push(value)
      this.left += value.length
    }
    const all = Buffer.concat(this.#waiting)
    this.#waiting = all.length > length ? [all.subarray(length)] : []
    this.left -= length
    return all.subarray(0, length)
  }

  async end(): Promise<void> {
    await this.#source.return?.()
  }
}
