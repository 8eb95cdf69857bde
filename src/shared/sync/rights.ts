import type { z } from 'zod'
import type { Change } from '#shared/changes/change'
import { type EntityName, entities, isEntityName } from '#shared/changes/entities'
import { knownOp, type Op } from '#shared/changes/op'
import { isEndingOf } from '#shared/changes/policy'
import type { Look } from '#shared/changes/reduce'
import { mayResetPin, type Role } from '#shared/officers/officer'
import { sureCheck } from '#shared/sure-check'
import type { Refusal } from './district-store'

type Who = 'desk' | readonly Role[]
type EntityRights = { create: Who; change: Who }

const counter = ['front-office', 'back-office', 'manager', 'supervisor'] as const
const office = ['administrator'] as const
const at = (who: Who): EntityRights => ({ create: who, change: who })

/** Who may write what; `desk` stands for the program itself, with or without an officer. SPEC S6. */
const rights: Record<EntityName, EntityRights> = {
  device: at('desk'),
  office: at(office),
  officer: at(office),
  signer: at(office),
  holiday: at(office),
  organization: at(['back-office', 'manager', 'administrator']),
  resident: at(counter),
  family: at(counter),
  membership: at(counter),
  pairJudgement: at(counter),
  flawCheck: at(counter),
  visit: at(counter),
  participant: at(counter),
  dayClosing: at(counter),
  registryCheck: at(counter),
  villageMeeting: at(counter),
  case: at(counter),
  caseEvent: at(counter),
  documentCheck: at(counter),
  proposalBatch: at(['back-office', 'manager', 'supervisor']),
  proposal: at(counter),
  referral: at(counter),
  letterBook: { create: ['manager', 'administrator'], change: [...counter, 'administrator'] },
  letter: { create: counter, change: ['back-office', 'manager', 'supervisor'] },
  letterCopy: at(counter),
  handOver: at(counter),
  printAttempt: at('desk'),
  clockCheck: at('desk')
}

/** What of a change its rights hang on. */
export type Judged = Pick<Change, 'officer' | 'seq' | 'ops'>

/** An op that this program knows, on an entity that it knows. */
export type KnownOp = Op & { entity: EntityName }

/** What of a change this program knows; the rest is fed as it is and folded by a program that knows it. */
export function knownOps(change: Pick<Change, 'ops'>): KnownOp[] {
  const known: KnownOp[] = []
  for (const logged of change.ops) {
    const op = isEntityName(logged.entity) ? knownOp(logged) : undefined
    if (op) known.push(op as KnownOp)
  }
  return known
}

/**
 * Whether a change may have been made by its officer and says something this program can keep; else why not. `known`: its `knownOps`.
 * The officer's roles are those the district's log gives at this place. A change without an officer may set up a desk, and nothing else. SPEC S5, S6.
 */
export function refusalOf(change: Judged, look: Look, known = knownOps(change)): Refusal | undefined {
  const officer = change.officer ? look('officer', change.officer) : undefined
  const roles = officer && officer.fields.isActive !== false ? (officer.fields.roles as Role[]) : []
  const isSetUp = change.officer === null && change.seq === 1 && change.ops.some(op => op.type === 'create' && op.entity === 'device')
  for (const op of known) {
    if (!isWellFormed(op) || isReissuing(op)) return 'invalid'
    if (!isSetUp && !mayWrite(op, change, roles, look)) return 'not-allowed'
  }
  return undefined
}

/**
 * Nothing of ours removes a record. Another program may: of people and their visits and cases, by the hand of somebody who answers for the
 * counter, one in a change. What stands on paper, what was done with it and who may do what stays for ever.
 */
const REMOVABLE: readonly EntityName[] = ['resident', 'family', 'membership', 'visit', 'participant', 'case']
const REMOVERS: readonly Role[] = ['manager', 'supervisor']

function mayRemove({ ops }: Judged, entity: EntityName, roles: readonly Role[]): boolean {
  const isOne = ops.filter(op => op.type === 'tombstone').length === 1
  return isOne && REMOVABLE.includes(entity) && roles.some(role => REMOVERS.includes(role))
}

/** The schemas as a create and as any other op has to follow them; made once, as making one costs more than using it a hundred times. */
const whole = Object.fromEntries(Object.entries(entities).map(([entity, schema]) => [entity, asked(schema)]))
const partial = Object.fromEntries(Object.entries(entities).map(([entity, schema]) => [entity, asked((schema as z.ZodObject).partial())]))

function asked(schema: z.ZodObject): (value: unknown) => boolean {
  const isSure = sureCheck(schema)
  return value => isSure(value) || schema.safeParse(value).success
}

/** The fields an op gives are as this program's schemas say; fields it does not know are let be. */
function isWellFormed(op: KnownOp): boolean {
  const { entity } = op
  if (op.type === 'create' || op.type === 'append') return whole[entity]?.({ ...op.fields, id: op.id }) === true
  const given = op.type === 'transition' ? { ...op.fields, status: op.to } : 'fields' in op ? op.fields : {}
  return partial[entity]?.(given) === true
}

/** A letter is in force from the moment it is made, or never: what is void claims no number that it could come back to. SPEC N5. */
function isReissuing(op: KnownOp): boolean {
  if (op.entity !== 'letter' || op.type === 'create' || op.type === 'append') return false
  return (op.type === 'transition' ? op.to : 'fields' in op && op.fields.status) === 'issued'
}

function mayWrite(op: KnownOp, change: Judged, roles: readonly Role[], look: Look): boolean {
  const { entity } = op
  const isNew = op.type === 'create' || op.type === 'append'
  const who = isNew ? rights[entity].create : rights[entity].change
  if (op.type === 'tombstone') return mayRemove(change, entity, roles)
  if (who === 'desk') return true
  if (!isNew && entity === 'officer' && op.id === change.officer && onlySecrets(op)) return true
  if (!isNew && entity === 'officer' && onlySecrets(op)) return mayResetPin(roles, (look('officer', op.id)?.fields.roles ?? []) as Role[])
  const isReopening = op.type === 'transition' && isEndingOf(entity, look(entity, op.id)?.fields.status)
  if (entity === 'case' && isReopening) return roles.includes('manager') || roles.includes('supervisor')
  return who.some(role => roles.includes(role))
}

const SECRETS = ['pin', 'password', 'mustChange']
const onlySecrets = (op: Op): boolean => op.type === 'patch' && Object.keys(op.fields).every(field => SECRETS.includes(field))
