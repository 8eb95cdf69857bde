import type { Resident } from './resident'
import { withPart } from './said-together'

/** What the record that stays may get from the one that is merged into it, in the order in which it is shown. Its family comes with it anyhow. */
export const TAKEN_OVER = [
  'birthPlace',
  'birthDate',
  'motherName',
  'phone',
  'domicile',
  'religion',
  'maritalStatus',
  'occupation',
  'note'
] as const
export type TakenOver = (typeof TAKEN_OVER)[number]

/** What one record lacks and the other has. */
export const lackedBy = (stays: Resident, goes: Resident): TakenOver[] =>
  TAKEN_OVER.filter(field => stays[field] === null && goes[field] !== null)

/** A record's fields to be written into another; whose telephone it is comes with the number. */
export const fieldsOf = (goes: Resident, fields: readonly TakenOver[]): Partial<Resident> =>
  Object.fromEntries(fields.flatMap(field => withPart(field).map(name => [name, goes[name]])))

/** The same fields without anything in them. */
export const emptied = (fields: readonly TakenOver[]): Partial<Resident> =>
  Object.fromEntries(fields.flatMap(field => withPart(field).map(name => [name, null])))
