import { ageOn, type LocalDate } from '#shared/clock'
import type { Resident } from '#shared/residents/resident'
import type { PARTICIPANT_ROLES } from '#shared/visits/visit'
import type { ParticipantCard } from '#shared/visits/visits.contract'

export type Role = (typeof PARTICIPANT_ROLES)[number]
export type Person = {
  residentId: string
  name: string
  nikMasked: string | null
  parts: { id: string; role: Role; relation: string | null }[]
}

/** The people of a visit, each once with all their parts, whoever it is about first. */
export function peopleOf(participants: readonly ParticipantCard[]): Person[] {
  const people = new Map<string, Person>()
  for (const { id, residentId, name, nikMasked, role, relation, isRemoved } of participants) {
    if (isRemoved) continue
    const person = people.get(residentId) ?? { residentId, name, nikMasked, parts: [] }
    person.parts.push({ id, role, relation })
    people.set(residentId, person)
  }
  return [...people.values()].sort((a, b) => Number(isConcerned(b.parts)) - Number(isConcerned(a.parts)))
}

/** Whether the visit is about whoever plays these parts. */
export const isConcerned = (parts: Person['parts']): boolean => parts.some(part => part.role === 'concerned')

/** How an officer says it: a person who comes for themselves is both applicant and person concerned. */
export const PARTS = ['self', 'concerned', 'applicant', 'reporter', 'representative'] as const
export type Part = (typeof PARTS)[number]

/** Applicants of this age have an identity card of their own. */
const ADULT = 17

/** The part somebody plays, before the officer has said: who comes first comes for themselves, unless they died or are a child. */
export function likelyPart({ presence, birthDate }: Pick<Resident, 'presence' | 'birthDate'>, isFirst: boolean, today: LocalDate): Part {
  const isChild = birthDate !== null && ageOn(birthDate, today) < ADULT
  return isFirst && presence !== 'deceased' && !isChild ? 'self' : 'concerned'
}

export const rolesOf = (part: Part): Role[] => (part === 'self' ? ['applicant', 'concerned'] : [part])
