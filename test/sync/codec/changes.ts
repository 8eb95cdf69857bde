// Changes of one desk for the codec's tests: real ones of an invented visit, and any that the schemas let through.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type Change, changeId, FIRST_PREV } from '#shared/changes/change'
import { type EntityName, entities } from '#shared/changes/entities'
import { entityId } from '#shared/changes/entity-id'
import { fromSchema } from '../../support/from-schema'

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export const DEVICE = 'cd1990b6-ed72-468a-8b0f-aa3b6346caba'
export const BOOT = 'a1341907-a26d-45e8-921d-76609b3ac9cf'
export const LIMITS = { maxChanges: 500, maxBodyBytes: 524_288 }
const WALL = Date.UTC(2026, 10, 23, 1, 30)

/** Some changes as a desk would seal them: numbered, chained, each a while after the one before. */
export function chained(parts: readonly Partial<Change>[], first = 1, prev = FIRST_PREV): string[] {
  let last = prev
  return parts.map((part, index) => {
    const seq = first + index
    const at = { wall: WALL + index * 41_003, boot: BOOT, mono: 1_200 + index * 41_003 }
    const id = changeId(DEVICE, 1, seq)
    const change: Change = { v: 2, id, device: DEVICE, epoch: 1, seq, prev: last, deps: [], at, officer: null, ops: [], ...part }
    const body = JSON.stringify(change)
    last = hashOf(body)
    return body
  })
}

/** The id of the n-th entity that the change of this number makes. */
export const madeId = (seq: number, n: number, first = 1): string => entityId({ wall: WALL + (seq - first) * 41_003, boot: BOOT, seq, n })

const IDS = [
  madeId(1, 0),
  madeId(1, 1),
  madeId(3, 0),
  '0192f0c0-0000-7000-8000-000000000009',
  DEVICE,
  'ABCDEF00-0000-4000-8000-000000000000'
]
const REFS = [changeId(DEVICE, 1, 1), changeId(DEVICE, 1, 2), changeId(DEVICE, 2, 7), 'a.b.c', '', 'x'.repeat(80), `${DEVICE}.1.007`]

const anyRef = fc.constantFrom(...REFS)
const asJson = (value: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null')
  } catch {
    return null
  }
}

/** An op on any entity whose fields the schema mostly lets through, some of them left out. */
const anyOp: fc.Arbitrary<unknown> = fc.constantFrom(...(Object.keys(entities) as EntityName[])).chain(entity => {
  const fields = fc.tuple(fromSchema(entities[entity], IDS), fc.double({ min: 0, max: 1 }), fc.boolean()).map(([row, share, isTurned]) => {
    const { id: _, ...all } = Object(asJson(row)) as Record<string, unknown>
    const some = Object.entries(all).filter((__, index) => (index * 0.37) % 1 <= share)
    return Object.fromEntries(isTurned ? some.reverse() : some)
  })
  const on = { entity: fc.constant(entity as string), id: fc.constantFrom(...IDS) }
  const base = fc.dictionary(fc.constantFrom(...Object.keys(entities[entity].shape), '*', 'unknown'), anyRef, { maxKeys: 4 })
  const status = fc.constantFrom('waiting', 'called', 'sent', 'draft', 'asked', 'no such')
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constantFrom('create', 'append'), ...on, fields }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('patch'), ...on, fields, base }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('transition'), ...on, from: status, to: status, fields, base }) },
    fc.record({ type: fc.constant('merge'), ...on, into: fc.constantFrom(...IDS), base }),
    fc.record({ type: fc.constantFrom('unmerge', 'tombstone'), ...on, base }),
    fc.record({ type: fc.constant('resolve'), ...on, clash: anyRef, fields, base }),
    fc.record({ type: fc.constant('of-a-newer-version'), ...on, anything: fc.anything().map(asJson) })
  ) as fc.Arbitrary<unknown>
})

/** Changes that follow one another, sometimes badly. */
export const anyBodies: fc.Arbitrary<string[]> = fc
  .array(
    fc.record(
      {
        ops: fc.array(anyOp, { maxLength: 4 }) as fc.Arbitrary<Change['ops']>,
        deps: fc.array(anyRef, { maxLength: 3 }),
        officer: fc.option(fc.constantFrom(...IDS)),
        replaces: anyRef,
        v: fc.constantFrom(1, 2, 3),
        seq: fc.constantFrom(1, 5, 2 ** 40),
        at: fc.record({
          wall: fc.constantFrom(WALL, 0, WALL - 5, 2 ** 47),
          boot: fc.constantFrom(BOOT, 'boot', DEVICE),
          mono: fc.constantFrom(0, -7, 99)
        })
      },
      { requiredKeys: ['ops'] }
    ),
    { maxLength: 40 }
  )
  .map(parts => chained(parts))
