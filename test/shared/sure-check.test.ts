import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Change } from '#shared/changes/change'
import { type EntityName, entities } from '#shared/changes/entities'
import { Op } from '#shared/changes/op'
import { sureCheck } from '#shared/sure-check'
import { generateDays } from '../../scripts/generated-days/generate'
import { fromSchema } from '../support/from-schema'
import { anyBodies } from '../sync/codec/changes'

const IDS = ['0192f0c0-0000-7000-8000-000000000009', 'ABCDEF00-0000-4000-8000-000000000000']
const names = Object.keys(entities) as EntityName[]

const asJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? Number(one) : one)) ?? 'null')

/** What stands where something else should: of every kind of JSON, and the edges of the kinds. */
const odd = fc.constantFrom<unknown>(
  ...[null, true, 0, -1, 1.5, 2 ** 53, 1e300, '', ' ', 'x', ' x', 'x\u200B', 'a\u0308', '\u00e4', '2026-02-30', '3324', 'x'.repeat(9_000)],
  ...[IDS[0], 'not-an-id', [], ['x', 'x'], {}, { x: 1 }, [[]], JSON.parse('{"__proto__":{"x":1}}')]
)

/** A value with something in it otherwise: at a place, beside a place, or nothing at a place. */
const bent = (values: fc.Arbitrary<unknown>) =>
  fc
    .tuple(values, fc.infiniteStream(fc.nat(1_000)), fc.option(odd, { freq: 4, nil: undefined }), fc.nat(4))
    .map(([value, draws, wrong, how]) => {
      const copy = asJson(value)
      if (how === 0 || wrong === undefined) return copy
      let at = copy
      for (;;) {
        if (typeof at !== 'object' || at === null) return how === 1 ? wrong : copy
        const keys = Object.keys(at)
        const key = keys[(draws.next().value ?? 0) % Math.max(1, keys.length)]
        const inside = key === undefined ? undefined : (at as Record<string, unknown>)[key]
        if (key !== undefined && typeof inside === 'object' && inside !== null && (draws.next().value ?? 0) % 3 > 0) at = inside
        else {
          if (Array.isArray(at)) at.push(wrong)
          else if (how === 1 && key !== undefined) delete (at as Record<string, unknown>)[key]
          else if (how === 2) Object.defineProperty(at, '__proto__', { value: wrong, enumerable: true, configurable: true, writable: true })
          else (at as Record<string, unknown>)[how === 3 || key === undefined ? 'aside' : key] = wrong
          return copy
        }
      }
    })

/** Whoever is sure of a value would have heard the same from the schema. */
function isRight(schema: z.ZodType, value: unknown): boolean {
  const isSure = sureCheck(schema)(value)
  if (!isSure) return false
  const asked = schema.safeParse(value)
  expect(asked.success).toBe(true)
  expect(isDeepStrictEqual(asked.data, value)).toBe(true)
  return true
}

describe('being sure of a value without asking its schema', () => {
  it.each(names)('is right about %s, whole and in part, whatever is wrong with it', entity => {
    const rows = fromSchema(entities[entity], IDS)
    const part = (entities[entity] as z.ZodObject).partial()
    fc.assert(
      fc.property(bent(rows), value => {
        isRight(entities[entity], value)
        isRight(part, value)
      }),
      { numRuns: 150 }
    )
  })

  it('is right about ops and changes, whatever is wrong with them', () => {
    fc.assert(
      fc.property(bent(anyBodies.map(bodies => bodies.map(body => JSON.parse(body)))), changes => {
        for (const change of Array.isArray(changes) ? changes : [changes]) {
          isRight(Change, change)
          for (const op of Array.isArray(change?.ops) ? change.ops : []) isRight(Op, op)
        }
      }),
      { numRuns: 300 }
    )
  })

  it('is sure of all that a desk writes in its day', async () => {
    const { setUp, visits } = await generateDays({ seed: 5, visits: 12 })
    const bodies = [...setUp, ...visits.flatMap(visit => visit.bodies)]
    for (const body of bodies) {
      const change = JSON.parse(body)
      expect(isRight(Change, change)).toBe(true)
      for (const op of change.ops) {
        expect(isRight(Op, op)).toBe(true)
        if (op.type === 'create') expect(isRight(entities[op.entity as EntityName], { ...op.fields, id: op.id })).toBe(true)
      }
    }
  })

  it('is never sure of what a schema changes, leaves out, or tells by more than its parts', () => {
    const trimmed = z.string().overwrite(text => text.trim())
    expect([sureCheck(trimmed)('x'), sureCheck(trimmed)(' x')]).toEqual([true, false])
    expect(sureCheck(z.object({ a: z.string() }))({ a: 'x', b: 1 })).toBe(false)
    expect(sureCheck(z.looseObject({ a: z.string() }))({ a: 'x', b: 1 })).toBe(true)
    expect(sureCheck(z.looseObject({ a: z.string() }))({ b: 1 })).toBe(false)
    expect(sureCheck(z.object({ a: z.string() }).refine(({ a }) => a !== 'x'))({ a: 'y' })).toBe(false)
    expect(sureCheck(z.record(z.string(), z.string()))(JSON.parse('{"__proto__":"x"}'))).toBe(false)
    expect(sureCheck(z.object({ a: z.string().default('x') }))({})).toBe(false)
    expect(sureCheck(z.coerce.number())(1)).toBe(false)
    expect(sureCheck(z.union([z.object({ a: z.string() }), z.strictObject({ a: z.string(), b: z.int() })]))({ a: 'x', b: 1 })).toBe(false)
  })
})
