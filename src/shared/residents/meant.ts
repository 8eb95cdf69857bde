import { meantBy } from '#shared/changes/meant'
import type { Resident } from './resident'
import { SAID_TOGETHER } from './said-together'

/** What stands in the form of a person. */
export type Identity = Omit<Resident, 'id' | 'provisionalId' | 'mergedInto'>

/** What somebody meant who corrected a person. */
export const identityMeantBy = (said: Identity, shown: Identity | undefined, now: Identity) => meantBy(said, shown, now, SAID_TOGETHER)
