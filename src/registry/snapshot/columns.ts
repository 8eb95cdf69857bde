import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { ByteReader, ByteWriter } from './bytes'

/** 19 takes a second for 65,536 rows; the district writes a snapshot once and many desks read it. */
const LEVEL = 19

const pack = (bytes: Uint8Array): Buffer =>
  zstdCompressSync(bytes, { pledgedSrcSize: bytes.length, params: { [constants.ZSTD_c_compressionLevel]: LEVEL } })

/** Far more than a column of a block ever holds: bytes that claim more were made to fill the memory. */
const largestColumn = 64 * 2 ** 20
const unpack = (bytes: Uint8Array): Buffer => zstdDecompressSync(bytes, { maxOutputLength: largestColumn })

/** Whole numbers from 0, all low bytes first, then all second bytes: each plane has a rhythm of its own, so it packs far better than the numbers do. */
export function writeNumbers(to: ByteWriter, values: readonly number[]): void {
  const highest = values.reduce((a, b) => Math.max(a, b), 0)
  const width = highest === 0 ? 0 : Math.ceil(Math.log2(highest + 1) / 8)
  const planes = Buffer.alloc(values.length * width)
  for (let plane = 0, place = 1; plane < width; plane++, place *= 256)
    for (const [at, value] of values.entries()) planes[plane * values.length + at] = Math.floor(value / place) & 255
  to.number(width)
  to.number(values.length)
  if (width > 0) to.block(pack(planes))
}

export function readNumbers(from: ByteReader): number[] {
  const [width, length] = [from.number(), from.number()]
  if (width > 6 || length > largestColumn) throw new RangeError('no column of numbers')
  const values = new Array<number>(length).fill(0)
  if (width === 0) return values
  const planes = unpack(from.block())
  if (planes.length !== width * length) throw new RangeError('a column of another length')
  for (let plane = width - 1; plane >= 0; plane--)
    for (let at = 0; at < length; at++) values[at] = (values[at] ?? 0) * 256 + (planes[plane * length + at] ?? 0)
  return values
}

/** Whole numbers that grow for the most part: of each the step from the one before. */
export function writeSteps(to: ByteWriter, values: readonly number[]): void {
  writeNumbers(
    to,
    values.map((value, at) => {
      const step = value - (values[at - 1] ?? 0)
      return step < 0 ? -2 * step - 1 : 2 * step
    })
  )
}

export function readSteps(from: ByteReader): number[] {
  let value = 0
  return readNumbers(from).map(step => {
    value += step % 2 === 1 ? -(step + 1) / 2 : step / 2
    return value
  })
}

/** Texts as the numbers of their words; the frequent words have the small numbers. Null is no words at all, which no text is. */
export function writeTexts(to: ByteWriter, texts: readonly (string | null)[]): void {
  const split = texts.map(text => (text === null ? [] : text.split(' ')))
  const uses = new Map<string, number>()
  for (const words of split) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1)
  const known = [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
  const numberOf = new Map(known.map((word, index) => [word, index]))
  to.block(pack(Buffer.from(known.join('\n'))))
  to.number(known.length)
  writeNumbers(
    to,
    split.map(words => words.length)
  )
  // the first words of all texts, then the second ones: a first name is followed by others than a first name
  const deepest = split.reduce((most, words) => Math.max(most, words.length), 0)
  const byPlace = Array.from({ length: deepest }, (_, place) =>
    split.flatMap(words => (place < words.length ? [numberOf.get(words[place] ?? '') ?? 0] : []))
  )
  for (const numbers of byPlace) writeNumbers(to, numbers)
}

export function readTexts(from: ByteReader): (string | null)[] {
  const packed = unpack(from.block()).toString('utf8')
  const known = from.number() === 0 ? [] : packed.split('\n')
  const lengths = readNumbers(from)
  const deepest = lengths.reduce((most, length) => Math.max(most, length), 0)
  const texts: (string | null)[] = lengths.map(length => (length === 0 ? null : ''))
  for (let place = 0; place < deepest; place++) {
    const numbers = readNumbers(from)
    let next = 0
    for (let at = 0; at < lengths.length; at++) {
      if (place >= (lengths[at] ?? 0)) continue
      const word = known[numbers[next++] ?? 0] ?? ''
      texts[at] = place === 0 ? word : `${texts[at]} ${word}`
    }
  }
  return texts
}
