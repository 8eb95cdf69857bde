import { caseMachine } from '#shared/cases/case-status'
import { letterMachine, printMachine } from '#shared/letters/issued-letter'
import { proposalMachine } from '#shared/proposals/proposal-status'
import { referralMachine } from '#shared/referrals/referral-status'
import { visitMachine } from '#shared/visits/visit'
import type { EntityName, EntityRow } from './entities'
import type { Machine } from './machine'

/**
 * Who wins when two desks wrote the same field without knowing of each other. SPEC C1-C8.
 * - `human`: the value that stands stays, the other is kept, and a person decides
 * - `later`: the later one in the district's order wins, the other stays in the history
 * - `union`: both, as a set
 * - `greatest`: the greater number
 * - `fixed`: nobody may change it after it was made
 */
export type FieldPolicy = 'human' | 'later' | 'union' | 'greatest' | 'fixed'

type EntityPolicy<E extends EntityName> = {
  /** For every field that is not named in `fields`. */
  rest: FieldPolicy
  fields?: { readonly [F in keyof EntityRow<E>]?: FieldPolicy }
  /** For entities with a status: its machine, whose endings nothing but a known step may leave. */
  machine?: Machine<string>
  /** Whether a person who has seen an ending may open the entity again. */
  reopens?: boolean
}

/** The one table of who wins; complete, because `rest` speaks for every field. Reliability 3.5. */
export const policy: { readonly [E in EntityName]: EntityPolicy<E> } = {
  // a desk writes its own row
  device: { rest: 'later' },
  office: { rest: 'later' },
  officer: { rest: 'human', fields: { pin: 'later', password: 'later', mustChange: 'later', roles: 'human' } },
  signer: { rest: 'human' },
  holiday: { rest: 'later' },
  organization: { rest: 'later', fields: { name: 'human' } },
  resident: {
    rest: 'human',
    fields: {
      phone: 'later',
      phoneOwner: 'later',
      address: 'later',
      domicile: 'later',
      note: 'later',
      occupation: 'later',
      religion: 'later',
      provisionalId: 'later'
    }
  },
  family: { rest: 'human' },
  membership: { rest: 'human' },
  pairJudgement: { rest: 'later', fields: { residentId: 'fixed', otherId: 'fixed', verdict: 'human' } },
  // each word is a record of its own: who takes one back has not seen what another desk says meanwhile
  flawCheck: { rest: 'fixed', fields: { takenBackAt: 'later', takenBackBy: 'later' } },
  visit: { rest: 'later', machine: visitMachine },
  participant: { rest: 'later' },
  dayClosing: { rest: 'fixed' },
  registryCheck: { rest: 'fixed', fields: { programmes: 'union' } },
  villageMeeting: { rest: 'later' },
  case: {
    rest: 'later',
    fields: { status: 'human', outcome: 'human', ending: 'human', residentId: 'fixed', number: 'fixed' },
    machine: caseMachine,
    reopens: true
  },
  caseEvent: { rest: 'fixed' },
  documentCheck: { rest: 'later' },
  proposalBatch: { rest: 'fixed' },
  proposal: {
    rest: 'later',
    fields: { residentId: 'fixed', kind: 'fixed', status: 'human', batchId: 'human' },
    machine: proposalMachine
  },
  referral: { rest: 'later', fields: { status: 'human', organizationId: 'fixed', code: 'fixed' }, machine: referralMachine },
  letterBook: { rest: 'fixed', fields: { nextSequence: 'greatest' } },
  letter: { rest: 'fixed', fields: { status: 'human', voidReason: 'later', voidedAt: 'later', voidedBy: 'later' }, machine: letterMachine },
  letterCopy: { rest: 'fixed' },
  handOver: { rest: 'fixed' },
  printAttempt: { rest: 'later', machine: printMachine },
  clockCheck: { rest: 'fixed' }
}

export function policyOf(entity: string, field: string): FieldPolicy {
  const of = policyFor(entity)
  if (!of) return 'later'
  const fields = (of.fields ?? {}) as Record<string, FieldPolicy>
  return Object.hasOwn(fields, field) ? (fields[field] ?? of.rest) : of.rest
}

/** Whether a status of an entity is one that nothing follows. */
export function isEndingOf(entity: string, status: unknown): boolean {
  const machine = policyFor(entity)?.machine
  return machine !== undefined && typeof status === 'string' && Object.hasOwn(machine, status) && machine[status]?.length === 0
}

/** Whether an ending of an entity may be left by who has seen it. */
export const mayReopen = (entity: string): boolean => policyFor(entity)?.reopens === true

const policyFor = (entity: string): EntityPolicy<EntityName> | undefined =>
  Object.hasOwn(policy, entity) ? policy[entity as EntityName] : undefined
