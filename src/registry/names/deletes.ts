/**
 * The words that are one slip away from another, found by leaving out letters (SymSpell): two such words have a form in common once each may lose
 * one letter. The forms are not kept, only a hash of each, so whoever looks must compare the words themselves.
 */

/** Words shorter than this are too like all others. */
const SHORTEST = 3

export type Deletes = { starts: Uint32Array; words: Uint32Array }

export function indexDeletes(words: readonly string[]): Deletes {
  let entries = 0
  for (const word of words) if (word.length >= SHORTEST) entries += word.length + 1
  const buckets = 2 ** Math.max(4, Math.ceil(Math.log2(entries + 1)) - 1)
  const counts = new Uint32Array(buckets + 1)
  const each = (take: (bucket: number, index: number) => void): void =>
    words.forEach((word, index) => {
      if (word.length >= SHORTEST) eachForm(word, 1, sum => take(bucketOf(sum, buckets), index))
    })
  each(bucket => {
    counts[bucket + 1] = (counts[bucket + 1] ?? 0) + 1
  })
  for (let at = 1; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0)
  const found = new Uint32Array(counts[buckets] ?? 0)
  const next = counts.slice()
  each((bucket, index) => {
    const at = next[bucket] ?? 0
    found[at] = index
    next[bucket] = at + 1
  })
  return { starts: counts, words: found }
}

/** From this length on a typed word may lose two letters: two slips in a long name are as common as one in a short one. */
export const LONG_WORD = 8

/** Calls `take` with the index of every word that may be a slip or two away, some of them twice, and with some that are not. */
export function eachNear({ starts, words }: Deletes, word: string, take: (index: number) => void): void {
  // of a shorter one a letter may be missing
  if (word.length < SHORTEST - 1) return
  const buckets = starts.length - 1
  eachForm(word, word.length < LONG_WORD ? 1 : 2, sum => {
    const bucket = bucketOf(sum, buckets)
    const end = starts[bucket + 1] ?? 0
    for (let at = starts[bucket] ?? 0; at < end; at++) take(words[at] ?? 0)
  })
}

/**
 * The sum of the word and of each that it becomes by losing up to so many letters, once. No form has to be made: what stands before a letter that is
 * left out is summed up once, and of equal neighbours only the first is left out. `sum` and `last` stand for what is kept of the letters before `from`.
 */
function eachForm(word: string, mayLose: number, take: (sum: number) => void, sum = FIRST_SUM, last = 0, from = 0): void {
  take(summed(sum, word, from))
  if (mayLose === 0) return
  let [kept, before] = [sum, last]
  for (let at = from; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    if (letter !== before) eachForm(word, mayLose - 1, take, kept, before, at + 1)
    kept = step(kept, word, at)
    before = letter
  }
}

/** FNV-1a. */
const FIRST_SUM = 0x811c9dc5
const step = (sum: number, text: string, at: number): number => Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
function summed(sum: number, text: string, from: number): number {
  let total = sum
  for (let at = from; at < text.length; at++) total = step(total, text, at)
  return total
}

/** `buckets` is a power of two. */
const bucketOf = (sum: number, buckets: number): number => ((sum ^ (sum >>> 15)) >>> 0) & (buckets - 1)
