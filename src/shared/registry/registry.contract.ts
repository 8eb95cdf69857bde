import { z } from 'zod'
import type { ServiceWithDocuments } from '#shared/directory/directory'
import { MOST_PICTURE_BYTES } from '#shared/files/files.contract'
import type { RELATIONS } from '#shared/residents/resident'
import { call } from '#shared/rpc/call'
import type { RegistrySource } from './edition'
import type { ProgramAnswer } from './eligibility'
import { LOOK_UP_PURPOSES, RegistryCheck, VillageMeeting } from './registry'

/** Which copy of the register this desk has, or why it has none that can be read. */
export type RegistryState =
  | {
      kind: 'ready'
      source: RegistrySource
      period: string
      takenOn: string | null
      people: number
      /** How many villages it holds, where it is not the whole district: who is not found may live in another one. */
      onlyVillages: number | null
      isOutdated: boolean
      daysOld: number | null
    }
  | { kind: 'absent' }
  | { kind: 'unreadable' }

/** Somebody in a register, as a list shows them. `ref` names the row of this copy and no other. */
export type RegistryMember = {
  ref: string
  source: RegistrySource
  period: string
  name: string
  nikMasked: string | null
  birthDate: string | null
  relation: (typeof RELATIONS)[number] | null
  areaLine: string
}

/** Somebody in the register with all that a registration can start from. */
export type RegistryPersonCard = RegistryMember & {
  nik: string | null
  kk: string | null
  sex: 'male' | 'female' | null
  address: { line: string; rt: string | null; rw: string | null; villageCode: string | null }
  birthPlace: string | null
  motherName: string | null
}

export type LookUpAnswer = {
  /** Of the register that the person was found in; of the first one where nobody was. */
  state: RegistryState
  person: RegistryPersonCard | null
  /** Everybody on the same family card in the register. */
  family: RegistryMember[]
  /** Where nobody was found: people of nearly that name and birth, to be looked at and not to be trusted. */
  near: RegistryMember[]
  /** What was kept with the resident; null where no resident was asked about, or nothing could be asked. */
  check: RegistryCheck | null
}

/** Where a family that was not found can be proposed, and what for. */
export type ProposalPath = { service: ServiceWithDocuments; villageCode: string | null; areaLine: string; meeting: VillageMeeting | null }

/** The newest answer about a resident, weighed, beside what other sources and periods said. */
export type RegistryAnswer = {
  /** One for each source and period, the newest first. */
  checks: RegistryCheck[]
  isOneVoice: boolean
  newest: RegistryCheck
  programs: ProgramAnswer[]
  isOutdated: boolean
  daysOld: number | null
  proposal: ProposalPath | null
}

const By = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resident'), residentId: z.uuid() }),
  z.object({ kind: z.literal('nik'), nik: z.string().max(40) }),
  z.object({ kind: z.literal('kk'), kk: z.string().max(40) }),
  z.object({ kind: z.literal('hit'), ref: z.string().max(80) })
])

export const registryContract = {
  state: call<RegistryState>()(z.object({})),
  /** Asks the copy of the register on this desk, for a visit that is being served and for a purpose; what it says of a resident is kept. */
  lookUp: call<LookUpAnswer, { kind: 'not-found' } | { kind: 'visit-not-serving' } | { kind: 'number-unreadable' }>()(
    z.object({ visitId: z.uuid(), purpose: z.enum(LOOK_UP_PURPOSES), by: By })
  ),
  /** Keeps the result of a hand lookup in SIKS-NG; letters that speak of the registry rest on it. */
  recordCheck: call<
    RegistryCheck,
    | { kind: 'not-found' }
    | { kind: 'decile-without-listing' }
    | { kind: 'looked-in-future' }
    | { kind: 'period-in-future' }
    | { kind: 'not-a-picture' }
  >()(
    RegistryCheck.omit({ id: true, checkedAt: true, officerId: true, method: true, screenshot: true }).extend({
      /** PNG or JPEG. */
      picture: z
        .custom<Uint8Array>(value => value instanceof Uint8Array && value.length <= MOST_PICTURE_BYTES)
        .nullable()
        .optional()
    })
  ),
  /** All checks of one person, the weightiest first: by source, then the newest data, then what was seen last. */
  checksOf: call<RegistryCheck[]>()(z.object({ residentId: z.uuid() })),
  /** The check with the newest data of the first source, weighed by today's rules; null while nobody has looked. */
  answerOf: call<RegistryAnswer | null, { kind: 'not-found' }>()(z.object({ residentId: z.uuid() })),
  picture: call<{ bytes: Uint8Array; type: 'image/png' | 'image/jpeg' }, { kind: 'not-found' } | { kind: 'picture-elsewhere' }>()(
    z.object({ checkId: z.uuid() })
  ),
  /** Notes the day of a village's next meeting. */
  setMeeting: call<VillageMeeting, { kind: 'unknown-village' } | { kind: 'meeting-in-past' }>()(
    VillageMeeting.pick({ villageCode: true, heldOn: true, note: true })
  )
}
