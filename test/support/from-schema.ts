// Inputs that a schema lets through, mostly: the ids that exist, the texts that break things, and now and then something of another kind.
import fc from 'fast-check'
import type { z } from 'zod'

type Def = {
  type: string
  format?: string
  innerType?: z.ZodType
  element?: z.ZodType
  shape?: Record<string, z.ZodType>
  options?: z.ZodType[]
  entries?: Record<string, string>
  values?: unknown[]
  checks?: { _zod: { def: { check: string; pattern?: RegExp; maximum?: number; minimum?: number; value?: number } } }[]
}

export const HOSTILE = [
  "'; drop table resident; --",
  '<script>alert(1)</script>',
  '<b>Siti</b> & "Aminah"',
  '{{7*7}} %s %n',
  '../../etc/passwd',
  '=cmd|calc',
  'a\u0000b',
  'a\nb',
  'a\tb',
  '\u202Egnp.exe',
  'a\u200Bb',
  '\uD800',
  '\uFEFFx',
  'e\u0301',
  'ﷺ'.repeat(40),
  '🧕🏽 Siti',
  '"*',
  'NEAR(',
  '%_',
  '__proto__',
  'constructor',
  '9'.repeat(400),
  ' ',
  ''
] as const

const junk = fc.oneof(
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true }),
  fc.constantFrom<unknown>(...HOSTILE, Number.NaN, Number.POSITIVE_INFINITY, -0, 1e308, 2 ** 53, null, undefined, true, [], {})
)

/** Values of the schema, with junk in the place of about one field in thirty. */
export function fromSchema(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  const def = schema.def as unknown as Def
  const inner = (): fc.Arbitrary<unknown> => fromSchema(def.innerType as z.ZodType, ids)
  const right = ((): fc.Arbitrary<unknown> => {
    switch (def.type) {
      case 'object':
        return fc.record(Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, type]) => [key, fromSchema(type, ids)])))
      case 'union':
        return fc.oneof(...(def.options ?? []).map(option => fromSchema(option, ids)))
      case 'array':
        return fc.array(fromSchema(def.element as z.ZodType, ids), { maxLength: 4 })
      case 'nullable':
        return fc.option(inner(), { freq: 3 })
      case 'optional':
        return fc.option(inner(), { nil: undefined, freq: 2 })
      case 'default':
        return inner()
      case 'boolean':
        return fc.boolean()
      case 'literal':
        return fc.constantFrom(...(def.values ?? []))
      case 'enum':
        return fc.constantFrom(...Object.values(def.entries ?? {}))
      case 'number':
        return fc.integer({ min: limit(def, 'greater_than') ?? -10, max: limit(def, 'less_than') ?? 1000 })
      default:
        return text(def, ids)
    }
  })()
  return fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: junk })
}

function limit(def: Def, check: string): number | undefined {
  return def.checks?.find(one => one._zod.def.check === check)?._zod.def.value
}

function text(def: Def, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (def.format === 'uuid')
    return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid({ version: 4 }) })
  if (def.format === 'date')
    return fc.oneof(
      fc.constantFrom('2026-11-23', '2026-12-01', '0000-01-01', '0001-01-01', '9999-12-31', '2024-02-29'),
      fc.constant('1990-08-17')
    )
  const pattern = def.checks?.find(one => one._zod.def.pattern)?._zod.def.pattern
  if (pattern && pattern.source.length < 60) return fc.stringMatching(pattern)
  return fc.oneof(
    fc.constantFrom<string>(
      'Siti Aminah',
      'Kantor',
      'rsud',
      'rujukan-kesehatan',
      '3324105708900001',
      '3324100101100002',
      '0812 3456 7890',
      'U-001',
      '2',
      '33',
      '{urut}/{kode_unit}/{tahun}'
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom<string>(...HOSTILE)
  )
}

/** Anything that can be sent to another process at all, also what looks like the machinery of JavaScript. Of what is large a few are enough. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 30, arbitrary: junk },
  { weight: 30, arbitrary: fc.anything({ maxDepth: 5, withObjectString: true }) },
  {
    weight: 30,
    arbitrary: fc.object({
      key: fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'length', 'then', 'visitId', 'text'),
      maxDepth: 3
    })
  },
  { weight: 4, arbitrary: fc.constant(JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}')) },
  { weight: 4, arbitrary: fc.constant(deep(200)) },
  {
    weight: 30,
    arbitrary: fc
      .constantFrom<unknown>('text', 'reason', 'name', 'code', 'field')
      .map(key => ({ [String(key)]: { length: { toString: false } } }))
  },
  { weight: 1, arbitrary: fc.constant('x'.repeat(1_000_000)) },
  { weight: 1, arbitrary: fc.constant({ text: 'x'.repeat(1_000_000), name: 'x'.repeat(1_000_000), visitId: 'x'.repeat(1_000_000) }) }
)

function deep(levels: number): object {
  let value: object = {}
  for (let i = 0; i < levels; i++) value = { resident: value }
  return value
}
