import { createHash } from 'node:crypto'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { DICTIONARY_BASE64 } from './dictionary'

/** Why bytes from the line could not be unpacked. */
export class CompressError extends Error {
  readonly kind: 'cut-short' | 'unknown-dictionary' | 'damaged' | 'too-large'

  constructor(kind: CompressError['kind']) {
    super(kind)
    this.kind = kind
  }
}

/** The first two bytes say how the rest is packed: as it is, without a dictionary, or with the dictionary of this name. */
const STORED = 0
const ALONE = 1
const PREFIX = 2
/** Every zstd frame begins with these four bytes, so they need not travel. */
const MAGIC = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd)

/** Packs bytes with the shared dictionary; level 3 for a fast line, up to 19 for a slow one. Never grows them by more than two bytes. */
export function compress(bytes: Uint8Array, level: number): Uint8Array {
  const { dictionary, name } = shared()
  const packed = zstdCompressSync(bytes, {
    dictionary,
    pledgedSrcSize: bytes.length,
    params: {
      [constants.ZSTD_c_compressionLevel]: level,
      [constants.ZSTD_c_contentSizeFlag]: 0,
      [constants.ZSTD_c_checksumFlag]: 0,
      [constants.ZSTD_c_dictIDFlag]: 0
    }
  })
  const isSmaller = packed.length - MAGIC.length < bytes.length
  return prefixed(isSmaller ? name : STORED, isSmaller ? packed.subarray(MAGIC.length) : bytes)
}

/** Packs bytes to be kept for years: no dictionary is needed to read them. */
export function compressToKeep(bytes: Uint8Array): Uint8Array {
  return prefixed(ALONE, zstdCompressSync(bytes))
}

/** The bytes that were packed; throws a CompressError for what is no packed text, or would be longer than `maxBytes`. */
export function decompress(packed: Uint8Array, maxBytes: number): Uint8Array {
  if (packed.length < PREFIX) throw new CompressError('cut-short')
  const name = (packed[0] ?? 0) * 256 + (packed[1] ?? 0)
  const rest = packed.subarray(PREFIX)
  if (name === STORED) {
    if (rest.length > maxBytes) throw new CompressError('too-large')
    return rest
  }
  if (name === ALONE) return unpackedAlone(rest, maxBytes)
  const { dictionary, name: ours } = shared()
  if (name !== ours) throw new CompressError('unknown-dictionary')
  return unpacked(rest, dictionary, maxBytes)
}

function unpacked(rest: Uint8Array, dictionary: Uint8Array, maxBytes: number): Uint8Array {
  const frame = new Uint8Array(MAGIC.length + rest.length)
  frame.set(MAGIC)
  frame.set(rest, MAGIC.length)
  try {
    return zstdDecompressSync(frame, { dictionary, maxOutputLength: Math.max(1, maxBytes) })
  } catch (error) {
    throw new CompressError(error instanceof RangeError ? 'too-large' : 'damaged')
  }
}

function unpackedAlone(rest: Uint8Array, maxBytes: number): Uint8Array {
  try {
    return zstdDecompressSync(rest, { maxOutputLength: Math.max(1, maxBytes) })
  } catch (error) {
    throw new CompressError(error instanceof RangeError ? 'too-large' : 'damaged')
  }
}

function prefixed(name: number, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(PREFIX + rest.length)
  bytes[0] = name >> 8
  bytes[1] = name & 0xff
  bytes.set(rest, PREFIX)
  return bytes
}

const loaded = new Map<'shared', { dictionary: Uint8Array; name: number }>()

/** The dictionary and its name, unpacked when first asked for. */
function shared(): { dictionary: Uint8Array; name: number } {
  const known = loaded.get('shared')
  if (known) return known
  const dictionary = Buffer.from(DICTIONARY_BASE64, 'base64')
  const found = { dictionary, name: createHash('sha256').update(dictionary).digest().readUInt16BE(0) || 2 }
  loaded.set('shared', found)
  return found
}
