import { z } from 'zod'
import type { RegistrySource } from '#shared/registry/edition'
import type { WhyFound } from '#shared/registry/find'
import type { RegistryMember } from '#shared/registry/registry.contract'
import type { Resident } from '#shared/residents/resident'
import { call } from '#shared/rpc/call'
import { plainText } from '#shared/text'

/** The family card that hits are shown under; `key` only tells families of one answer apart. */
export type HitFamily = { key: string; kkMasked: string | null; headName: string | null }

/** Why somebody is among the hits; for the register also a number that only begins so or is one slip away. */
export type WhyPerson = WhyFound | 'phone' | 'provisional-id'

/** What was typed beside the name and fits as well: where they live, when they were born. */
export type AlsoFits = 'village' | 'birth'

export type PersonHit = {
  kind: 'resident'
  residentId: string
  name: string
  nikMasked: string | null
  birthDate: string | null
  areaLine: string
  presence: Resident['presence']
  openCases: number
  /** The first of the registers in use here that has the same NIK. */
  listedIn: RegistrySource | null
  family: HitFamily | null
  why: WhyPerson
  alsoFits: AlsoFits[]
}
/** Somebody in a register whom this office has not registered. */
export type RegistryHit = RegistryMember & { kind: 'registry'; family: HitFamily | null; why: WhyFound; alsoFits: AlsoFits[] }

export type Hit =
  | PersonHit
  | RegistryHit
  | { kind: 'visit'; visitId: string; ticket: string; day: string; status: string; names: string[]; why: 'ticket' }
  | {
      kind: 'case'
      caseId: string
      visitId: string
      number: string
      residentName: string
      status: string
      family: HitFamily | null
      why: 'case-number' | 'case-of'
    }
  | {
      kind: 'letter'
      letterId: string
      caseId: string
      number: string
      issuedOn: string
      residentName: string
      status: string
      family: HitFamily | null
      why: 'letter-number' | 'letter-of'
    }

/** What narrows a search for people; it never widens one. */
export const SearchFilter = z.object({
  villageCode: z
    .string()
    .regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
    .nullable(),
  /** A year of birth, or an age in years, which is the year before it as well. */
  birthYear: z.int().min(1850).max(2200).nullable(),
  age: z.int().min(0).max(130).nullable(),
  headName: plainText(100).nullable()
})
export type SearchFilter = z.infer<typeof SearchFilter>

/** So many people are answered at most. */
export const MOST_PEOPLE = 20

export const searchContract = {
  /**
   * The one box: NIK, KK, name, phone, ticket, case or letter number; after a name also a village or subdistrict of the district, a year of birth or an age
   * (`siti aminah kebonharjo 1990`). Answers while the officer types, the best first, a family together;
   * at most `MOST_PEOPLE`, each with their open cases and newest letters.
   */
  find: call<Hit[]>()(
    z.object({ text: z.string().max(200), purpose: z.enum(['visit', 'look-up']), filter: SearchFilter.nullable().optional() })
  )
}
