import { beforeAll, describe, expect, it } from 'vitest'
import { beforeOf, decodeBodies, encodeBodies } from '#shared/sync/codec/frame-body'
import { compress, decompress } from '#wire/compress'
import { generateEdits } from '../../../scripts/generated-days/edits'
import { type GeneratedVisit, generateDays } from '../../../scripts/generated-days/generate'
import { hashOf, LIMITS } from './changes'

const LEVEL = 19

describe('an invented day at the desk', () => {
  let visits: GeneratedVisit[]
  let bodies: string[]
  beforeAll(async () => {
    const made = await generateDays({ seed: 77, visits: 40 })
    visits = made.visits
    bodies = [...made.setUp, ...visits.flatMap(visit => visit.bodies)]
  })

  it.each([1, 7, 64, 500])('comes back to the letter in frames of %i', size => {
    for (let from = 0; from < bodies.length; from += size) {
      const before = from > 0 ? beforeOf(bodies[from - 1] ?? '', hashOf) : undefined
      const packed = compress(encodeBodies(bodies.slice(from, from + size), hashOf, before), 3)
      expect(decodeBodies(decompress(packed, 4_000_000), hashOf, LIMITS, before)).toEqual(bodies.slice(from, from + size))
    }
  })

  it('takes at most a twelfth of its documents on a slow line', () => {
    const [first = '', ...rest] = bodies
    const frames = Array.from({ length: Math.ceil(rest.length / 64) }, (_, n) => rest.slice(64 * n, 64 * n + 64))
    const sent = frames.map(
      (frame, n) => compress(encodeBodies(frame, hashOf, beforeOf(frames[n - 1]?.at(-1) ?? first, hashOf)), LEVEL).length
    )
    const documents = visits.map(({ document }) => JSON.stringify(document).length)
    expect(sum(documents) / sum(sent)).toBeGreaterThan(12)
  })
})

it('a correction of two fields takes at most 30 bytes in a batch', async () => {
  const { earlier, edits } = await generateEdits({ seed: 78, count: 60 })
  const before = beforeOf(earlier.at(-1) ?? '', hashOf)
  const bytes = encodeBodies(edits, hashOf, before)
  expect(decodeBodies(bytes, hashOf, LIMITS, before)).toEqual(edits)
  expect(compress(bytes, LEVEL).length / edits.length).toBeLessThan(30)
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
