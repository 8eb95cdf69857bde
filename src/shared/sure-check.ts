import type { z } from 'zod'

type Check = (value: unknown) => boolean
type Checks = readonly z.core.$ZodCheck[] | undefined

const isUnsure: Check = () => false

/**
 * A quick yes: true only for what `schema` takes and gives back unchanged, at a small part of what asking the schema costs.
 * False says nothing: then the schema has to be asked.
 */
export function sureCheck(schema: z.core.$ZodType): Check {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return stringCheck(def as StringDef)
    case 'number':
      return numberCheck(def as NumberDef)
    case 'array':
      return arrayCheck(def)
  }
  if (def.checks?.length) return isUnsure
  switch (def.type) {
    case 'boolean':
      return value => value === true || value === false
    case 'enum':
    case 'literal': {
      const values = schema._zod.values ?? new Set()
      return value => values.has(value as string)
    }
    case 'nullable': {
      const inner = sureCheck(def.innerType)
      return value => value === null || inner(value)
    }
    case 'optional':
      return sureCheck(def.innerType)
    case 'custom':
      return value => (def as { fn?: (value: unknown) => unknown }).fn?.(value) === true
    case 'record':
      return recordCheck(def)
    case 'object':
      return objectCheck(def)
    case 'union':
      return unionCheck(def)
    default:
      return isUnsure
  }
}

type StringDef = z.core.$ZodStringDef & { format?: string; pattern?: RegExp }

function stringCheck({ coerce, format, pattern, checks }: StringDef): Check {
  const all = every(checks, stringRule)
  if (coerce || !all) return isUnsure
  if (format === undefined) return value => typeof value === 'string' && all(value)
  if ((format !== 'uuid' && format !== 'date') || !pattern) return isUnsure
  return value => typeof value === 'string' && pattern.test(value) && all(value)
}

/** A schema counts code points; what has as many of them as units needs no counting. */
const surrogate = /[\ud800-\udfff]/

function stringRule({ check, ...def }: z.core.$ZodCheckDef): ((text: string) => boolean) | undefined {
  const { maximum, minimum, length, format, pattern, tx, fn } = def as {
    maximum: number
    minimum: number
    length: number
    format?: string
    pattern?: RegExp
    tx(text: string): string
    fn?: (text: string) => unknown
  }
  if (check === 'max_length') return text => text.length <= maximum
  if (check === 'min_length') return text => text.length >= minimum && (minimum <= 1 || !surrogate.test(text))
  if (check === 'length_equals') return text => text.length === length && !surrogate.test(text)
  if (check === 'overwrite') return text => tx(text) === text
  if (check === 'custom' && fn) return text => fn(text) === true
  if (check === 'string_format' && format === 'regex' && pattern && !pattern.global && !pattern.sticky) return text => pattern.test(text)
  return undefined
}

type NumberDef = z.core.$ZodNumberDef & { format?: string }

function numberCheck({ coerce, format, checks }: NumberDef): Check {
  const all = every(checks, ({ check, ...def }): ((n: number) => boolean) | undefined => {
    const { value, inclusive } = def as unknown as { value: number; inclusive: boolean }
    if (check === 'greater_than') return n => n > value || (inclusive && n === value)
    if (check === 'less_than') return n => n < value || (inclusive && n === value)
    return undefined
  })
  return coerce || format !== 'safeint' || !all ? isUnsure : value => Number.isSafeInteger(value) && all(value as number)
}

function arrayCheck({ element, checks }: z.core.$ZodArrayDef): Check {
  const item = sureCheck(element)
  const all = every(checks, ({ check, ...def }): ((list: unknown[]) => boolean) | undefined => {
    const { maximum, minimum } = def as unknown as { maximum: number; minimum: number }
    if (check === 'max_length') return list => list.length <= maximum
    if (check === 'min_length') return list => list.length >= minimum
    return undefined
  })
  return all ? value => Array.isArray(value) && all(value) && value.every(item) : isUnsure
}

function recordCheck({ keyType, valueType }: z.core.$ZodRecordDef): Check {
  const { def } = (keyType as z.core.$ZodTypes)._zod
  if (def.type !== 'string' || (def as StringDef).format !== undefined || def.checks?.length) return isUnsure
  const isValue = sureCheck(valueType)
  return value => {
    if (!isPlain(value)) return false
    for (const key in value) if (key === '__proto__' || !isValue(value[key])) return false
    return true
  }
}

/** Fields that a schema would drop make it unsure; so does one that is there without a value. */
function objectCheck({ shape, catchall }: z.core.$ZodObjectDef): Check {
  const others = catchall?._zod.def.type
  if (others !== undefined && others !== 'never' && others !== 'unknown') return isUnsure
  const names = Object.keys(shape)
  const fields = names.map(name => shape[name] as z.core.$ZodType)
  const checks = fields.map(sureCheck)
  const isOptional = fields.map(({ _zod }) => _zod.def.type === 'optional')
  return value => {
    if (!isPlain(value)) return false
    let there = 0
    for (let i = 0; i < names.length; i++) {
      const given = value[names[i] as string]
      if (given === undefined ? !isOptional[i] : !checks[i]?.(given)) return false
      if (given !== undefined) there++
    }
    for (const key in value) {
      if (key === '__proto__') return false
      there--
    }
    return there === 0 || (there < 0 && others === 'unknown')
  }
}

/** Of options without a name to tell them apart only the first: a later one is asked only when those before it have said no. */
function unionCheck(def: z.core.$ZodUnionDef): Check {
  const { discriminator } = def as unknown as { discriminator?: string }
  if (discriminator === undefined) return sureCheck(def.options[0] as z.core.$ZodType)
  const options = new Map<unknown, Check>()
  for (const option of def.options) for (const name of option._zod.propValues?.[discriminator] ?? []) options.set(name, sureCheck(option))
  return value => isPlain(value) && options.get(value[discriminator])?.(value) === true
}

function every<T>(
  checks: Checks,
  rule: (def: z.core.$ZodCheckDef) => ((value: T) => boolean) | undefined
): ((value: T) => boolean) | undefined {
  const rules: ((value: T) => boolean)[] = []
  for (const { _zod } of checks ?? []) {
    const made = rule(_zod.def)
    if (!made) return undefined
    rules.push(made)
  }
  const [one, two] = rules
  if (!one) return () => true
  if (!two) return one
  return value => rules.every(holds => holds(value))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
