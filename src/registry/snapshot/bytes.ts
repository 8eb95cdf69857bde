/** Bytes in the order they are written: whole numbers of any size as varints, and blocks with their length before them. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(65_536)
  #length = 0

  number(value: number): void {
    let rest = value
    this.#room(8)
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) | 128
      rest = Math.floor(rest / 128)
    }
    this.#bytes[this.#length++] = rest
  }

  block(bytes: Uint8Array): void {
    this.number(bytes.length)
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  text(text: string): void {
    this.block(Buffer.from(text))
  }

  done(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(2 * (this.#length + more))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}

/** Reads what a ByteWriter wrote; throws a RangeError past the end. */
export class ByteReader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  number(): number {
    let [value, place] = [0, 1]
    for (;;) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined || place > 2 ** 49) throw new RangeError('the snapshot ends too early')
      value += (byte & 127) * place
      if (byte < 128) return value
      place *= 128
    }
  }

  block(): Buffer {
    const length = this.number()
    if (this.#at + length > this.#bytes.length) throw new RangeError('the snapshot ends too early')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  /** A block that is read like the whole. */
  inner(): ByteReader {
    return new ByteReader(this.block())
  }

  text(): string {
    return this.block().toString('utf8')
  }
}
