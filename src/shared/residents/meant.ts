import { meantBy } from '#shared/changes/meant'
import type { Resident } from './resident'

/** What stands in the form of a person. */
export type Identity = Omit<Resident, 'id' | 'provisionalId' | 'mergedInto'>

const TOGETHER: readonly (readonly (keyof Identity)[])[] = [
  ['nik', 'noNikReason', 'nikOverrideReason'],
  ['phone', 'phoneOwner']
]

/** What somebody meant who corrected a person. */
export const identityMeantBy = (said: Identity, shown: Identity | undefined, now: Identity) => meantBy(said, shown, now, TOGETHER)
