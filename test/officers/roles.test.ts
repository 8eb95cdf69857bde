import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Change } from '#shared/changes/change'
import type { Op } from '#shared/changes/op'
import type { Row } from '#shared/changes/reduce'
import { mayResetPin, ROLES, type Role } from '#shared/officers/officer'
import { mayCall, permissions } from '#shared/permissions'
import { refusalOf } from '#shared/sync/rights'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'

const PIN = '918273'
const SIGNED_IN: readonly unknown[] = ['anybody', 'signed-in']
const verifier = { salt: '', hash: '', N: 1024, r: 8, p: 1 }

/** What the district says of a change that gives somebody a new PIN. */
function districtSays(own: readonly Role[], target: readonly Role[]) {
  const [maker, other] = [randomUUID(), randomUUID()]
  const rows: Record<string, Row> = {
    [maker]: { fields: { roles: [...own], isActive: true }, stamps: {} },
    [other]: { fields: { roles: [...target], isActive: true }, stamps: {} }
  }
  const op: Op = { type: 'patch', entity: 'officer', id: other, fields: { pin: verifier }, base: {} }
  const change = { officer: maker, seq: 2, ops: [op] } as unknown as Change
  return refusalOf(change, (_, id) => rows[id])
}

describe('giving somebody else a new PIN', () => {
  const pairs = ROLES.flatMap(own => ROLES.map(target => ({ own, target })))

  it.each(pairs)('as $own for $target is allowed at the desk and by the district alike', async ({ own, target }) => {
    const isAllowed = own === 'administrator' || (own === 'supervisor' && (target === 'front-office' || target === 'back-office'))
    expect(mayResetPin([own], [target])).toBe(isAllowed)
    expect(districtSays([own], [target])).toBe(isAllowed ? undefined : 'not-allowed')
  })

  it('lets a supervisor help the counter without a line, and lends nobody a higher right', async () => {
    const open = await testDesk({ officer: 'administrator' })
    const { api, desk } = open
    const officers = value(await api.officers.list({}))
    const idOf = (role: Role) => officers.find(one => one.roles[0] === role)?.id ?? ''
    const added = value(
      await api.officers.add({ name: 'Contoh Camat', roles: ['supervisor'], position: null, decreeNumber: null, pin: PIN })
    )
    desk.session.officer = added
    value(await api.officers.resetPin({ officerId: idOf('front-office'), pin: PIN }))
    for (const role of ['manager', 'administrator'] as const)
      expect(problem(await api.officers.resetPin({ officerId: idOf(role), pin: PIN }))).toEqual({ kind: 'not-allowed' })
    expect(value(await api.officers.signIn({ officerId: idOf('front-office'), pin: PIN })).roles).toContain('front-office')
    await actAs(open, 'nobody')
    expect(problem(await api.officers.resetPin({ officerId: idOf('front-office'), pin: PIN }))).toEqual({ kind: 'not-signed-in' })
  })
})

it('keeps an auditor to the access log: no call that shows or changes a person is theirs', () => {
  const all = Object.keys(permissions) as (keyof typeof permissions)[]
  const theirs = all.filter(channel => mayCall(channel, ['auditor']) && !SIGNED_IN.includes(permissions[channel]))
  expect(theirs.sort()).toEqual(['audit.atDistrict', 'audit.list', 'office.checkLog'])
})
