import { ByteReader } from './bytes'
import { FrameError } from './frame-error'
import { textOf } from './frame-text'
import type { Layout } from './layout'
import { COLUMN_END, type Tape, TEXT_END, unzigzag } from './tape'
import { type Arrangement, BYTES, EMPTY, SAME } from './writing-tape'

type NumberSource = Pick<ByteReader, 'uint'>
type TextSource = { texts: string[]; at: number }

/** Gives back what a WritingTape noted; throws a FrameError when more is asked for than was noted. */
export class ReadingTape implements Tape {
  readonly isWriting = false
  readonly #numbers: NumberSource[]
  readonly #texts: TextSource[]
  readonly #noise: ByteReader
  #left = 0

  constructor(layout: Layout, arrangement: Arrangement, from: ByteReader) {
    const parts = arrangement === 'rows' ? readRows(layout, from) : readColumns(layout, from)
    this.#numbers = parts.numbers
    this.#texts = parts.texts
    this.#noise = new ByteReader(from.take(from.left))
  }

  /** What the next change may cost. */
  allow(cost: number): void {
    this.#left = cost
  }

  uint(column: number): number {
    this.spend(1)
    const source = this.#numbers[column]
    if (!source) throw new FrameError('damaged')
    return source.uint()
  }

  int(column: number): number {
    return unzigzag(this.uint(column))
  }

  text(column: number): string {
    const source = this.#texts[column]
    const text = source?.texts[source.at]
    if (!source || text === undefined) throw new FrameError('cut-short')
    source.at += 1
    this.spend(text.length + 1)
    return text
  }

  noise(size: number): number {
    let value = 0
    for (let n = 0; n < size; n++) value = value * 256 + this.#noise.byte()
    return value
  }

  noiseBytes(size: number): Uint8Array {
    return this.#noise.take(size)
  }

  spend(cost: number): void {
    this.#left -= cost
    if (this.#left < 0) throw new FrameError('too-large')
  }
}

type Parts = { numbers: NumberSource[]; texts: TextSource[] }

function readRows(layout: Layout, from: ByteReader): Parts {
  const [numberBytes, textByteCount] = [from.uint(), from.uint()]
  const one = new ByteReader(from.take(numberBytes))
  const texts = sourceOf(textOf(from.take(textByteCount)))
  return { numbers: layout.numbers.map(() => one), texts: layout.texts.map(() => texts) }
}

function readColumns(layout: Layout, from: ByteReader): Parts {
  const marks = layout.numbers.map(() => from.uint())
  const textByteCount = from.uint()
  const numbers = marks.map(mark => readColumn(mark, from))
  const columns = textOf(from.take(textByteCount)).split(COLUMN_END)
  if (columns.length !== layout.texts.length + 1) throw new FrameError('damaged')
  return { numbers, texts: layout.texts.map((_, index) => sourceOf(columns[index] ?? '')) }
}

function readColumn(mark: number, from: ByteReader): NumberSource {
  if (mark >= BYTES) return new ByteReader(from.take(mark - BYTES + 1))
  if (mark === EMPTY) return new ByteReader(new Uint8Array())
  const value = mark === SAME ? from.byte() : 0
  return { uint: () => value }
}

function sourceOf(joined: string): TextSource {
  const texts = joined.split(TEXT_END)
  texts.pop()
  return { texts, at: 0 }
}
