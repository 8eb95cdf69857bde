import { describe, expect, it } from 'vitest'
import { givenResident, personInput } from '#test/support/given'
import { problem, testDesk, value } from '#test/support/test-desk'

/** A NIK of Patebon for any day, as typed. */
const nikOf = (dd: string, serial: string) => `332410${dd}0890${serial}`

describe('people who may be the same', () => {
  const living = { address: { ...personInput().address, villageCode: '33.24.10.2001' } }

  it('are shown with the evidence once, and registered when the officer says they differ', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const known = await givenResident(at.api, { name: 'Djoko Soesilo', nik: nikOf('17', '0020'), sex: 'male', ...living })
    const input = personInput({ name: 'Joko Susilo', nik: nikOf('17', '0021'), sex: 'male', ...living })
    const asked = problem(await at.api.residents.register({ resident: input, family: null, differentFrom: [] }))
    expect(asked).toMatchObject({
      kind: 'possible-duplicates',
      candidates: [
        {
          residentId: known.id,
          name: 'Djoko Soesilo',
          nikMasked: '332410******0020',
          evidence: ['nik-one-off-same-name', 'same-name-birth-village']
        }
      ]
    })
    const second = value(await at.api.residents.register({ resident: input, family: null, differentFrom: [known.id] }))
    expect(second.id).not.toBe(known.id)
  })

  it('show the digit in which their NIKs differ, wherever it stands, and no more of the number', async () => {
    const at = await testDesk({ officer: 'front-office' })
    await givenResident(at.api, { name: 'Sumarni', nik: '3324105708900123', birthDate: null })
    const slip = { name: 'Sumarni', nik: '3324105708910123', birthDate: null }
    expect(problem(await at.api.residents.register({ resident: personInput(slip), family: null, differentFrom: [] }))).toMatchObject({
      candidates: [{ nikMasked: '332410*****00123' }]
    })
  })

  it('are found when two digits were swapped, but not when the names differ', async () => {
    const at = await testDesk({ officer: 'front-office' })
    await givenResident(at.api, { name: 'Sumarni', nik: '3324105708900123', birthDate: null })
    const swapped = { nik: '3324105708900132', birthDate: null }
    expect(
      problem(await at.api.residents.register({ resident: personInput({ name: 'Sumarni', ...swapped }), family: null, differentFrom: [] }))
    ).toMatchObject({ candidates: [{ evidence: ['nik-one-off-same-name'] }] })
    value(await at.api.residents.register({ resident: personInput({ name: 'Suparti', ...swapped }), family: null, differentFrom: [] }))
  })

  it('are found on the same family card by name and year', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const family = { kind: 'new' as const, kk: '3324100101100002', relation: 'child' as const }
    const resident = { name: 'Rizki Maulana', noNikReason: 'never-recorded' as const, nik: null, sex: 'male' as const }
    value(await at.api.residents.register({ resident: personInput({ ...resident, birthDate: '2015-01-02' }), family, differentFrom: [] }))
    const again = personInput({ ...resident, name: 'Rizky Maulana', birthDate: '2015-11-30' })
    expect(problem(await at.api.residents.register({ resident: again, family, differentFrom: [] }))).toMatchObject({
      candidates: [{ evidence: ['same-family-name-year'] }]
    })
  })

  it('are found among hundreds of the same name', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const people = Array.from({ length: 230 }, (_, i) =>
      at.api.residents.register({
        resident: personInput({
          name: 'Siti Aminah Baru',
          nik: `33241057${String(1 + (i % 12)).padStart(2, '0')}60${String(1000 + i * 11)}`,
          birthDate: null
        }),
        family: null,
        differentFrom: []
      })
    )
    const first = await people[0]
    expect((await Promise.all(people)).filter(answer => answer.ok).length).toBeGreaterThan(100)
    const known = await givenResident(at.api, { name: 'Siti Aminah', nik: '3324105708900777', birthDate: null })
    expect(first?.ok).toBe(true)
    const slip = personInput({ name: 'Siti Aminah', nik: '3324105708900778', birthDate: null })
    expect(problem(await at.api.residents.register({ resident: slip, family: null, differentFrom: [] }))).toMatchObject({
      candidates: [{ residentId: known.id }]
    })
  })
})
