import { describe, expect, it } from 'vitest'
import type { Op } from '#shared/changes/op'
import { claimsOf } from '#shared/sync/claims'
import { refusalOf } from '#shared/sync/rights'
import { isIssuing, opsVoided } from '#shared/sync/taking-place'
import { letterFields } from './sim/papers'

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const place = { caseId: id(1), residentId: id(2), bookId: id(3), officerId: id(4), sequence: 7, number: '7/A' }
const made: Op = { type: 'create', entity: 'letter', id: id(5), fields: letterFields(place) }
const given: Op = { type: 'patch', entity: 'letterBook', id: id(3), fields: { nextSequence: 8 }, base: { nextSequence: 'd.1.4' } }
const word = { voidReason: 'nomor sudah dipakai', voidedAt: 1, voidedBy: id(4) }
const manager = { fields: { roles: ['manager'], isActive: true }, stamps: {} }
const judge = (op: Op) => refusalOf({ officer: id(4), seq: 2, ops: [op] }, entity => (entity === 'officer' ? manager : undefined))

describe('a letter that is void from the beginning', () => {
  const [voided, book] = opsVoided([made, given], word)

  it('[N5] keeps all that stood in it, carries the book on, and needs nothing that may be lost', () => {
    expect(voided).toEqual({ ...made, fields: { ...letterFields(place), status: 'void', ...word } })
    expect(book).toEqual({ ...given, base: {} })
    expect([made, voided, book].map(op => isIssuing(op as Op))).toEqual([true, false, false])
    expect(opsVoided([voided as Op], { ...word, voidReason: 'lagi' })).toEqual([voided])
  })

  it('[N5] [S7] claims no number and no place in a book', () => {
    expect(claimsOf(made).map(({ name }) => name)).toEqual(['letter-number', 'letter-place'])
    expect(claimsOf(voided as Op).map(({ name }) => name)).toEqual(['void-letter'])
  })

  it('[N5] [S5] is put in force by nothing', () => {
    const base = { status: 'd.1.5' }
    const tries: Op[] = [
      { type: 'patch', entity: 'letter', id: id(5), fields: { status: 'issued' }, base },
      { type: 'transition', entity: 'letter', id: id(5), from: 'void', to: 'issued', fields: {}, base },
      { type: 'resolve', entity: 'letter', id: id(5), clash: 'd.1.6', fields: { status: 'issued' }, base }
    ]
    expect(tries.map(judge)).toEqual(['invalid', 'invalid', 'invalid'])
    expect([made, voided as Op].map(judge)).toEqual([undefined, undefined])
  })
})
