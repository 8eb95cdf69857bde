import { FrameError } from './frame-error'

/** Whole numbers take 7 bits a byte, the low ones first; this many bytes hold every safe integer. */
const LONGEST_UINT = 8

/** Bytes that grow as they are written. */
export class ByteWriter {
  #bytes = new Uint8Array(64)
  #length = 0

  get length(): number {
    return this.#length
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.#length++] = value
  }

  /** A whole number from 0 to 2^53 - 1. */
  uint(value: number): void {
    let rest = value
    for (; rest > 0x7fff_ffff; rest = Math.floor(rest / 128)) this.byte((rest % 128) + 128)
    for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80)
    this.byte(rest)
  }

  put(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** What has been written; it is not copied. */
  done(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #grow(by: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by))
    grown.set(this.done())
    this.#bytes = grown
  }
}

/** Reads what a ByteWriter wrote; throws a FrameError instead of reading past the end. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  byte(): number {
    const value = this.#bytes[this.#at]
    if (value === undefined) throw new FrameError('cut-short')
    this.#at += 1
    return value
  }

  uint(): number {
    let value = 0
    let scale = 1
    for (let n = 0; n < LONGEST_UINT; n++) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) break
        return value
      }
      scale *= 128
    }
    throw new FrameError('damaged')
  }

  take(size: number): Uint8Array {
    if (size > this.left) throw new FrameError('cut-short')
    this.#at += size
    return this.#bytes.subarray(this.#at - size, this.#at)
  }
}
