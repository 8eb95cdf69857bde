import type { Op } from '#shared/changes/op'
import type { Claim } from './district-store'

/** What only one entity of a district may carry: numbers on paper, and codes that people tell each other. */
const CLAIMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  letter: { 'letter-number': ['number'], 'letter-place': ['bookId', 'sequence'] },
  letterBook: { 'letter-book': ['unitCode', 'year'] },
  case: { 'case-number': ['number'] },
  referral: { 'referral-code': ['code'] },
  visit: { ticket: ['day', 'deskCode', 'ticket'] },
  device: { 'desk-code': ['code'] }
}

/** The names that an op lays claim to. Only making an entity does: no such field is ever changed. SPEC S7. */
export function claimsOf(op: Op): Claim[] {
  if (op.type !== 'create' && op.type !== 'append') return []
  const claims = Object.hasOwn(CLAIMS, op.entity) ? CLAIMS[op.entity] : undefined
  return Object.entries(claims ?? {}).map(([name, fields]) => ({
    name,
    value: fields.map(field => String(op.fields[field] ?? '')).join('/'),
    entity: op.entity,
    id: op.id
  }))
}
