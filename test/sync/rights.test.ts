import { describe, expect, it } from 'vitest'
import type { Change } from '#shared/changes/change'
import type { Role } from '#shared/officers/officer'
import { permissions } from '#shared/permissions'
import { refusalOf } from '#shared/sync/rights'

const OFFICER = '0199aa00-0000-7000-8000-000000000001'

const removing = (...records: [entity: string, id: string][]): Change =>
  ({
    id: 'd.1.2',
    seq: 2,
    officer: OFFICER,
    ops: records.map(([entity, id]) => ({ type: 'tombstone', entity, id, base: { '*': 'd.1.1' } }))
  }) as unknown as Change

const refused = (change: Change, roles: Role[]) =>
  refusalOf(change, entity => (entity === 'officer' ? ({ fields: { roles, isActive: true }, stamps: {} } as never) : undefined))

describe('[S6] [F21] a removal that another program sends', () => {
  const one: [string, string] = ['resident', '0199aa00-0000-7000-8000-0000000000aa']
  const other: [string, string] = ['resident', '0199aa00-0000-7000-8000-0000000000bb']

  it.each(['manager', 'supervisor'] as const)('is kept when a %s removes one record', role => {
    expect(refused(removing(one), [role])).toBeUndefined()
  })

  it.each(['front-office', 'back-office', 'administrator', 'auditor'] as const)('is refused to a %s', role => {
    expect(refused(removing(one), [role])).toBe('not-allowed')
  })

  it('is refused when it would take two records at once', () => {
    expect(refused(removing(one, other), ['manager'])).toBe('not-allowed')
  })

  it.each(['letter', 'letterBook', 'letterCopy', 'handOver', 'printAttempt', 'officer', 'office', 'device', 'referral', 'caseEvent'])(
    'is refused for a %s, which stays for ever',
    entity => {
      expect(refused(removing([entity, one[1]]), ['manager', 'supervisor', 'administrator'])).toBe('not-allowed')
    }
  )
})

describe('[S6] what an officer writes of themselves', () => {
  const own = (fields: object): Change =>
    ({
      id: 'd.1.2',
      seq: 2,
      officer: OFFICER,
      ops: [{ type: 'patch', entity: 'officer', id: OFFICER, fields, base: {} }]
    }) as unknown as Change
  const verifier = { salt: '', hash: '', N: 1024, r: 8, p: 1 }

  it.each(['front-office', 'auditor', 'administrator'] as const)('is kept when a %s chooses a PIN and a password', role => {
    expect(refused(own({ pin: verifier, password: verifier, mustChange: false }), [role])).toBeUndefined()
  })

  it('is kept when an administrator corrects their own name or position, as of any other officer', () => {
    expect(refused(own({ name: 'Contoh Wati', position: 'Kepala seksi' }), ['administrator'])).toBeUndefined()
  })

  it.each(['front-office', 'manager', 'supervisor', 'auditor'] as const)('is refused when a %s takes a role or a name', role => {
    expect(refused(own({ roles: ['administrator'] }), [role])).toBe('not-allowed')
    expect(refused(own({ name: 'Contoh Wati', pin: verifier }), [role])).toBe('not-allowed')
  })
})

describe('[S6] a list of proposals', () => {
  const batch = {
    type: 'create',
    entity: 'proposalBatch',
    id: OFFICER,
    fields: { number: 'USUL-A-2026-001', exportedOn: '2026-11-23', exportedAt: 1, officerId: OFFICER, columns: [], rows: [] }
  }
  const made = { id: 'd.1.2', seq: 2, officer: OFFICER, ops: [batch] } as unknown as Change

  it.each(permissions['proposals.exportReady'].by)('is kept from a %s, who may hand it over', role => {
    expect(refused(made, [role])).toBeUndefined()
  })
})
