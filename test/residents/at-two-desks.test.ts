import { describe, expect, it } from 'vitest'
import { givenResident, personInput } from '#test/support/given'
import { value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict, sync } from '#test/sync/support/district'

const DAY = 86_400_000
const KK = '3324100101100001'

describe('people whom two desks know, and neither knows what the other does', () => {
  it('two people without a NIK never get one provisional number', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await sync(a)
    const b = await furtherDesk(district)
    const homeless = { nik: null, noNikReason: 'homeless' as const, birthDate: null }
    const numberOf = async (at: typeof a, name: string) => (await givenResident(at.api, { ...homeless, name })).provisionalId
    expect(await numberOf(a, 'Suroto')).toBe('TNIK-3324-26-1')
    expect(await numberOf(b, 'Budi')).toBe('TNIK-3324-26-B1')
    for (const desk of [b, a]) await sync(desk)
    expect(await numberOf(a, 'Tarmin')).toBe('TNIK-3324-26-2')
    expect(await numberOf(b, 'Jumadi')).toBe('TNIK-3324-26-B2')
  })

  it('a family that both wrote down by the number on its card is one family, with the head at its head', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await sync(a)
    const b = await furtherDesk(district)
    const family = { kind: 'new' as const, kk: KK }
    const head = { name: 'Slamet', nik: '3324101708800001', sex: 'male' as const, birthDate: '1980-08-17' }
    const slamet = value(
      await a.api.residents.register({ resident: personInput(head), family: { ...family, relation: 'head' }, differentFrom: [] })
    )
    const siti = value(
      await b.api.residents.register({ resident: personInput(), family: { ...family, relation: 'wife' }, differentFrom: [] })
    )
    for (const desk of [a, b, a]) await sync(desk)
    for (const residentId of [slamet.id, siti.id])
      expect(value(await a.api.residents.get({ residentId })).family?.members.map(one => one.residentId)).toEqual([slamet.id, siti.id])
    const [hit] = value(await a.api.search.find({ text: 'Siti Aminah', purpose: 'visit' }))
    expect(hit).toMatchObject({ residentId: siti.id, family: { headName: 'Slamet' } })
  })

  it('somebody whom each put on another card is on the card that was said last, and leaves both at once', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const { id: residentId } = await givenResident(a.api)
    await sync(a)
    const b = await furtherDesk(district)
    const join = (at: typeof a, kk: string) => at.api.residents.joinFamily({ residentId, family: { kind: 'new', kk }, relation: 'wife' })
    const first = value(await join(b, '3324100101100002'))
    a.clock.ms += DAY
    value(await join(a, KK))
    for (const desk of [a, b, a]) await sync(desk)
    expect(value(await a.api.residents.get({ residentId })).family?.kk).toBe(KK)
    expect(value(await a.api.residents.familyByKk({ kk: first.kk ?? '' }))?.members).toEqual([])
    value(await a.api.residents.leaveFamily({ residentId }))
    expect(value(await a.api.residents.get({ residentId })).family).toBeNull()
  })
})
