/**
 * Which names hold a word, and which other words each of them holds, so that a whole query is weighed in one pass over one word's names.
 * Names of one word come first, then those of two and so on, in pieces that fit a page: `u8 groups, (u8 words, u16 names)*, (u24 name, u24 other word *)*`.
 */

import { sharesOf } from './growing'

/** Words of a name past the eighth are not searched. */
export const MOST_WORDS = 8
/** A word of common use is spread over so many pieces at most. */
export const PIECES = 2 ** 16

const GROUP = 3
const NUMBER = 3
/** Four pieces share a page of the file. */
const PIECE_BYTES = 3900

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

/** `names` in order of their count of words; this word is among the words of each. */
export function packPosting(key: number, names: Uint32Array, lists: WordLists): Buffer[] {
  const pieces: Buffer[] = []
  let from = 0
  let bytes = 0
  for (let at = 0; at < names.length; at++) {
    const more = NUMBER * wordCount(lists, names[at] ?? 0)
    if (bytes + more > PIECE_BYTES) {
      pieces.push(packPiece(key, names.subarray(from, at), bytes, lists))
      from = at
      bytes = 0
    }
    bytes += more
  }
  pieces.push(packPiece(key, names.subarray(from), bytes, lists))
  if (pieces.length > PIECES) throw new RangeError('a word in more names than a registry can hold')
  return pieces
}

const wordCount = ({ starts }: WordLists, n: number): number => (starts[n + 1] ?? 0) - (starts[n] ?? 0)

function packPiece(key: number, names: Uint32Array, bytes: number, lists: WordLists): Buffer {
  const groups: [words: number, names: number][] = []
  for (const n of names) {
    const words = wordCount(lists, n)
    const last = groups.at(-1)
    if (last?.[0] === words) last[1]++
    else groups.push([words, 1])
  }
  const packed = Buffer.allocUnsafe(1 + GROUP * groups.length + bytes)
  let at = packed.writeUInt8(groups.length)
  for (const [words, count] of groups) at = packed.writeUInt16LE(count, packed.writeUInt8(words, at))
  for (const n of names) {
    at = putNumber(packed, n, at)
    for (let place = lists.starts[n] ?? 0; place < (lists.starts[n + 1] ?? 0); place++) {
      const word = lists.words[place] ?? 0
      if (word !== key) at = putNumber(packed, word, at)
    }
  }
  return packed
}

function putNumber(packed: Uint8Array, value: number, at: number): number {
  packed[at] = value
  packed[at + 1] = value >>> 8
  packed[at + 2] = value >>> 16
  return at + NUMBER
}

/** Takes a name and where its `words - 1` other words are, three bytes each; false ends the pass. */
export type Weigher = (n: number, packed: Uint8Array, others: number, words: number) => boolean

/** Hands each name of a piece to `weigh`; false when that ended the pass. */
export function eachName(packed: Uint8Array, weigh: Weigher): boolean {
  const groups = packed[0] ?? 0
  let at = 1 + GROUP * groups
  for (let group = 0; group < groups; group++) {
    const head = 1 + GROUP * group
    const words = packed[head] ?? 0
    const count = (packed[head + 1] ?? 0) | ((packed[head + 2] ?? 0) << 8)
    for (let index = 0; index < count; index++) {
      if (!weigh(numberAt(packed, at), packed, at + NUMBER, words)) return false
      at += NUMBER * words
    }
  }
  return true
}

export function numberAt(packed: Uint8Array, at: number): number {
  return (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8) | ((packed[at + 2] ?? 0) << 16)
}

/** A rising list of names, three bytes each. */
export function packNames(names: ArrayLike<number>): Buffer {
  const packed = Buffer.allocUnsafe(NUMBER * names.length)
  for (let index = 0; index < names.length; index++) putNumber(packed, names[index] ?? 0, NUMBER * index)
  return packed
}

export function eachPacked(packed: Uint8Array, take: (n: number) => void): void {
  for (let at = 0; at < packed.length; at += NUMBER) take(numberAt(packed, at))
}
