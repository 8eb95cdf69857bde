import { distance } from 'fastest-levenshtein'

/** So many spellings of one word are looked for. */
const MOST = 6

/**
 * The words that people here are called, nearest to a typed one: one letter away in words of four letters or more, two in those of eight.
 * The typed word may be unfinished, so a word that only begins nearly so counts as well.
 */
export function nearWords(typed: string, known: readonly string[]): string[] {
  if (typed.length < 4) return []
  const allowed = typed.length < 8 ? 1 : 2
  const near: { word: string; far: number }[] = []
  for (const word of known) {
    if (word.length < typed.length - allowed) continue
    const far = Math.min(distance(typed, word), distance(typed, word.slice(0, typed.length)) + 0.5)
    if (far <= allowed + 0.5) near.push({ word, far })
  }
  return near
    .sort((a, b) => a.far - b.far || a.word.localeCompare(b.word))
    .slice(0, MOST)
    .map(({ word }) => word)
}
