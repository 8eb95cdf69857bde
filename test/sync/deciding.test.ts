import { describe, expect, it } from 'vitest'
import type { Role } from '#shared/officers/officer'
import { actAs, problem, type TestDesk, value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict, sync } from './support/district'

describe('[S6] what a person decides between two desks', () => {
  /** Two administrators gave one officer other roles without knowing of each other. */
  async function withRolesApart() {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await sync(a)
    const b = await furtherDesk(district)
    const giveRoles = async (at: TestDesk, roles: Role[]) => {
      await actAs(at, 'administrator')
      const front = value(await at.api.officers.all({})).find(one => one.roles[0] === 'front-office')
      if (!front) throw new Error('nobody sits at the counter')
      const { id, name, position, decreeNumber, isActive } = front
      value(await at.api.officers.correct({ id, name, position, decreeNumber, isActive, roles }))
      await sync(at)
    }
    await giveRoles(a, ['front-office', 'back-office'])
    await giveRoles(b, ['front-office', 'administrator'])
    await sync(a)
    const [card] = value(await a.api.sync.clashes({}))
    if (!card) throw new Error('no card')
    return { a, decide: () => a.api.sync.resolve({ ...card, choices: { roles: 'wished' } }) }
  }

  it('is decided beside the value that stands: not when that one changed while the card was read', async () => {
    const { a, decide } = await withRolesApart()
    await actAs(a, 'administrator')
    const front = value(await a.api.officers.all({})).find(one => one.roles.includes('back-office') && one.roles.includes('front-office'))
    if (!front) throw new Error('nobody sits at the counter')
    const { id, name, position, decreeNumber, isActive } = front
    value(await a.api.officers.correct({ id, name, position, decreeNumber, isActive, roles: ['front-office', 'supervisor'] }))
    expect(problem(await decide())).toEqual({ kind: 'moved-on' })
    expect(value(await a.api.sync.clashes({}))).toHaveLength(1)
  })

  it('is theirs only where they may write it: nobody at the counter gives themselves a role', async () => {
    const { a, decide } = await withRolesApart()
    await actAs(a, 'front-office')
    expect(problem(await decide())).toEqual({ kind: 'not-allowed' })
    expect(value(await a.api.sync.clashes({}))).toHaveLength(1)
    await actAs(a, 'administrator')
    value(await decide())
    await sync(a)
    expect(value(await a.api.sync.status({}))).toMatchObject({ unsent: 0, refused: 0, waiting: 0 })
  })
})
