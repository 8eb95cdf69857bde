import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CompressError, compress, decompress } from '#wire/compress'

const failure = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof CompressError) return error.kind
    throw error
  }
  return 'none'
}

describe('compression', () => {
  it.each([3, 12, 19])('at level %i gives back what was packed', level => {
    for (const bytes of [Buffer.from(''), Buffer.from('a'), Buffer.from('Dusun Krajan '.repeat(500)), randomBytes(5_000)])
      expect(Buffer.from(decompress(compress(bytes, level), bytes.length))).toEqual(bytes)
  })

  it('never grows what cannot be packed by more than two bytes', () => {
    expect(compress(randomBytes(500), 19).length).toBe(502)
  })

  it('[W4] refuses a bomb before it has grown', () => {
    const bomb = compress(new Uint8Array(50_000_000), 3)
    expect(bomb.length).toBeLessThan(10_000)
    expect(failure(() => decompress(bomb, 1_000_000))).toBe('too-large')
    expect(failure(() => decompress(compress(randomBytes(500), 3), 499))).toBe('too-large')
  })

  it('names a dictionary that is not here, and tells damage from size', () => {
    const packed = compress(Buffer.from('Dusun Krajan '.repeat(500)), 3)
    expect(failure(() => decompress(Uint8Array.of((packed[0] ?? 0) ^ 1, ...packed.subarray(1)), 10_000))).toBe('unknown-dictionary')
    expect(failure(() => decompress(packed.subarray(0, packed.length - 4), 10_000))).toBe('damaged')
    expect(failure(() => decompress(packed.subarray(0, 1), 10_000))).toBe('cut-short')
  })
})
