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
export const rolesOf = (part: Part): Role[] => (part === 'self' ? ['applicant', 'concerned'] : [part])
