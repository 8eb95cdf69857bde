import { describe, expect, it } from 'vitest'
import { foldAgain, snapshot } from '#main/changes/fold'
import type { QualityKind } from '#shared/quality/quality.contract'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenResident, personInput } from '#test/support/given'
import { type TestDesk, testDesk, value } from '#test/support/test-desk'

const KEBONHARJO = '33.24.10.2001'
const living = { ...personInput().address, villageCode: KEBONHARJO }

/** How many there are of each kind. */
async function totals({ api }: Pick<TestDesk, 'api'>): Promise<Partial<Record<QualityKind, number>>> {
  const { counts } = value(await api.quality.counts({}))
  const sums: Partial<Record<QualityKind, number>> = {}
  for (const { kind, n } of counts) sums[kind] = (sums[kind] ?? 0) + n
  return sums
}
const listed = async (
  { api }: Pick<TestDesk, 'api'>,
  kind: Exclude<QualityKind, 'possible-duplicate'>,
  villageCode: string | null = null
) => value(await api.quality.list({ kind, villageCode, isChecked: false, after: null })).lines.map(line => line.residentId)

describe('what is wrong in the data', () => {
  it('is counted by village, listed, and gone as soon as it is repaired', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await givenResident(at.api, { nik: null, noNikReason: 'forgotten', address: living })
    await givenResident(at.api, { name: 'Budi Santoso', nik: '3324101708900007', sex: 'male', address: living })
    const { counts, villages } = value(await at.api.quality.counts({}))
    expect(counts).toContainEqual({ kind: 'no-nik', villageCode: KEBONHARJO, n: 1, checked: 0 })
    expect(villages).toEqual([{ code: KEBONHARJO, name: expect.any(String) }])
    expect(await listed(at, 'no-nik', KEBONHARJO)).toEqual([id])
    expect(await listed(at, 'no-nik', '33.24.10.2002')).toEqual([])
    expect(value(await at.api.quality.list({ kind: 'no-nik', villageCode: null, isChecked: false, after: null })).lines[0]).toMatchObject({
      noNikReason: 'forgotten',
      nikMasked: null
    })

    value(await at.api.residents.correct({ residentId: id, resident: personInput({ address: living }), differentFrom: [] }))
    expect(await listed(at, 'no-nik')).toEqual([])
    expect((await totals(at))['no-nik']).toBeUndefined()
  })

  it('tells a family card without a number from one with a number', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await givenResident(at.api)
    expect(await listed(at, 'no-kk')).toEqual([id])
    value(await at.api.residents.joinFamily({ residentId: id, family: { kind: 'new', kk: null }, relation: 'head' }))
    expect(await listed(at, 'no-kk')).toEqual([id])
    value(await at.api.residents.joinFamily({ residentId: id, family: { kind: 'new', kk: '3324100101100002' }, relation: 'head' }))
    expect(await listed(at, 'no-kk')).toEqual([])
    value(await at.api.residents.leaveFamily({ residentId: id }))
    expect(await listed(at, 'no-kk')).toEqual([id])
  })

  it('knows who would be older than anybody, and who was born after today on a PC whose clock went back', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const old = await givenResident(at.api, { birthDate: '1890-08-17' })
    const young = await givenResident(at.api, { name: 'Bayi Contoh', nik: null, noNikReason: 'newborn', birthDate: '2026-11-20' })
    expect(await listed(at, 'too-old')).toEqual([old.id])
    expect(await listed(at, 'born-in-future')).toEqual([])
    at.clock.ms -= 10 * 24 * 3600 * 1000
    expect(await listed(at, 'born-in-future')).toEqual([young.id])
  })

  it('lists who died until the ministry was asked to take the person out', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const { id } = await givenResident(at.api)
    value(await at.api.residents.correct({ residentId: id, resident: personInput({ presence: 'deceased' }), differentFrom: [] }))
    expect(await totals(at)).toEqual({ deceased: 1 })
    const proposal = value(
      await at.api.proposals.propose({ residentId: id, caseId: null, kind: 'removal', what: 'Meninggal dunia 2 November', documents: [] })
    )
    expect(await totals(at)).toEqual({})
    value(await at.api.proposals.answer({ proposalId: proposal.id, to: 'withdrawn', note: null }))
    expect(await totals(at)).toEqual({ deceased: 1 })
  })

  it('comes in pages that neither repeat nor leave anybody out', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const ids: string[] = []
    for (let n = 0; n < 107; n++)
      ids.push(
        (
          await givenResident(at.api, {
            name: `Warga ${'ABCDEFGHIJKLM'[n % 13]}${n}x`,
            birthDate: null,
            nik: null,
            noNikReason: 'forgotten'
          })
        ).id
      )
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: { lines: { residentId: string }[]; next: string | null } = value(
        await at.api.quality.list({ kind: 'no-nik', villageCode: null, isChecked: false, after })
      )
      seen.push(...page.lines.map(line => line.residentId))
      after = page.next
    } while (after)
    expect(seen).toEqual([...ids].sort())
  })

  it('leaves out a record that was merged, and is the same when the log is folded again', async () => {
    const at = await testDesk({ officer: 'manager' })
    const a = await givenResident(at.api, { nik: null, noNikReason: 'forgotten' })
    const b = await givenResident(at.api, { name: 'Sumarni', nik: '3324105708900002' })
    value(await at.api.residents.merge({ residentId: a.id, into: b.id }))
    expect((await totals(at))['no-nik']).toBeUndefined()
    const before = snapshot(at.desk.raw)
    foldAgain(at.desk.raw)
    expect(snapshot(at.desk.raw)).toEqual(before)
    value(await at.api.residents.unmerge({ residentId: a.id }, await confirmedBy(at, 'administrator')))
    expect((await totals(at))['no-nik']).toBe(1)
  })
})
