/** A correction that would write over what was changed elsewhere while its form was open: `fields` were changed there and here, `now` is what stands there. */
export type ChangedMeanwhile<Of extends string, T> = { kind: 'changed-meanwhile'; of: Of; fields: Exclude<keyof T, 'id'>[]; now: T }

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * What somebody meant who corrected a form that showed `shown`: what they left as it stood stays as it is `now`, whoever changed it meanwhile. `clashes` are the
 * fields that they changed and that say something else now than the form showed and than they typed; without a `shown` all that is said is meant.
 * `together`: fields of which one alone would say something else.
 */
export function meantBy<T extends object>(
  said: T,
  shown: NoInfer<T> | undefined,
  now: NoInfer<T>,
  together: readonly (readonly (keyof T)[])[] = []
): { meant: T; clashes: (keyof T)[] } {
  if (!shown) return { meant: said, clashes: [] }
  const fields = Object.keys(said) as (keyof T)[]
  const partOf = (field: keyof T) => together.find(part => part.includes(field)) ?? [field]
  const isTouched = (field: keyof T) => partOf(field).some(one => !isSame(said[one], shown[one]))
  const left = fields.filter(field => !isTouched(field))
  const clashes = fields.filter(field => isTouched(field) && !isSame(now[field], shown[field]) && !isSame(now[field], said[field]))
  return { meant: { ...said, ...Object.fromEntries(left.map(field => [field, now[field]])) }, clashes }
}
