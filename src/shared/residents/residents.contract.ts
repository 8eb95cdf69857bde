import { z } from 'zod'
import type { ChangedMeanwhile } from '#shared/changes/meant'
import { call } from '#shared/rpc/call'
import type { Match } from './match'
import { type Family, RELATIONS, Resident } from './resident'
import { TAKEN_OVER } from './taken-over'

/** What the form knows of one person. NIK, KK and phone are raw: main normalises them and refuses by the same rules as the form. */
export const ResidentInput = Resident.omit({ id: true, provisionalId: true, mergedInto: true }).extend({
  nik: z.string().max(40).nullable(),
  phone: z.string().max(40).nullable()
})
export type ResidentInput = z.infer<typeof ResidentInput>

const Stored = Resident.omit({ id: true, provisionalId: true, mergedInto: true })

export type ResidentCard = {
  resident: Resident
  /** Village, subdistrict and district in one line; the district only when it is not the office's own. */
  areaLine: string
  family: FamilyCard | null
  isOutsideDistrict: boolean
}
export type FamilyCard = Family & {
  members: (Pick<Resident, 'name' | 'birthDate' | 'presence'> & { residentId: string; relation: (typeof RELATIONS)[number] })[]
}

/** Somebody already known who may be the same person, with what speaks for it and against it in codes; the likeliest comes first. */
export type PossibleDuplicate = Match & {
  residentId: string
  name: string
  /** Masked, but for the digits in which a NIK one slip away differs. */
  nikMasked: string | null
  birthDate: string | null
  areaLine: string
}

export type RegisterRefusal =
  | { kind: 'nik-blocked'; blocks: string[] }
  | { kind: 'nik-taken'; residentId: string; name: string }
  /** By somebody whom this desk may not show now. */
  | { kind: 'nik-taken-by-other' }
  | { kind: 'nik-or-reason' }
  | { kind: 'kk-blocked'; blocks: string[] }
  | { kind: 'phone-invalid' }
  | { kind: 'unknown-village' }
  | { kind: 'birth-date-in-future' }
  | { kind: 'possible-duplicates'; candidates: PossibleDuplicate[] }

/** What the officer answered about known people who look alike; each answer is kept, so that no desk asks again. */
const answers = {
  /** Looked at and found to be somebody else. */
  differentFrom: z.array(z.uuid()).max(50),
  /** Looked at without an answer; they go to the list of what is to be found out. */
  unsureOf: z.array(z.uuid()).max(50).optional()
}

export const residentsContract = {
  /** Registers a person, alone or into a family; asks back once when somebody similar is known (`differentFrom` answers that). */
  register: call<Resident, RegisterRefusal | { kind: 'family-not-found' }>()(
    z.object({
      resident: ResidentInput,
      family: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('new'), kk: z.string().max(40).nullable(), relation: z.enum(RELATIONS) }),
          z.object({ kind: z.literal('existing'), familyId: z.uuid(), relation: z.enum(RELATIONS) })
        ])
        .nullable(),
      ...answers
    })
  ),
  get: call<ResidentCard, { kind: 'not-found' }>()(z.object({ residentId: z.uuid() })),
  /** What was changed elsewhere while the form was open is neither taken back nor written over unseen. */
  correct: call<Resident, RegisterRefusal | { kind: 'not-found' } | { kind: 'already-merged' } | ChangedMeanwhile<'resident', Resident>>()(
    z.object({
      residentId: z.uuid(),
      resident: ResidentInput,
      /** What the form showed before anything was typed; without it all that is said is meant. */
      shown: Stored.optional(),
      ...answers,
      /** Known people who are this very person: a manager will merge the two records. */
      sameAs: z.array(z.uuid()).max(50).optional()
    })
  ),
  /** A family by the number on its card, to add a person to it. */
  familyByKk: call<FamilyCard | null>()(z.object({ kk: z.string().max(40) })),
  joinFamily: call<
    FamilyCard,
    { kind: 'not-found' } | { kind: 'already-merged' } | { kind: 'family-not-found' } | { kind: 'kk-blocked'; blocks: string[] }
  >()(
    z.object({
      residentId: z.uuid(),
      family: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('new'), kk: z.string().max(40).nullable() }),
        z.object({ kind: z.literal('existing'), familyId: z.uuid() })
      ]),
      relation: z.enum(RELATIONS)
    })
  ),
  /** The family that a person belongs to has a new card, or its number was read wrongly: all stay together, also with those who are on that card already. */
  changeKk: call<FamilyCard, { kind: 'not-found' } | { kind: 'kk-blocked'; blocks: string[] }>()(
    z.object({ residentId: z.uuid(), kk: z.string().max(40) })
  ),
  leaveFamily: call<null, { kind: 'not-found' }>()(z.object({ residentId: z.uuid() })),
  /**
   * Two records turn out to be one person: everything that hangs on the first is shown at the second from now on, and nothing is moved or lost.
   * What the second lacks and `takeOver` names is written into it.
   */
  merge: call<Resident, { kind: 'not-found' } | { kind: 'already-merged' }>()(
    z.object({ residentId: z.uuid(), into: z.uuid(), takeOver: z.array(z.enum(TAKEN_OVER)).max(TAKEN_OVER.length).optional() })
  ),
  /** Takes a merge back: each record has again what was its own, and what was taken over with it and is as it was then leaves the other. */
  unmerge: call<Resident, { kind: 'not-found' } | { kind: 'not-merged' }>()(z.object({ residentId: z.uuid() })),
  /** The records that were found to be this person, also by way of another, to take a merge back. */
  mergedInto: call<{ residentId: string; name: string }[]>()(z.object({ residentId: z.uuid() }))
}
