import { z } from 'zod'

/** The id of another entity. What hangs on an entity is found by walking these, never by a list. */
export const ref = (entity: string) => z.uuid().meta({ references: entity })

/** The fields of a schema that name another entity, with that entity's name. */
export function referencesIn(schema: z.ZodObject): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [field, type] of Object.entries(schema.shape)) {
    const entity = referenceOf(type as z.ZodType)
    if (entity) found[field] = entity
  }
  return found
}

function referenceOf(type: z.ZodType): string | undefined {
  const { references } = (type.meta() ?? {}) as { references?: string }
  if (references) return references
  const { innerType } = type.def as { innerType?: z.ZodType }
  return innerType && referenceOf(innerType)
}
