/**
 * One pass over the columns of a frame, forwards. What is coded is written once for both ways: when writing, each call takes a value,
 * notes it and gives it back; when reading, the value it is given means nothing and the noted one comes back.
 */
export type Tape = {
  readonly isWriting: boolean
  /** A whole number from 0. */
  uint(column: number, value: number): number
  /** A whole number of either sign. */
  int(column: number, value: number): number
  /** A text that `isPlainText` lets through. */
  text(column: number, value: string): string
  /** A number of `size` bytes that no model makes shorter. */
  noise(size: number, value: number): number
  /** `size` bytes that no model makes shorter. */
  noiseBytes(size: number, value: Uint8Array): Uint8Array
  /** Counts what the change that is being read has cost so far, so that few bytes cannot grow into endless text. */
  spend(cost: number): void
}

/** Ends a text in its column. */
export const TEXT_END = '\u0000'
/** Ends a column of texts. */
export const COLUMN_END = '\u0001'

const brokenPair = /\p{Cs}/u
/** Whether a text can stand in a column of texts. */
export const isPlainText = (text: string): boolean => !text.includes(TEXT_END) && !text.includes(COLUMN_END) && !brokenPair.test(text)

/** Numbers of either sign as numbers from 0, the small ones small. */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)
export const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2)

/** Whether `int` can carry it; what is a little more could not be told apart after doubling. */
export const isCarried = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) < 2 ** 50 && !Object.is(value, -0)
