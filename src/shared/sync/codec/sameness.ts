import type { Json, JsonObject } from './memory'

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether two values are the same JSON text: also their keys in the same order. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return a !== undefined && !Object.is(a, -0)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  return keys.length === others.length && keys.every((key, index) => key === others[index] && isSame(a[key], b[key]))
}

/** About how long a value is as JSON. */
export function sizeOf(value: Json): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return 4
  let size = 2
  for (const key in value) size += key.length + sizeOf((value as JsonObject)[key] ?? null)
  return size
}
