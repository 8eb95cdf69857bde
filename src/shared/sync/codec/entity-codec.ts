import type { z } from 'zod'
import { type EntityName, entities } from '#shared/changes/entities'
import { referencesIn } from '#shared/changes/references'
import { type Expectation, ruleFor } from './expectations'
import type { Field } from './field'
import { type Layout, numberColumn } from './layout'
import { jsonField } from './plain-fields'
import { fieldMaker } from './schema-field'

/** One entity as frames know it. `order` is that of the schema without the id; fields that rest on others are coded last. */
export type EntityCodec = {
  name: EntityName
  id: Field
  order: readonly string[]
  places: ReadonlyMap<string, number>
  fields: readonly Field[]
  /** Whether a field came as expected, for those of which something is expected. */
  hints: readonly number[]
  rules: readonly (Expectation | undefined)[]
  isLate: readonly boolean[]
  hasLate: boolean
  /** The fields that name other entities. */
  references: readonly string[]
  statuses: readonly string[]
  /** Values that no field takes. */
  odd: Field
}

const LATE: Readonly<Record<string, readonly string[]>> = { resident: ['nik'], case: ['sector'] }

export function entityCodecs(layout: Layout): readonly EntityCodec[] {
  const make = fieldMaker(layout)
  return Object.entries(entities).map(([name, schema]) => {
    const { id, ...shape } = schema.shape as Record<string, z.ZodType> & { id: z.ZodType }
    const order = Object.keys(shape)
    const status = shape.status?.def as { entries?: Record<string, string> } | undefined
    return {
      name: name as EntityName,
      id: make(id, name),
      order,
      places: new Map(order.map((field, index) => [field, index])),
      fields: Object.entries(shape).map(([field, type]) => make(type, `${name}.${field}`)),
      hints: order.map(field => numberColumn(layout, `${name}.${field} as expected`)),
      rules: order.map(field => ruleFor(name, field)),
      isLate: order.map(field => LATE[name]?.includes(field) ?? false),
      hasLate: Object.hasOwn(LATE, name),
      references: Object.keys(referencesIn(schema)),
      statuses: Object.values(status?.entries ?? {}),
      odd: jsonField(layout, `${name} odd`)
    }
  })
}
