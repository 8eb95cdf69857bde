import type { LetterBook } from './issued-letter'

/** The numbers of a book that no letter known here carries, in their order. */
export function unusedNumbers({ startAt, nextSequence }: LetterBook, letters: readonly { sequence: number }[]): number[] {
  const given = new Set(letters.map(letter => letter.sequence))
  return Array.from({ length: nextSequence - startAt }, (_, i) => startAt + i).filter(n => !given.has(n))
}

/** Numbers in their order as runs without a hole: `[2, 3, 4, 7]` as `[[2, 4], [7, 7]]`. */
export function runsOf(numbers: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = []
  for (const n of numbers) {
    const run = runs.at(-1)
    if (run && run[1] === n - 1) run[1] = n
    else runs.push([n, n])
  }
  return runs
}
