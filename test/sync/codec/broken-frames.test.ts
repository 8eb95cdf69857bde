import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBodies, encodeBodies } from '#shared/sync/codec/frame-body'
import { FrameError } from '#shared/sync/codec/frame-error'
import { anyBodies, chained, hashOf, LIMITS, madeId } from './changes'

/** The bodies, or the error; anything but a FrameError fails the test. */
function read(bytes: Uint8Array, limits = LIMITS): string[] | FrameError {
  try {
    return decodeBodies(bytes, hashOf, limits)
  } catch (error) {
    if (error instanceof FrameError) return error
    throw error
  }
}

const isSound = (read: string[] | FrameError): boolean =>
  read instanceof FrameError || (read.length <= LIMITS.maxChanges && read.every(body => body.length <= LIMITS.maxBodyBytes))

const sample = chained(
  Array.from({ length: 40 }, (_, index) => ({
    ops: [
      { type: 'create' as const, entity: 'family', id: madeId(index + 1, 0), fields: { kk: '3324100101100002' } },
      {
        type: 'append' as const,
        entity: 'caseEvent',
        id: madeId(index + 1, 1),
        fields: { caseId: madeId(1, 0), kind: 'note', text: `Catatan ${index}` }
      }
    ]
  }))
)

describe('bytes that are no frame', () => {
  it('end in a FrameError or in texts, wherever they are cut', () => {
    for (const bodies of [sample, sample.slice(0, 3)]) {
      const bytes = encodeBodies(bodies, hashOf)
      for (let end = 0; end < bytes.length; end++) expect(isSound(read(bytes.subarray(0, end)))).toBe(true)
    }
  })

  it('end in a FrameError or in texts, whichever bits are turned', () => {
    const frames = fc.sample(anyBodies, { numRuns: 60, seed: 1 }).map(bodies => encodeBodies(bodies, hashOf))
    const turn = fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(fc.constantFrom(...frames), fc.array(turn, { minLength: 1, maxLength: 6 }), (frame, turns) => {
        const bytes = frame.slice()
        for (const [share, by] of turns) {
          // not the mark of the layout, which would end it at once
          const at = 3 + Math.floor(share * (bytes.length - 3))
          bytes[at] = (bytes[at] ?? 0) ^ by
        }
        expect(isSound(read(bytes))).toBe(true)
      }),
      { numRuns: 3_000 }
    )
  })

  it('end in a FrameError or in texts when they are noise behind a good beginning', () => {
    const good = encodeBodies(sample, hashOf)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(1, 2), (noise, way) => {
        expect(isSound(read(Uint8Array.of(way, good[1] ?? 0, good[2] ?? 0, ...noise)))).toBe(true)
      }),
      { numRuns: 1_500 }
    )
  })

  it('are refused when they are of another layout or a newer format', () => {
    const bytes = encodeBodies(sample, hashOf).slice()
    expect(read(Uint8Array.of(9, ...bytes.subarray(1)))).toMatchObject({ kind: 'newer-format' })
    expect(read(Uint8Array.of(bytes[0] ?? 0, (bytes[1] ?? 0) ^ 1, ...bytes.subarray(2)))).toMatchObject({ kind: 'other-layout' })
  })

  it('are refused when they hold more changes, or longer ones, than allowed', () => {
    const bytes = encodeBodies(sample, hashOf)
    expect(read(bytes, { maxChanges: 39, maxBodyBytes: 10_000 })).toMatchObject({ kind: 'too-many' })
    expect(read(bytes, { maxChanges: 40, maxBodyBytes: 200 })).toMatchObject({ kind: 'too-large' })
  })

  it('[W4] are refused when a few of them would grow into endless text', () => {
    const long = 'x'.repeat(199)
    const fields = { caseId: null, kind: 'note', text: long }
    const ops = Array.from({ length: 4_000 }, (_, n) => ({ type: 'append' as const, entity: 'caseEvent', id: madeId(1, n), fields }))
    const bytes = encodeBodies(chained([{ ops }]), hashOf)
    expect(read(bytes, { maxChanges: 1, maxBodyBytes: 40_000 })).toMatchObject({ kind: 'too-large' })
  })

  it('take time by how many ops and names there are, not by the square of that', () => {
    const work = (count: number): number => {
      const deps = Array.from({ length: count }, (_, n) => `x.${n}`).sort()
      const ops = Array.from({ length: count }, (_, n) => {
        const id = madeId(1, n)
        return { type: 'patch' as const, entity: 'visit', id, fields: { officerId: id.replace('-7', '-4') }, base: { officerId: `y.${n}` } }
      })
      const bodies = chained([{ deps, ops }])
      const before = process.cpuUsage()
      expect(decodeBodies(encodeBodies(bodies, hashOf), hashOf, { maxChanges: 1, maxBodyBytes: 8_000_000 })).toEqual(bodies)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    work(1_000)
    // four times as many: about four, where the square would be sixteen
    expect(work(12_000) / work(3_000)).toBeLessThan(10)
  })
})
