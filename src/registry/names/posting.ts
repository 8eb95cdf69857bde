/**
 * Which names hold a word, and which other words each of them holds, so that a whole query is weighed in one pass over one word's names. All of it is
 * in memory while people search: some 12 bytes a name and word. Names of one word come first, then those of two and so on:
 * `u8 groups, (u8 words, u32 names)*, (u24 name, u24 other word *)*` for each word.
 */

import { sharesOf } from './growing'

/** Words of a name past the eighth are not searched. */
export const MOST_WORDS = 8

const GROUP = 5
/** Bytes of a name's or a word's number. */
export const NUMBER = 3

/** The words of the n-th name are `words[starts[n]]` up to `words[starts[n + 1]]`, each once. */
export type WordLists = { words: Uint32Array; starts: Uint32Array }

/** Which names hold each word: those of word w are `holders[places[w]]` up to `holders[places[w + 1]]`, names of few words first. */
export function holdersOf(count: number, { words, starts }: WordLists): { places: Uint32Array; holders: Uint32Array } {
  const places = sharesOf(words, count)
  const holders = new Uint32Array(words.length)
  const next = places.slice()
  for (let length = 1; length <= MOST_WORDS; length++) {
    for (let n = 0; n < starts.length - 1; n++) {
      const [from, until] = [starts[n] ?? 0, starts[n + 1] ?? 0]
      if (until - from !== length) continue
      for (let at = from; at < until; at++) {
        const word = words[at] ?? 0
        const place = next[word] ?? 0
        holders[place] = n
        next[word] = place + 1
      }
    }
  }
  return { places, holders }
}

/** The names of word w are packed from `starts[w]` up to `starts[w + 1]`. */
export type Postings = { starts: Uint32Array; bytes: Uint8Array }

/** Packs the holders of all words. */
export function packPostings(count: number, { places, holders }: ReturnType<typeof holdersOf>, lists: WordLists): Postings {
  const starts = new Uint32Array(count + 1)
  const bytes = Buffer.allocUnsafeSlow(mostBytes(count, lists))
  let at = 0
  for (let word = 0; word < count; word++) {
    starts[word] = at
    at = putWord(bytes, at, word, holders.subarray(places[word], places[word + 1]), lists)
  }
  starts[count] = at
  return { starts, bytes: bytes.subarray(0, at) }
}

function mostBytes(count: number, { starts }: WordLists): number {
  let numbers = 0
  for (let n = 0; n < starts.length - 1; n++) numbers += ((starts[n + 1] ?? 0) - (starts[n] ?? 0)) ** 2
  return NUMBER * numbers + count * (1 + GROUP * MOST_WORDS)
}

function putWord(bytes: Buffer, from: number, word: number, names: Uint32Array, { words, starts }: WordLists): number {
  const counts = new Uint32Array(MOST_WORDS + 1)
  for (const n of names) {
    const length = (starts[n + 1] ?? 0) - (starts[n] ?? 0)
    counts[length] = (counts[length] ?? 0) + 1
  }
  const groups = [...counts.keys()].filter(length => counts[length])
  let at = bytes.writeUInt8(groups.length, from)
  for (const length of groups) at = bytes.writeUInt32LE(counts[length] ?? 0, bytes.writeUInt8(length, at))
  for (const n of names) {
    at = putNumber(bytes, n, at)
    for (let place = starts[n] ?? 0; place < (starts[n + 1] ?? 0); place++) {
      const other = words[place] ?? 0
      if (other !== word) at = putNumber(bytes, other, at)
    }
  }
  return at
}

function putNumber(packed: Uint8Array, value: number, at: number): number {
  packed[at] = value
  packed[at + 1] = value >>> 8
  packed[at + 2] = value >>> 16
  return at + NUMBER
}

/** Names that hold a word and have so many words: each is `words` numbers, its own and then its other words', from `from` on. */
export type NameGroup = { words: number; count: number; from: number }

/** Where the names that hold the word are, those of fewest words first. */
export function nameGroups({ starts, bytes }: Postings, word: number): NameGroup[] {
  const head = starts[word] ?? 0
  let from = head + 1 + GROUP * (bytes[head] ?? 0)
  return Array.from({ length: bytes[head] ?? 0 }, (_, index) => {
    const at = head + 1 + GROUP * index
    const words = bytes[at] ?? 0
    const count = numberAt(bytes, at + 1) + 2 ** 24 * (bytes[at + 4] ?? 0)
    const group = { words, count, from }
    from += NUMBER * words * count
    return group
  })
}

export function numberAt(packed: Uint8Array, at: number): number {
  return (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8) | ((packed[at + 2] ?? 0) << 16)
}

/** A rising list of names, three bytes each. */
export function packNames(names: ArrayLike<number>): Buffer {
  const packed = Buffer.allocUnsafeSlow(NUMBER * names.length)
  for (let index = 0; index < names.length; index++) putNumber(packed, names[index] ?? 0, NUMBER * index)
  return packed
}

export function eachPacked(packed: Uint8Array, take: (n: number) => void): void {
  for (let at = 0; at < packed.length; at += NUMBER) take(numberAt(packed, at))
}
