import type { Resident } from './resident'

/** What is said of a person together: one of them alone would say something else. */
export const SAID_TOGETHER = [
  ['nik', 'noNikReason', 'nikOverrideReason'],
  ['phone', 'phoneOwner']
] as const satisfies readonly (readonly (keyof Resident)[])[]

/** A field with whatever is said together with it. */
export const withPart = (field: keyof Resident): readonly (keyof Resident)[] =>
  SAID_TOGETHER.find(part => part.some(one => one === field)) ?? [field]
