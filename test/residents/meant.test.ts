import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Identity, identityMeantBy } from '#shared/residents/meant'
import type { Resident } from '#shared/residents/resident'
import { givenResident, personInput } from '#test/support/given'
import { problem, value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict, sync } from '../sync/support/district'

const text = fc.constantFrom('Siti', 'Sumarni', 'Kartono')
const identity: fc.Arbitrary<Identity> = fc.record({
  name: text,
  nik: fc.constantFrom(null, '3324105708900001', '3324105708900002'),
  noNikReason: fc.constantFrom(null, 'forgotten' as const),
  nikOverrideReason: fc.constantFrom(null, 'Sesuai KTP'),
  sex: fc.constantFrom('male' as const, 'female' as const),
  birthPlace: fc.option(text),
  birthDate: fc.constantFrom(null, '1990-08-17'),
  religion: fc.constant(null),
  maritalStatus: fc.constant(null),
  occupation: fc.option(text),
  motherName: fc.option(text),
  phone: fc.constantFrom(null, '+6281234567890', '+6281234567891'),
  phoneOwner: fc.constantFrom(null, 'self' as const, 'family' as const),
  address: text.map(line => ({ line, rt: null, rw: null, villageCode: null, postcode: null })),
  domicile: fc.constant(null),
  note: fc.option(text),
  presence: fc.constantFrom(null, undefined, 'moved' as const)
})
const fieldsOf = (one: Identity) => Object.keys(one) as (keyof Identity)[]

describe('what somebody meant who corrected a form', () => {
  it('is what they typed, where nothing was changed meanwhile', () => {
    fc.assert(
      fc.property(identity, identity, (said, shown) => {
        expect(identityMeantBy(said, shown, shown).clashes).toEqual([])
        const { presence, ...rest } = identityMeantBy(said, shown, shown).meant
        expect({ ...rest, presence: presence ?? null }).toEqual({ ...said, presence: said.presence ?? null })
      })
    )
  })

  it('is nothing at all, where they left everything as it stood', () => {
    fc.assert(
      fc.property(identity, identity, (shown, now) => {
        expect(identityMeantBy(shown, shown, now)).toEqual({ meant: now, clashes: [] })
      })
    )
  })

  it('clashes only in fields that say three things, and is what was said or what stands there', () => {
    fc.assert(
      fc.property(identity, identity, identity, (said, shown, now) => {
        const { meant, clashes } = identityMeantBy(said, shown, now)
        for (const field of fieldsOf(said)) expect([said[field] ?? null, now[field] ?? null]).toContainEqual(meant[field] ?? null)
        for (const field of clashes)
          expect(new Set([said, shown, now].map(one => JSON.stringify(one[field] ?? null))).size).toBeGreaterThan(1)
      })
    )
  })

  it('takes a NIK together with why there is none, and a telephone together with whose it is', () => {
    const base = personInput({}) as Identity
    const said = { ...base, phone: '+6281234567890', phoneOwner: 'family' as const }
    const now = { ...base, phone: null, phoneOwner: null, occupation: 'Nelayan' }
    const shown = { ...base, phone: '+6281234567899', phoneOwner: 'family' as const }
    expect(identityMeantBy(said, shown, now)).toEqual({ meant: { ...said, occupation: 'Nelayan' }, clashes: ['phone', 'phoneOwner'] })
  })
})

describe('a form that was open while another desk corrected the same person', () => {
  async function twoDesks() {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const { id: residentId } = await givenResident(a.api)
    await sync(a)
    const b = await furtherDesk(district)
    const { resident: shown } = value(await a.api.residents.get({ residentId }))
    const at = (desk: typeof a) => desk.api.residents.get({ residentId }).then(answer => value(answer).resident)
    const correct = (desk: typeof a, fields: Parameters<typeof personInput>[0], seen?: Resident) =>
      desk.api.residents.correct({ residentId, resident: personInput(fields), ...(seen && { shown: seen }), differentFrom: [] })
    return { a, b, shown, at, correct }
  }

  it('takes back nothing of what came meanwhile', async () => {
    const { a, b, shown, at, correct } = await twoDesks()
    value(await correct(b, { occupation: 'Nelayan' }))
    await sync(b)
    await sync(a)
    value(await correct(a, { motherName: 'Sumiyati' }, shown))
    expect(await at(a)).toMatchObject({ occupation: 'Nelayan', motherName: 'Sumiyati' })
    await sync(a)
    await sync(b)
    expect(await at(b)).toEqual(await at(a))
  })

  it('shows what stands there now before it writes over it', async () => {
    const { a, b, shown, at, correct } = await twoDesks()
    value(await correct(b, { occupation: 'Nelayan' }))
    await sync(b)
    await sync(a)
    const refused = problem(await correct(a, { occupation: 'Pedagang' }, shown))
    expect(refused).toMatchObject({ kind: 'changed-meanwhile', fields: ['occupation'], now: { occupation: 'Nelayan' } })
    expect(await at(a)).toMatchObject({ occupation: 'Nelayan' })
    value(await correct(a, { occupation: 'Pedagang' }, await at(a)))
    expect(await at(a)).toMatchObject({ occupation: 'Pedagang' })
  })
})
