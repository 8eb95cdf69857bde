// What an office did before, kept for `expectations` to ask for.
import type { Json, JsonObject, Memory } from './memory'
import { isObject } from './sameness'

type Said = { fields: JsonObject; op: JsonObject; before: readonly JsonObject[] }

/** Takes from an op what may come again; `before` are the ops before it in the same change. */
export function learnHabits(memory: Memory, op: JsonObject, before: readonly JsonObject[]): void {
  const entity = String(op.entity)
  const isMade = op.type === 'create' || op.type === 'append'
  const learners = isMade ? whenMade : whenChanged
  if (Object.hasOwn(learners, entity) && isObject(op.fields)) learners[entity]?.(memory, { fields: op.fields, op, before })
}

type Learners = Readonly<Record<string, (memory: Memory, said: Said) => void>>

const whenMade: Learners = {
  visit: ({ habits }, { fields }) => habits.set(`ticket ${fields.lane} ${fields.day}`, fields.ticketNo ?? null),
  case: ({ habits }, { fields }) => habits.set(`sector ${fields.serviceCode}`, fields.sector ?? null),
  membership: ({ habits }, { fields }) => habits.set(`family ${fields.residentId}`, fields.familyId ?? null),
  registryCheck: ({ habits }, { fields }) => habits.set(`check ${fields.residentId}`, fields),
  documentCheck: (memory, { fields, before }) => {
    memory.habits.set(paperHabit(memory, fields.caseId, before), fields.document ?? null)
    memory.habits.set(`mandatory ${fields.document}`, fields.isMandatory ?? null)
  },
  letter: (memory, { fields }) => {
    memory.habits.set(`letter ${fields.type}`, fields)
    memory.habits.set('letter', fields)
    if (isObject(fields.facts)) learnFacts(memory, fields, fields.facts)
  }
}

const whenChanged: Learners = {
  case: ({ habits, newest }, { fields, op }) => {
    if (op.to === 'referred' && typeof fields.nextStep === 'string')
      habits.set(`next step ${newest.get('referral')?.organizationId}`, fields.nextStep)
  }
}

/** Under what a paper of a checklist is kept: the one before it, or for the first one the service. */
export function paperHabit({ rows }: Memory, caseId: Json | undefined, before: readonly JsonObject[]): string {
  const last = before.at(-1)
  if (last?.entity === 'documentCheck' && isObject(last.fields)) return `paper after ${last.fields.document}`
  const found = rows.get(String(caseId))
  return `first paper ${found?.serviceCode ?? found?.sector}`
}

function learnFacts({ habits, rows }: Memory, letter: JsonObject, { addressee, registry, resident, case: told }: JsonObject): void {
  const { organizationId } = rows.get(String(letter.referralId)) ?? {}
  const { serviceCode } = rows.get(String(letter.caseId)) ?? {}
  const { address } = rows.get(String(letter.residentId)) ?? {}
  if (isObject(addressee)) habits.set(`addressee ${organizationId}`, addressee)
  if (isObject(told) && typeof serviceCode === 'string') habits.set(`service ${serviceCode}`, told.serviceName ?? null)
  if (isObject(registry)) habits.set('checker', registry.checkedBy ?? null)
  if (isObject(resident) && isObject(address)) habits.set(`area ${address.villageCode}`, resident.address ?? null)
}
