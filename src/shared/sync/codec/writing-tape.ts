import { ByteWriter } from './bytes'
import { textBytes } from './frame-text'
import type { Layout } from './layout'
import { COLUMN_END, type Tape, TEXT_END, zigzag } from './tape'

/** How a frame's columns lie: each for itself, or (few changes) all values one after another as they come. */
export type Arrangement = 'columns' | 'rows'

/** Marks of a column: empty, all zeros, all the same byte, or this many bytes and three. */
export const EMPTY = 0
export const ZEROS = 1
export const SAME = 2
export const BYTES = 3

/** Notes values in columns. */
export class WritingTape implements Tape {
  readonly isWriting = true
  readonly #numbers: ByteWriter[]
  readonly #texts: string[][]
  readonly #noise = new ByteWriter()
  readonly #arrangement: Arrangement

  constructor(layout: Layout, arrangement: Arrangement) {
    this.#arrangement = arrangement
    const [one, texts] = [new ByteWriter(), [] as string[]]
    this.#numbers = layout.numbers.map(() => (arrangement === 'rows' ? one : new ByteWriter()))
    this.#texts = layout.texts.map(() => (arrangement === 'rows' ? texts : []))
  }

  uint(column: number, value: number): number {
    this.#numbers[column]?.uint(value)
    return value
  }

  int(column: number, value: number): number {
    this.#numbers[column]?.uint(zigzag(value))
    return value
  }

  text(column: number, value: string): string {
    this.#texts[column]?.push(value + TEXT_END)
    return value
  }

  noise(size: number, value: number): number {
    for (let scale = 256 ** (size - 1); scale >= 1; scale /= 256) this.#noise.byte(Math.floor(value / scale) % 256)
    return value
  }

  noiseBytes(_: number, value: Uint8Array): Uint8Array {
    this.#noise.put(value)
    return value
  }

  spend(): void {}

  /** All that was noted: marks, numbers, texts, and last what cannot be compressed. */
  done(into: ByteWriter): void {
    if (this.#arrangement === 'rows') this.#putRows(into)
    else this.#putColumns(into)
  }

  #putRows(into: ByteWriter): void {
    const numbers = this.#numbers[0]?.done() ?? new Uint8Array()
    const texts = textBytes((this.#texts[0] ?? []).join(''))
    into.uint(numbers.length)
    into.uint(texts.length)
    into.put(numbers)
    into.put(texts)
    into.put(this.#noise.done())
  }

  #putColumns(into: ByteWriter): void {
    const rest = new ByteWriter()
    for (const column of this.#numbers) putColumn(column.done(), into, rest)
    const texts = textBytes(this.#texts.map(column => column.join('') + COLUMN_END).join(''))
    into.uint(texts.length)
    into.put(rest.done())
    into.put(texts)
    into.put(this.#noise.done())
  }
}

function putColumn(bytes: Uint8Array, marks: ByteWriter, rest: ByteWriter): void {
  const [first] = bytes
  if (first === undefined) marks.byte(EMPTY)
  else if (first < 0x80 && bytes.every(byte => byte === first)) {
    marks.byte(first === 0 ? ZEROS : SAME)
    if (first !== 0) rest.byte(first)
  } else {
    marks.uint(bytes.length - 1 + BYTES)
    rest.put(bytes)
  }
}
