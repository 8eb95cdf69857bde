import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import { columnKinds, putRow, readRow } from '#main/changes/rows'
import { type EntityName, entities } from '#shared/changes/entities'
import { sharedDesk } from '#test/support/test-desk'

const { desk } = await sharedDesk()
const { raw } = desk
const names = Object.keys(entities) as EntityName[]

/** Values that the schema of a field could hold, and what SQLite and JSON are known to bend. */
function anyOf(type: z.ZodType): fc.Arbitrary<unknown> {
  const def = type.def as {
    type: string
    innerType?: z.ZodType
    element?: z.ZodType
    shape?: Record<string, z.ZodType>
    entries?: Record<string, string>
    values?: unknown[]
  }
  switch (def.type) {
    case 'nullable':
    case 'optional':
      return fc.option(anyOf(def.innerType as z.ZodType))
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.maxSafeInteger()
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'array':
      return fc.array(anyOf(def.element as z.ZodType), { maxLength: 3 })
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(def.shape ?? {}).map(([field, inner]) => [field, anyOf(inner)])))
    default:
      return fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom("'; drop table resident; --", '<b>', 'null', '1', '01', '{}', '[', '"')
      )
  }
}

it.each(names)('keeps every value of a %s exactly', entity => {
  const fields = Object.entries(entities[entity].shape).filter(([field]) => field !== 'id')
  const arbitrary = fc.record(Object.fromEntries(fields.map(([field, type]) => [field, anyOf(type as z.ZodType)])))
  const id = '0192f0c0-0000-7000-8000-000000000001'
  raw.pragma('foreign_keys = off')
  raw.pragma('ignore_check_constraints = on')
  fc.assert(
    fc.property(arbitrary, fields => {
      raw.exec('begin')
      try {
        const row = { fields: { ...fields, id }, stamps: { '*': 'd.1.1', name: 'd.1.2' } }
        putRow(raw, entity, row)
        expect(readRow(raw, entity, id)).toEqual({ fields: row.fields, stamps: row.stamps })
      } finally {
        raw.exec('rollback')
      }
    }),
    { numRuns: 40 }
  )
})

it('keeps true and false as flags and everything nested as JSON', () => {
  expect(columnKinds.officer).toMatchObject({ name: 'plain', roles: 'json', pin: 'json', isActive: 'flag' })
  expect(columnKinds.resident).toMatchObject({ birthDate: 'plain', address: 'json', domicile: 'json' })
  expect(columnKinds.letter).toMatchObject({ facts: 'json', sequence: 'plain' })
})
