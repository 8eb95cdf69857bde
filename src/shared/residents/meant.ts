import type { Resident } from './resident'

/** What stands in the form of a person. */
export type Identity = Omit<Resident, 'id' | 'provisionalId' | 'mergedInto'>
type Field = keyof Identity

/** What is said together: one of them alone would say something else. */
const TOGETHER: readonly (readonly Field[])[] = [
  ['nik', 'noNikReason', 'nikOverrideReason'],
  ['phone', 'phoneOwner']
]
const partOf = (field: Field): readonly Field[] => TOGETHER.find(part => part.includes(field)) ?? [field]

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * What somebody meant who corrected a form that showed `shown`: what they left as it stood stays as it is `now`, whoever changed it meanwhile. `clashes` are the
 * fields that they changed and that say something else now than the form showed and than they typed; without a `shown` all that is said is meant.
 */
export function meantBy(said: Identity, shown: Identity | undefined, now: Identity): { meant: Identity; clashes: Field[] } {
  if (!shown) return { meant: said, clashes: [] }
  const fields = Object.keys(said) as Field[]
  const isTouched = (field: Field) => partOf(field).some(one => !isSame(said[one], shown[one]))
  const left = fields.filter(field => !isTouched(field))
  const clashes = fields.filter(field => isTouched(field) && !isSame(now[field], shown[field]) && !isSame(now[field], said[field]))
  return { meant: { ...said, ...Object.fromEntries(left.map(field => [field, now[field]])) }, clashes }
}
