import { describe, expect, it } from 'vitest'
import { foldAgain, snapshot } from '#main/changes/fold'
import type { CheckableFlaw } from '#shared/residents/flaw-check'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenResident, personInput } from '#test/support/given'
import { problem, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict, sync } from '../sync/support/district'

type Api = Pick<TestDesk, 'api'>

const listed = async ({ api }: Api, kind: CheckableFlaw, isChecked: boolean) =>
  value(await api.quality.list({ kind, villageCode: null, isChecked, after: null })).lines
const ids = async (at: Api, kind: CheckableFlaw) => (await listed(at, kind, false)).map(line => line.residentId)
const counted = async ({ api }: Api, kind: CheckableFlaw) => {
  const counts = value(await api.quality.counts({})).counts.filter(count => count.kind === kind)
  return counts.map(({ n, checked }) => ({ n, checked }))
}
const reason = 'KTP dan KK asli menulis sama'

/** Somebody whose birth date is another than the one in the NIK, by Dukcapil too. */
const givenSiti = (at: Api) => givenResident(at.api, { birthDate: '1990-08-18' })

describe('what looks wrong and is right as it is', () => {
  it('leaves the list with the reason, is counted apart, and comes back when that is taken back', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id: residentId } = await givenSiti(at)
    expect(await counted(at, 'nik-birth')).toEqual([{ n: 1, checked: 0 }])

    value(await at.api.quality.confirm({ residentId, kind: 'nik-birth', reason }))
    expect(await ids(at, 'nik-birth')).toEqual([])
    expect(await counted(at, 'nik-birth')).toEqual([{ n: 0, checked: 1 }])
    const [line] = await listed(at, 'nik-birth', true)
    expect(line).toMatchObject({ residentId, check: { reason, officerName: expect.any(String) } })
    expect(JSON.stringify(line)).not.toContain(personInput().nik)

    value(await at.api.quality.reopen({ residentId, kind: 'nik-birth' }))
    expect(await ids(at, 'nik-birth')).toEqual([residentId])
    expect(await counted(at, 'nik-birth')).toEqual([{ n: 1, checked: 0 }])
  })

  it('is asked about again when the data change, and not of another flaw of the same person', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const siti = await givenSiti(at)
    const residentId = siti.id
    value(await at.api.quality.confirm({ residentId, kind: 'nik-birth', reason }))
    expect(await ids(at, 'no-kk')).toEqual([residentId])
    const correct = async (birthDate: string) =>
      value(await at.api.residents.correct({ residentId, resident: personInput({ birthDate }), differentFrom: [] }))
    await correct('1990-08-19')
    expect(await ids(at, 'nik-birth')).toEqual([residentId])
    expect(await listed(at, 'nik-birth', true)).toEqual([])
    await correct('1990-08-18')
    expect(await ids(at, 'nik-birth')).toEqual([])
  })

  it.each([
    ['no-nik', { nik: null, noNikReason: 'never-recorded' as const }],
    ['no-birth-date', { birthDate: null }],
    ['no-kk', {}],
    ['too-old', { birthDate: '1890-08-17' }],
    ['nik-sex', { sex: 'male' as const }]
  ] as const)('holds for %s', async (kind, fields) => {
    const at = await testDesk({ officer: 'front-office' })
    const { id: residentId } = await givenResident(at.api, fields)
    expect(await ids(at, kind)).toEqual([residentId])
    value(await at.api.quality.confirm({ residentId, kind, reason }))
    expect(await ids(at, kind)).toEqual([])
    expect((await listed(at, kind, true)).map(line => line.residentId)).toEqual([residentId])
    expect(await counted(at, kind)).toEqual([{ n: 0, checked: 1 }])
  })

  it('is somebody who died and is in no register', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id: residentId } = await givenResident(at.api)
    value(await at.api.residents.correct({ residentId, resident: personInput({ presence: 'deceased' }), differentFrom: [] }))
    value(await at.api.quality.confirm({ residentId, kind: 'deceased', reason: 'Tidak ada di data kementerian' }))
    expect(await counted(at, 'deceased')).toEqual([{ n: 0, checked: 1 }])
  })

  it('is refused of what is not on the list, and without a reason', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id: residentId } = await givenSiti(at)
    expect(problem(await at.api.quality.confirm({ residentId, kind: 'nik-sex', reason }))).toEqual({ kind: 'nothing-to-confirm' })
    expect(problem(await at.api.quality.confirm({ residentId, kind: 'nik-birth', reason: '  ' }))).toMatchObject({ kind: 'invalid-input' })
    expect(problem(await at.api.quality.reopen({ residentId, kind: 'nik-birth' }))).toEqual({ kind: 'nothing-to-confirm' })
    value(await at.api.quality.confirm({ residentId, kind: 'nik-birth', reason }))
    expect(problem(await at.api.quality.confirm({ residentId, kind: 'nik-birth', reason }))).toEqual({ kind: 'nothing-to-confirm' })
  })

  it('stays with the person through a merge where the data are the same, and the tables are the same when the log is folded again', async () => {
    const at = await testDesk({ officer: 'manager' })
    const siti = await givenResident(at.api, { nik: null, noNikReason: 'never-recorded' })
    const other = await givenResident(at.api, { name: 'Sumarni', nik: null, noNikReason: 'never-recorded' })
    value(await at.api.quality.confirm({ residentId: siti.id, kind: 'no-nik', reason }))
    value(await at.api.residents.merge({ residentId: siti.id, into: other.id }))
    expect(await counted(at, 'no-nik')).toEqual([{ n: 0, checked: 1 }])
    const before = snapshot(at.desk.raw)
    foldAgain(at.desk.raw)
    expect(snapshot(at.desk.raw)).toEqual(before)
    value(await at.api.residents.unmerge({ residentId: siti.id }, await confirmedBy(at, 'administrator')))
    expect(await ids(at, 'no-nik')).toEqual([other.id])
  })
})

describe('[C1] on two desks that did not know of each other', () => {
  async function twoDesks() {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const { id: residentId } = await givenSiti(a)
    await sync(a)
    const b = await furtherDesk(district)
    return {
      a,
      b,
      residentId,
      meet: async () => {
        for (const desk of [a, b, a]) await sync(desk)
      }
    }
  }

  it('is known to both, and both words are taken back at once', async () => {
    const { a, b, residentId, meet } = await twoDesks()
    value(await a.api.quality.confirm({ residentId, kind: 'nik-birth', reason }))
    value(await b.api.quality.confirm({ residentId, kind: 'nik-birth', reason: 'Akta lahir' }))
    await meet()
    expect(value(await a.api.sync.clashes({}))).toEqual([])
    for (const desk of [a, b]) expect(await ids(desk, 'nik-birth')).toEqual([])
    value(await b.api.quality.reopen({ residentId, kind: 'nik-birth' }))
    await meet()
    for (const desk of [a, b]) expect(await ids(desk, 'nik-birth')).toEqual([residentId])
  })

  it('stands no more where the other desk changed the data meanwhile', async () => {
    const { a, b, residentId, meet } = await twoDesks()
    value(await a.api.quality.confirm({ residentId, kind: 'nik-birth', reason }))
    value(await b.api.residents.correct({ residentId, resident: personInput({ birthDate: '1990-08-20' }), differentFrom: [] }))
    await meet()
    for (const desk of [a, b]) expect(await ids(desk, 'nik-birth')).toEqual([residentId])
  })
})
