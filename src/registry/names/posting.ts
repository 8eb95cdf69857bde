/**
 * Which names hold a word, and which other words each of them holds, so that a whole query is weighed in one pass over one word's names.
 * Names of one word come first, then those of two and so on, in pieces that fit a page: `u8 groups, (u8 words, u16 names)*, (u24 name, u24 other word *)*`.
 */

/** Words of a name past the eighth are not searched. */
export const MOST_WORDS = 8
/** A word of common use is spread over so many pieces at most. */
export const PIECES = 2 ** 16

const GROUP = 3
const NUMBER = 3
/** Four pieces share a page of the file. */
const PIECE_BYTES = 3900

/** `names` in order of their count of words; `wordsOf` gives all words of a name, this one among them. */
export function packPosting(key: number, names: Uint32Array, wordsOf: (n: number) => Uint32Array): Buffer[] {
  const pieces: Buffer[] = []
  let from = 0
  let bytes = 0
  names.forEach((n, at) => {
    const more = NUMBER * wordsOf(n).length
    if (bytes + more > PIECE_BYTES) {
      pieces.push(packPiece(key, names.subarray(from, at), wordsOf))
      from = at
      bytes = 0
    }
    bytes += more
  })
  pieces.push(packPiece(key, names.subarray(from), wordsOf))
  if (pieces.length > PIECES) throw new RangeError('a word in more names than a registry can hold')
  return pieces
}

function packPiece(key: number, names: Uint32Array, wordsOf: (n: number) => Uint32Array): Buffer {
  const groups: [words: number, names: number][] = []
  let bytes = 1
  for (const n of names) {
    const words = wordsOf(n).length
    const last = groups.at(-1)
    if (last?.[0] === words) last[1]++
    else groups.push([words, 1])
    bytes += NUMBER * words
  }
  const packed = Buffer.alloc(bytes + GROUP * groups.length)
  let at = packed.writeUInt8(groups.length)
  for (const [words, count] of groups) at = packed.writeUInt16LE(count, packed.writeUInt8(words, at))
  for (const n of names) {
    at = packed.writeUIntLE(n, at, NUMBER)
    for (const word of wordsOf(n)) if (word !== key) at = packed.writeUIntLE(word, at, NUMBER)
  }
  return packed
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
  const packed = Buffer.alloc(NUMBER * names.length)
  for (let index = 0; index < names.length; index++) packed.writeUIntLE(names[index] ?? 0, NUMBER * index, NUMBER)
  return packed
}

export function eachPacked(packed: Uint8Array, take: (n: number) => void): void {
  for (let at = 0; at < packed.length; at += NUMBER) take(numberAt(packed, at))
}
