import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { givenResident, personInput } from '#test/support/given'
import { problem, testDesk, value } from '#test/support/test-desk'

describe('families', () => {
  it('are joined by the number on their card, however it is typed', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const head = value(
      await at.api.residents.register({
        resident: personInput({ name: 'Slamet', nik: '3324101708800001', sex: 'male' }),
        family: { kind: 'new', kk: '3324100101100002', relation: 'head' },
        differentFrom: []
      })
    )
    const wife = await givenResident(at.api)
    const card = value(
      await at.api.residents.joinFamily({ residentId: wife.id, family: { kind: 'new', kk: '3324-1001.0110 0002' }, relation: 'wife' })
    )
    expect(card).toMatchObject({
      kk: '3324100101100002',
      members: [
        { residentId: head.id, relation: 'head' },
        { residentId: wife.id, relation: 'wife' }
      ]
    })
    expect(value(await at.api.residents.familyByKk({ kk: '3324 1001 0110 0002' }))).toEqual(card)
    expect(value(await at.api.residents.get({ residentId: wife.id })).family).toEqual(card)
    expect(at.desk.raw.prepare('select count(*) as n from family').get()).toEqual({ n: 1 })
  })

  it.each(['123', '3333333333333333', '3324100101100000', 'x'])('have no card with the number %s', async kk => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await givenResident(at.api)
    expect(problem(await at.api.residents.joinFamily({ residentId: id, family: { kind: 'new', kk }, relation: 'head' }))).toMatchObject({
      kind: 'kk-blocked'
    })
    const resident = personInput({ name: 'Sumarni', nik: '3324105708910002' })
    expect(
      problem(await at.api.residents.register({ resident, family: { kind: 'new', kk, relation: 'head' }, differentFrom: [] }))
    ).toMatchObject({ kind: 'kk-blocked' })
    expect(at.desk.raw.prepare('select count(*) as n from family').get()).toEqual({ n: 0 })
    expect(value(await at.api.residents.familyByKk({ kk }))).toBeNull()
  })

  it('keep the history of who belonged to them', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await givenResident(at.api)
    value(await at.api.residents.joinFamily({ residentId: id, family: { kind: 'new', kk: null }, relation: 'child' }))
    at.clock.ms += 86_400_000
    value(await at.api.residents.joinFamily({ residentId: id, family: { kind: 'new', kk: '3324100101100002' }, relation: 'head' }))
    at.clock.ms += 86_400_000
    value(await at.api.residents.leaveFamily({ residentId: id }))
    expect(at.desk.raw.prepare('select relation, since, until from membership order by since').all()).toEqual([
      { relation: 'child', since: '2026-11-23', until: '2026-11-24' },
      { relation: 'head', since: '2026-11-24', until: '2026-11-25' }
    ])
    expect(value(await at.api.residents.get({ residentId: id })).family).toBeNull()
    expect(problem(await at.api.residents.leaveFamily({ residentId: id }))).toEqual({ kind: 'not-found' })
  })

  it('name somebody who was written down twice once, after the two were found to be one, and let them go as one', async () => {
    const at = await testDesk({ officer: 'manager' })
    const register = async (fields: Parameters<typeof personInput>[0], relation: 'head' | 'wife', differentFrom: string[] = []) => {
      const family = { kind: 'new' as const, kk: '3324100101100002', relation }
      return value(await at.api.residents.register({ resident: personInput(fields), family, differentFrom }))
    }
    const head = await register({ name: 'Slamet', nik: '3324101708800001', sex: 'male', birthDate: '1980-08-17' }, 'head')
    const wife = await register({}, 'wife')
    const again = await register({ nik: null, noNikReason: 'forgotten' }, 'wife', [wife.id])
    value(await at.api.residents.merge({ residentId: again.id, into: wife.id }))
    const members = async () => value(await at.api.residents.get({ residentId: head.id })).family?.members.map(one => one.residentId)
    expect(await members()).toEqual([head.id, wife.id])
    value(await at.api.residents.leaveFamily({ residentId: wife.id }))
    expect(await members()).toEqual([head.id])
    expect(value(await at.api.residents.get({ residentId: wife.id })).family).toBeNull()
  })

  it('get the number of a new card as a whole, and are one with those who are on it already', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const join = async (residentId: string, kk: string | null, relation: 'head' | 'wife' | 'child') =>
      value(await at.api.residents.joinFamily({ residentId, family: { kind: 'new', kk }, relation }))
    const head = await givenResident(at.api, { name: 'Slamet', nik: '3324101708800001', sex: 'male', birthDate: '1980-08-17' })
    const child = await givenResident(at.api, { name: 'Bagas', nik: '3324101708100001', sex: 'male', birthDate: '2010-08-17' })
    const wife = await givenResident(at.api)
    const { id: familyId } = await join(head.id, null, 'head')
    value(await at.api.residents.joinFamily({ residentId: child.id, family: { kind: 'existing', familyId }, relation: 'child' }))
    await join(wife.id, '3324140101200002', 'wife')
    const change = (kk: string, residentId = child.id) => at.api.residents.changeKk({ residentId, kk })
    expect(problem(await change('123'))).toMatchObject({ kind: 'kk-blocked' })
    expect(problem(await change(' '))).toMatchObject({ kind: 'kk-blocked' })
    expect(problem(await change('3324140101200002', randomUUID()))).toEqual({ kind: 'not-found' })
    const card = value(await change('3324 1401 0120 0001'))
    expect(card).toMatchObject({ kk: '3324140101200001', members: [{ residentId: head.id }, { residentId: child.id }] })
    value(await change('3324140101200002'))
    const shown = value(await at.api.residents.get({ residentId: wife.id })).family?.members.map(one => one.residentId)
    expect(shown).toEqual([head.id, wife.id, child.id])
    // from now on they are renumbered together
    expect(value(await change('3324140101200003', wife.id)).members).toHaveLength(3)
  })

  it('are refused when they or the person are not there', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await givenResident(at.api)
    const nowhere = { kind: 'existing' as const, familyId: randomUUID() }
    expect(problem(await at.api.residents.joinFamily({ residentId: id, family: nowhere, relation: 'head' }))).toEqual({
      kind: 'family-not-found'
    })
    expect(
      problem(await at.api.residents.joinFamily({ residentId: randomUUID(), family: { kind: 'new', kk: null }, relation: 'head' }))
    ).toEqual({ kind: 'not-found' })
    const resident = personInput({ name: 'Sumarni', nik: '3324105708910002' })
    expect(problem(await at.api.residents.register({ resident, family: { ...nowhere, relation: 'head' }, differentFrom: [] }))).toEqual({
      kind: 'family-not-found'
    })
    expect(problem(await at.api.residents.get({ residentId: randomUUID() }))).toEqual({ kind: 'not-found' })
  })
})
