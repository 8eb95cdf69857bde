import { describe, expect, it } from 'vitest'
import type { Role } from '#shared/officers/officer'
import { actAs, problem, type TestDesk, value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict } from './support/district'
import { eachWithStick } from './support/stick'

const stick = eachWithStick()

/** What an administrator does at one desk to an officer who sits at another. */
async function correctAt(at: TestDesk, officerId: string, change: { roles?: Role[]; isActive?: boolean }): Promise<void> {
  await actAs(at, 'administrator')
  const officer = value(await at.api.officers.all({})).find(({ id }) => id === officerId)
  if (!officer) throw new Error('no such officer')
  const { id, name, roles, isActive, position, decreeNumber } = officer
  value(await at.api.officers.correct({ id, name, roles, isActive, position, decreeNumber, ...change }))
}

async function twoDesks() {
  const district = await openDistrict()
  const here = await firstDesk(district)
  const there = await furtherDesk(district)
  await actAs(here, 'manager')
  const manager = value(await here.api.officers.me({})).officer?.id ?? ''
  return { district, here, there, manager }
}

describe('an officer who sits at a desk while the district brings that', () => {
  it('they work here no longer is signed out at once, in a line of the access log', async () => {
    const { here, there, manager } = await twoDesks()
    await correctAt(there, manager, { isActive: false })
    await there.desk.sync.now()
    expect(value(await here.api.officers.me({})).officer?.id).toBe(manager)
    here.announced.length = 0
    await here.desk.sync.now()
    expect(value(await here.api.officers.me({}))).toMatchObject({ officer: null, isLocked: false })
    expect(problem(await here.api.backups.test({}))).toEqual({ kind: 'not-signed-in' })
    expect(here.announced).toContainEqual({ kind: 'session-changed' })
    const ended = here.desk.raw
      .prepare("select count(*) from audit where line ->> '$.call' = 'officers.signOut' and officer = ?")
      .pluck()
      .get(manager)
    expect(ended).toBe(1)
  })

  it('a role was taken from them may do no more with it, and is not signed out', async () => {
    const { here, there, manager } = await twoDesks()
    await correctAt(there, manager, { roles: ['front-office'] })
    await there.desk.sync.now()
    await here.desk.sync.now()
    expect(value(await here.api.officers.me({})).officer).toMatchObject({ id: manager, roles: ['front-office'] })
    expect(problem(await here.api.backups.test({}))).toEqual({ kind: 'not-allowed' })
  })

  it('they work here no longer has no place at the locked screen either', async () => {
    const { here, there, manager } = await twoDesks()
    value(await here.api.officers.lock({}))
    await correctAt(there, manager, { isActive: false })
    await there.desk.sync.now()
    await here.desk.sync.now()
    expect(value(await here.api.officers.me({}))).toMatchObject({ officer: null, isLocked: false })
  })

  it('they work here no longer is signed out too when a stick brings it', async () => {
    const { district, here, there, manager } = await twoDesks()
    await correctAt(there, manager, { isActive: false })
    await there.desk.sync.now()
    await stick().pack(district, '--for', 'a')
    expect(await stick().read(here)).toMatchObject([{ outcome: 'taken' }])
    expect(value(await here.api.officers.me({})).officer).toBeNull()
  })

  it('nothing new of them goes on as before', async () => {
    const { here, there, manager } = await twoDesks()
    await there.desk.sync.now()
    here.announced.length = 0
    await here.desk.sync.now()
    expect(value(await here.api.officers.me({})).officer?.id).toBe(manager)
    expect(here.announced).not.toContainEqual({ kind: 'session-changed' })
  })
})
