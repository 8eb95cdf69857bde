import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { headOf } from '#main/changes/log'
import { LETTER_TYPES } from '#shared/directory/directory'
import { letterTypes } from '#shared/letters/letter-types'
import { givenCase, givenResident, personInput } from '#test/support/given'
import { orderOf } from '#test/support/letters'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'

describe('issuing', () => {
  it.each(LETTER_TYPES)('keeps number, snapshot, bytes and hashes of a %s together', async type => {
    const at = await testDesk({ officer: 'front-office' })
    const before = headOf(at.desk.raw).seq
    const order = await orderOf(at, type)
    const made = headOf(at.desk.raw).seq
    const letter = value(await at.api.letters.issue(order))
    expect(headOf(at.desk.raw).seq).toBe(made + 1)
    expect(made).toBeGreaterThan(before)
    expect(letter).toMatchObject({
      type,
      sequence: 1,
      year: 2026,
      issuedOn: '2026-11-23',
      status: 'issued',
      caseId: order.caseId,
      paper: 'F4',
      pdfPages: 1
    })
    expect(letter.number).toBe(`${letterTypes[type].classification['permendagri-83-2022']}/001/SLRT-A/XI/2026`)

    const pdf = value(await at.api.letters.pdf({ letterId: letter.id }))
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(letter.pdfHash)
    const stored = value(await at.api.letters.get({ letterId: letter.id })).letter
    expect(stored.facts).toEqual(letter.facts)
    expect(
      createHash('sha256')
        .update(JSON.stringify({ ...stored.facts, verification: null }))
        .digest('hex')
    ).toBe(letter.dataHash)
    expect(stored.facts.verification?.codeText).toBe(letter.codeText)
  })

  it('prints on the page what it keeps', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'rujukan-kesehatan')
    const preview = value(await at.api.letters.preview(order))
    expect(preview).toMatchObject({ missing: [], sheet: { kind: 'letter', number: null, verification: null } })
    const letter = value(await at.api.letters.issue(order))
    expect(at.sheets.at(-1)).toMatchObject({ number: letter.number, verification: { codeText: letter.codeText } })
  })

  it('goes into the history of the case', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'rujukan-kesehatan')
    const letter = value(await at.api.letters.issue(order))
    expect(value(await at.api.cases.get({ caseId: order.caseId })).events.at(-1)).toMatchObject({ kind: 'letter', text: letter.number })
    expect(value(await at.api.letters.ofCase({ caseId: order.caseId }))).toMatchObject([{ id: letter.id, number: letter.number }])
  })

  it('hides the NIK where the letter’s target has no use for it', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const letter = value(await at.api.letters.issue(await orderOf(at, 'pengantar-baznas')))
    expect(letter.facts.resident.nik).toMatch(/^\d{6}\*{6}\d{4}$/)
    expect(letter.facts.resident.kk).toBeNull()
  })

  it('tells the agency what the referral says, not what the resident told the counter', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const letter = value(await at.api.letters.issue(await orderOf(at, 'rujukan-kesehatan')))
    const said = JSON.stringify(at.sheets.at(-1))
    const [sent] = value(await at.api.referrals.ofCase({ caseId: letter.caseId }))
    const { summary } = value(await at.api.cases.get({ caseId: letter.caseId })).case
    expect(sent?.reason).not.toBe(summary)
    expect(said).toContain(sent?.reason)
    expect(said).not.toContain(summary)
  })

  it('of a DTSEN certificate names the head of the family by NIK, as long as the head lives', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'keterangan-dtsen')
    const { residentId } = value(await at.api.cases.get({ caseId: order.caseId })).case
    const head = await givenResident(at.api, { name: 'Slamet Contoh', nik: '3324100203850003', sex: 'male', birthDate: '1985-03-02' })
    const card = value(
      await at.api.residents.joinFamily({ residentId: head.id, family: { kind: 'new', kk: '3324100101150009' }, relation: 'head' })
    )
    value(await at.api.residents.joinFamily({ residentId, family: { kind: 'existing', familyId: card.id }, relation: 'child' }))
    const first = value(await at.api.letters.issue(order))
    expect(first.facts.familyHead).toMatchObject({ name: 'Slamet Contoh', nik: '3324100203850003' })
    const died = personInput({ name: 'Slamet Contoh', nik: '3324100203850003', sex: 'male', birthDate: '1985-03-02', presence: 'deceased' })
    value(await at.api.residents.correct({ residentId: head.id, resident: died, differentFrom: [] }))
    expect(value(await at.api.letters.issue({ ...order, inSpiteOf: first.id })).facts.familyHead).toBeNull()
  })

  it('of a DTSEN certificate rests on DTSEN, whatever another list has said since', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'keterangan-dtsen')
    const { residentId } = value(await at.api.cases.get({ caseId: order.caseId })).case
    at.clock.ms += 60_000
    const said = {
      visitId: null,
      source: 'village-list' as const,
      isListed: true,
      decile: 1,
      period: '2026-11',
      programmes: [],
      note: null
    }
    value(await at.api.registry.recordCheck({ residentId, ...said }))
    expect(value(await at.api.letters.issue(order)).facts.registry).toMatchObject({ source: 'DTSEN', decile: 2 })
    const other = await givenResident(at.api, { name: 'Slamet Contoh', nik: '3324100203850003', sex: 'male', birthDate: '1985-03-02' })
    value(await at.api.registry.recordCheck({ residentId: other.id, ...said }))
    const { id: caseId } = await givenCase(at.api, { residentId: other.id })
    expect(problem(await at.api.letters.issue({ ...order, caseId, referralId: null }))).toEqual({
      kind: 'missing-facts',
      facts: ['registry']
    })
  })
})

it('an issued letter does not follow later changes of resident, family, office, agency or signer', async () => {
  const at = await testDesk({ officer: 'front-office' })
  const { api, desk } = at
  const order = await orderOf(at, 'rujukan-kesehatan')
  const letter = value(await api.letters.issue(order))
  const bytes = value(await api.letters.pdf({ letterId: letter.id }))
  const before = value(await api.letters.get({ letterId: letter.id })).letter

  const { resident } = value(await api.residents.get({ residentId: letter.residentId }))
  value(
    await api.residents.correct({
      residentId: letter.residentId,
      resident: { ...resident, name: 'Nama Sesudah', address: { ...resident.address, line: 'Pindah' } },
      differentFrom: []
    })
  )
  value(
    await api.residents.joinFamily({ residentId: letter.residentId, family: { kind: 'new', kk: '3324100101100002' }, relation: 'child' })
  )
  await actAs(at, 'administrator')
  value(await api.office.change({ place: 'Weleri', paper: 'A4', name: 'Nama Baru' }))
  const [signer] = value(await api.office.signers({}))
  if (signer) value(await api.office.correctSigner({ ...signer, name: 'Pejabat Baru', isActive: false }))
  const hospital = value(await api.organizations.list({})).find(one => one.id === order.organizationId)
  if (hospital) value(await api.organizations.correct({ ...hospital, name: 'RS Baru' }))
  await actAs(at, 'front-office')

  expect(value(await api.letters.get({ letterId: letter.id })).letter).toEqual(before)
  expect(value(await api.letters.pdf({ letterId: letter.id }))).toEqual(bytes)
  expect(JSON.stringify(before.facts)).not.toMatch(/Sesudah|Weleri|Pejabat Baru|RS Baru/)
  value(await api.letters.print({ letterId: letter.id, printer: 'Kantor' }))
  expect(at.printer.jobs[0]?.pdf).toEqual(bytes)
  expect(at.printer.jobs[0]?.paper).toBe('F4')
  expect(headOf(desk.raw).seq).toBeGreaterThan(8)
})
