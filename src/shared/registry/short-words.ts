const SHORTEST = 2
const LONGEST = 4

/** Whether a word has no vowels (a Y at its end is one), as forms and cards shorten names: `Gst` for Gusti, `Nym` for Nyoman, `Dg` for Daeng. */
export const isShortWord = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && /^[B-DF-HJ-NP-TV-Z]+[B-DF-HJ-NP-TV-XZ]$/.test(word)

/** The short words that may stand for this one: what is left without its vowels, or the beginning of that from three letters on. */
export function shortWordsOf(word: string): string[] {
  const bare = withoutVowels(word)
  if (bare.length === word.length) return []
  const beginnings = [SHORTEST + 1, LONGEST].filter(length => length < bare.length).map(length => bare.slice(0, length))
  return [bare, ...beginnings].filter(isShortWord)
}

/** Whether the first word is short for the second. */
export const isShortFor = (short: string, word: string): boolean =>
  isShortWord(short) && hasInOrder(word, short) && shortWordsOf(word).includes(short)

/** Whether a word begins with the first of the letters and has the others behind it in their order. */
function hasInOrder(word: string, letters: string): boolean {
  if (word.charCodeAt(0) !== letters.charCodeAt(0)) return false
  let next = 1
  for (let at = 1; at < word.length && next < letters.length; at++) if (word.charCodeAt(at) === letters.charCodeAt(next)) next++
  return next === letters.length
}

/** The first letter and the consonants after it, each of neighbours once; NG within a word is one sound, of which the G is written. */
const withoutVowels = (word: string): string =>
  (
    word.slice(0, 1) +
    word
      .slice(1)
      .replaceAll('NG', 'G')
      .replace(/[AEIOU]/g, '')
  ).replace(/(.)\1+/g, '$1')
