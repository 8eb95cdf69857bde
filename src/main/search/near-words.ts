import { distance } from 'fastest-levenshtein'
import { isShortFor, isShortWord } from '#shared/registry/short-words'
import { areSpokenAlike, isCalled } from '#shared/registry/spoken-alike'

/** So many spellings of one word are looked for, and so many words that a short one may stand for. */
const MOST = 6
const MOST_LONG = 20

/**
 * The words that people here are called, nearest to a typed one: one letter away in words of four letters or more, two in those of eight.
 * The typed word may be unfinished, so a word that only begins nearly so counts as well. Of a word without vowels, those that forms shorten to it;
 * and those that are spoken alike.
 */
export function nearWords(typed: string, known: readonly string[]): string[] {
  const long = isShortWord(typed) ? known.filter(word => isShortFor(typed, word)).slice(0, MOST_LONG) : []
  const alike = known.filter(word => areSpokenAlike(typed, word) || isCalled(typed, word)).slice(0, MOST)
  if (typed.length < 4) return [...long, ...alike]
  const allowed = typed.length < 8 ? 1 : 2
  const near: { word: string; far: number }[] = []
  for (const word of known) {
    if (word.length < typed.length - allowed) continue
    const far = Math.min(distance(typed, word), distance(typed, word.slice(0, typed.length)) + 0.5)
    if (far <= allowed + 0.5) near.push({ word, far })
  }
  const nearest = near.sort((a, b) => a.far - b.far || a.word.localeCompare(b.word)).slice(0, MOST)
  return [...new Set([...long, ...alike, ...nearest.map(({ word }) => word)])]
}
