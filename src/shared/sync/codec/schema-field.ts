import type { z } from 'zod'
import { birthField, dayField } from './day-fields'
import type { Field } from './field'
import { hashField } from './hash-field'
import { idFields } from './id-field'
import type { Layout } from './layout'
import { letterCodeField } from './letter-code-field'
import { listField, objectField } from './nested-fields'
import { phoneField } from './phone-field'
import { choiceField, countField, jsonField, momentField, steppingField, textField, truthField } from './plain-fields'
import { kkField, nikField, villageField } from './registry-number-fields'
import { shortCodeField } from './short-code-field'

type Def = {
  type: string
  format?: string
  innerType?: z.ZodType
  element?: z.ZodType
  shape?: Record<string, z.ZodType>
  entries?: Record<string, string>
  checks?: { _zod: { def: { check: string; value?: number } } }[]
}

/** Texts whose form says more than that they are texts. A value of another form travels as JSON. */
const OWN_FIELDS: Readonly<Record<string, (layout: Layout, name: string) => Field>> = {
  'resident.nik': nikField,
  'resident.phone': phoneField,
  'resident.birthDate': birthField,
  'resident.address.villageCode': villageField,
  'resident.domicile.villageCode': villageField,
  'family.kk': kkField,
  'referral.code': shortCodeField,
  'letter.facts.resident.birthDate': birthField,
  'letter.facts.verification.codeText': letterCodeField,
  'letter.dataHash': hashField,
  'letter.pdfHash': hashField
}

export type FieldMaker = (schema: z.ZodType, name: string) => Field

/** Makes fields of schemas: what a schema says of a value is what need not travel. */
export function fieldMaker(layout: Layout): FieldMaker {
  const idField = idFields(layout)
  const make: FieldMaker = (schema, name) => {
    const def = schema.def as unknown as Def
    const own = Object.hasOwn(OWN_FIELDS, name) && def.type === 'string' ? OWN_FIELDS[name] : undefined
    if (own) return own(layout, name)
    switch (def.type) {
      case 'nullable':
      case 'optional':
        return def.innerType ? make(def.innerType, name) : jsonField(layout, name)
      case 'object':
        return objectField(
          layout,
          name,
          Object.entries(def.shape ?? {}).map(([key, type]) => [key, make(type, `${name}.${key}`)] as const)
        )
      case 'array':
        return def.element ? listField(layout, name, make(def.element, `${name}[]`)) : jsonField(layout, name)
      case 'boolean':
        return truthField(layout, name)
      case 'enum':
        return choiceField(layout, name, Object.values(def.entries ?? {}))
      case 'number':
        return numberField(layout, name, def)
      case 'string':
        if (def.format === 'uuid') return idField(name, (schema.meta() as { references?: string } | undefined)?.references ?? name)
        return def.format === 'date' ? dayField(layout, name) : textField(layout, name)
      default:
        return jsonField(layout, name)
    }
  }
  return make
}

const FEW = 100

function numberField(layout: Layout, name: string, { checks }: Def): Field {
  if (/(At|\.at)$/.test(name)) return momentField(layout, name)
  const greatest = checks?.find(one => one._zod.def.check === 'less_than')?._zod.def.value ?? Number.POSITIVE_INFINITY
  return greatest <= FEW ? countField(layout, name) : steppingField(layout, name)
}
