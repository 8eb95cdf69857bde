import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeId } from '#shared/changes/change'
import { beforeOf, decodeBodies, encodeBodies, encodePlainly, frameLayout } from '#shared/sync/codec/frame-body'
import { compress } from '#wire/compress'
import { HOSTILE } from '../../support/from-schema'
import { anyBodies, chained, DEVICE, hashOf, LIMITS, madeId } from './changes'

const there = (bodies: readonly string[]): Uint8Array => encodeBodies(bodies, hashOf)
const andBack = (bodies: readonly string[]): string[] => decodeBodies(there(bodies), hashOf, LIMITS)
const visit = (fields: object) => ({ type: 'create', entity: 'visit', id: madeId(1, 0), fields }) as const
const patched = (json: string) => chained([{ ops: [visit({ purpose: 'x' })] }]).map(body => body.replace('"x"', json))

describe('a frame of bodies', () => {
  it('gives back any changes to the letter', () => {
    fc.assert(
      fc.property(anyBodies, bodies => {
        expect(andBack(bodies)).toEqual(bodies)
      }),
      { numRuns: 400 }
    )
  })

  it('gives back any texts at all, also such as are no change and no JSON', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.json(),
      fc.constantFrom(...HOSTILE, '\uD800')
    )
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 30 }), bodies => {
        expect(andBack(bodies)).toEqual(bodies)
      }),
      { numRuns: 300 }
    )
  })

  it.each([
    ['minus nought', '-0'],
    ['a number with a needless point', '1.0'],
    ['a number past all integers', '1e21'],
    ['a number in another spelling', '1E+2'],
    ['an escape that need not be one', '"\\u0041"'],
    ['a lone surrogate', '"\\ud800"'],
    ['what ends a column', '"\\u0000\\u0001"'],
    ['a key that is the machinery of JavaScript', '{"__proto__":{"a":1}}'],
    ['keys that are numbers', '{"b":1,"1":2,"0":3}'],
    ['a key twice', '{"a":1,"a":2}'],
    ['a space too many', '[1, 2]']
  ])('gives back %s', (_, json) => {
    expect(andBack(patched(json))).toEqual(patched(json))
  })

  it('gives back fields in the order in which they stood', () => {
    const bodies = chained([
      { ops: [visit({ ticket: 'U-001', day: '2026-11-23', lane: 'general' })] },
      {
        ops: [
          { type: 'patch', entity: 'visit', id: madeId(1, 0), fields: { purpose: 'b', lane: 'general' }, base: { lane: '', purpose: '' } }
        ]
      }
    ])
    expect(andBack(bodies)).toEqual(bodies)
  })

  it('gives back an op, an entity and a field of a newer version', () => {
    const id = madeId(1, 0)
    const bodies = chained([
      { ops: [{ type: 'fold', entity: 'visit', id, by: [1, { a: null }] }] },
      { ops: [{ type: 'create', entity: 'robot', id, fields: { name: 'x' } }] },
      { ops: [visit({ lane: 'general', hologram: true })] },
      { ops: [visit({ lane: 'express', day: 'tomorrow', ticketNo: 1.5, arrivedAt: 'now', officerId: 'nobody' })] }
    ])
    expect(andBack(bodies)).toEqual(bodies)
  })

  it('gives back a text of a megabyte', () => {
    const bodies = chained([{ ops: [visit({ purpose: 'ü'.repeat(1_000_000) })] }])
    expect(decodeBodies(there(bodies), hashOf, { maxChanges: 1, maxBodyBytes: 2_000_000 })).toEqual(bodies)
  })

  it('gives back JSON nested deeper than any stack', () => {
    const bodies = [2_000, 6_000, 200_000].map(
      depth => chained([{}])[0]?.replace('"ops":[]', `"ops":${'['.repeat(depth)}${']'.repeat(depth)}`) ?? ''
    )
    expect(andBack(bodies)).toEqual(bodies)
  })

  it('gives back no changes as no changes', () => {
    expect(andBack([])).toEqual([])
  })

  it('needs nothing of what follows from the change before, if both sides have that', () => {
    const [first = '', ...rest] = chained([{}, { ops: [visit({ lane: 'general' })] }])
    const before = beforeOf(first, hashOf)
    const bytes = encodeBodies(rest, hashOf, before)
    expect(decodeBodies(bytes, hashOf, LIMITS, before)).toEqual(rest)
    expect(there(rest).length - bytes.length).toBeGreaterThan(60)
  })

  it('is read by a program of any other layout when it was made plainly', () => {
    const bodies = chained([{ ops: [visit({ lane: 'general' })] }, {}])
    const bytes = encodePlainly(bodies, hashOf)
    expect([bytes[1], bytes[2]]).toEqual([0, 0])
    expect(there(bodies).subarray(1, 3)).toEqual(Uint8Array.of(frameLayout() >> 8, frameLayout() & 0xff))
    expect(decodeBodies(bytes, hashOf, LIMITS)).toEqual(bodies)
  })

  it('gives the same bytes for the same changes', () => {
    const bodies = chained([{ ops: [visit({ lane: 'general' })] }, {}])
    expect(there(bodies)).toEqual(there(bodies))
  })

  it('tells an id that its change can make again, what it rests on, and who wrote before, in next to nothing', () => {
    const alike = (count: number) =>
      chained(
        Array.from({ length: count }, (_, index) =>
          index === 0
            ? { ops: [{ type: 'create' as const, entity: 'family', id: madeId(1, 0), fields: { kk: null } }] }
            : {
                deps: [changeId(DEVICE, 1, index)],
                ops: [
                  {
                    type: 'patch' as const,
                    entity: 'family',
                    id: madeId(1, 0),
                    fields: { kk: null },
                    base: { kk: changeId(DEVICE, 1, index) }
                  },
                  { type: 'create' as const, entity: 'family', id: madeId(index + 1, 0), fields: { kk: null } }
                ]
              }
        )
      )
    const size = (count: number): number => compress(there(alike(count)), 19).length
    // the two bytes of time that nobody could guess, and hardly more
    expect((size(300) - size(200)) / 100).toBeLessThan(2.6)
  })
})
