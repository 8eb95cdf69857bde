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

/** What a letter claims that is made void: no number, only to be known by what stands on its paper. SPEC N5. */
export const voidLetterClaim = (number: string, dataHash: string, id = ''): Claim => ({
  name: 'void-letter',
  // as much of the hash as the code on the paper carries
  value: `${number}/${dataHash.slice(0, 32)}`,
  entity: 'letter',
  id
})

/** The names that an op lays claim to. Only making an entity does: no such field is ever changed. SPEC S7. */
export function claimsOf(op: Op): Claim[] {
  if (op.type !== 'create' && op.type !== 'append') return []
  if (op.entity === 'letter' && op.fields.status === 'void')
    return [voidLetterClaim(String(op.fields.number), String(op.fields.dataHash), op.id)]
  const claims = Object.hasOwn(CLAIMS, op.entity) ? CLAIMS[op.entity] : undefined
  return Object.entries(claims ?? {}).map(([name, fields]) => ({
    name,
    value: fields.map(field => String(op.fields[field] ?? '')).join('/'),
    entity: op.entity,
    id: op.id
  }))
}
