import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { headOf } from '#main/changes/log'
import { LETTER_TYPES } from '#shared/directory/directory'
import type { LetterType } from '#shared/letters/letter'
import { letterTypes } from '#shared/letters/letter-types'
import type { LetterOrder } from '#shared/letters/letters.contract'
import { personOf } from '#test/support/desk-at-work'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

const DAY = 86_400_000
type At = Pick<TestDesk, 'desk' | 'api'>

/** An order for a letter of any type with all that it needs. */
async function orderOf({ api, desk }: At, type: LetterType) {
  const found = await givenCase(api, { residentId: (await givenResident(api, { ...personOf(LETTER_TYPES.indexOf(type) + 40) })).id })
  const checked = { visitId: null, source: 'DTSEN' as const, isListed: true, decile: 2, period: '2026-T4', programmes: [], note: null }
  value(await api.registry.recordCheck({ residentId: found.residentId, ...checked }))
  const [organization] = value(await api.organizations.list({ kind: letterTypes[type].addressees[0] ?? 'rsud' }))
  const more: Partial<LetterOrder> = {
    type,
    organizationId: organization?.id ?? desk.newId(),
    purpose: 'Keperluan warga',
    bpjs: {
      cardNumber: '0001234567890',
      deactivatedOn: '2026-02-01',
      reason: null,
      facility: 'Puskesmas Patebon 01',
      facilityLetter: '445/210'
    },
    school: { name: 'SD Negeri 1 Contoharjo', grade: 'V' }
  }
  return givenLetterOrder(api, found.id, more)
}

/** Refused, and nothing is different afterwards. */
async function refused({ desk, api }: At, order: Parameters<TestDesk['api']['letters']['issue']>[0]) {
  const before = { head: headOf(desk.raw), rows: snapshot(desk.raw) }
  const why = problem(await api.letters.issue(order))
  expect({ head: headOf(desk.raw), rows: snapshot(desk.raw) }).toEqual(before)
  return why
}

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
})

describe('a letter is refused, and no number is used up,', () => {
  it('for a case that is closed or not there', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'rujukan-kesehatan')
    expect(await refused(at, { ...order, caseId: at.desk.newId() })).toEqual({ kind: 'not-found' })
    value(await at.api.cases.close({ caseId: order.caseId, outcome: 'withdrawn', text: 'Mundur' }))
    expect(await refused(at, order)).toEqual({ kind: 'case-closed' })
  })

  it('for a type, signer, referral or agency that is not there, or not hers', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const [order, other] = [await orderOf(at, 'rujukan-kesehatan'), await orderOf(at, 'pengantar-baznas')]
    expect(await refused(at, { ...order, type: 'surat-cinta' })).toEqual({ kind: 'unknown-letter-type' })
    expect(await refused(at, { ...order, type: '__proto__' })).toEqual({ kind: 'unknown-letter-type' })
    expect(await refused(at, { ...order, signerId: at.desk.newId() })).toEqual({ kind: 'signer-not-found' })
    expect(await refused(at, { ...order, referralId: other.referralId })).toEqual({ kind: 'not-found' })
    expect(await refused(at, { ...order, referralId: at.desk.newId() })).toEqual({ kind: 'not-found' })
    expect(await refused(at, { ...order, organizationId: at.desk.newId() })).toEqual({ kind: 'organization-not-found' })
  })

  it('by a signer who signs no more', async () => {
    const at = await testDesk({ officer: 'administrator' })
    const [signer] = value(await at.api.office.signers({}))
    await actAs(at, 'front-office')
    const order = await orderOf(at, 'rujukan-kesehatan')
    await actAs(at, 'administrator')
    if (signer) value(await at.api.office.correctSigner({ ...signer, isActive: false }))
    await actAs(at, 'front-office')
    expect(await refused(at, order)).toEqual({ kind: 'signer-not-found' })
  })

  it('while a fact is missing, and says which', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'rujukan-kesehatan')
    const missing = async (change: Partial<LetterOrder>) => refused(at, { ...order, ...change })
    expect(await missing({ referralId: null })).toEqual({ kind: 'missing-facts', facts: ['return-slip'] })
    expect(await missing({ referralId: null, organizationId: null })).toEqual({
      kind: 'missing-facts',
      facts: ['addressee', 'return-slip']
    })
    expect(await missing({ type: 'rekomendasi-pbi-jk', bpjs: null })).toEqual({ kind: 'missing-facts', facts: ['bpjs'] })
    expect(await missing({ type: 'rekomendasi-pip', school: null })).toEqual({ kind: 'missing-facts', facts: ['school'] })
    expect(await missing({ type: 'keterangan-dtsen', purpose: null })).toEqual({ kind: 'missing-facts', facts: ['purpose'] })
    expect(value(await at.api.letters.preview({ ...order, referralId: null })).missing).toEqual(['return-slip'])
  })

  it('when the page does not fit its paper', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'rujukan-kesehatan')
    at.page.fits = false
    expect(await refused(at, order)).toEqual({ kind: 'page-does-not-fit' })
    at.page.fits = true
    expect(value(await at.api.letters.issue(order)).sequence).toBe(1)
  })

  it('while one of its kind is in force, unless the officer has seen that very letter', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'rujukan-kesehatan')
    const first = value(await at.api.letters.issue(order))
    const { id: letterId, number, issuedOn, validUntil } = first
    expect(await refused(at, order)).toEqual({ kind: 'similar-letter-valid', letterId, number, issuedOn, validUntil })
    expect(await refused(at, { ...order, inSpiteOf: at.desk.newId() })).toMatchObject({ kind: 'similar-letter-valid', letterId })
    const second = value(await at.api.letters.issue({ ...order, inSpiteOf: first.id }))
    expect(await refused(at, { ...order, inSpiteOf: first.id })).toMatchObject({ letterId: second.id })
  })

  it('but not after that one was made void, or its time is over', async () => {
    const at = await testDesk({ officer: 'back-office' })
    const order = await orderOf(at, 'rujukan-kesehatan')
    const first = value(await at.api.letters.issue(order))
    value(await at.api.letters.void({ letterId: first.id, reason: 'Salah nama' }))
    const second = value(await at.api.letters.issue(order))
    expect(second.sequence).toBe(2)
    at.clock.ms += 31 * DAY
    expect(value(await at.api.letters.issue(order)).sequence).toBe(3)
  })

  it('on a day before the last letter of the book, until somebody has looked at the calendar', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const [first, second] = [await orderOf(at, 'rujukan-kesehatan'), await orderOf(at, 'pengantar-baznas')]
    value(await at.api.letters.issue(first))
    at.clock.ms -= DAY
    expect(await refused(at, second)).toEqual({ kind: 'date-before-last', lastIssuedOn: '2026-11-23' })
    expect(value(await at.api.letters.issue({ ...second, isDateConfirmed: true }))).toMatchObject({ sequence: 2, issuedOn: '2026-11-22' })
  })

  it('in a year whose book nobody has opened', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'rujukan-kesehatan')
    at.clock.ms = Date.UTC(2027, 0, 4, 2)
    expect(await refused(at, order)).toEqual({ kind: 'book-not-open', year: 2027 })
    await actAs(at, 'manager')
    expect(problem(await at.api.letters.openBook({ year: 2026, firstNumber: 1 }))).toEqual({ kind: 'not-this-year' })
    value(await at.api.letters.openBook({ year: 2027, firstNumber: 5 }))
    expect(problem(await at.api.letters.openBook({ year: 2027, firstNumber: 1 }))).toEqual({ kind: 'already-open' })
    expect(value(await at.api.letters.issue(order)).number).toBe('400.7/005/SLRT-A/I/2027')
    expect(value(await at.api.letters.books({})).map(book => book.year)).toEqual([2027, 2026])
  })
})

describe('numbers', () => {
  it('are given once each when twenty letters are issued at the same time', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const orders = []
    for (let n = 0; n < 20; n++) {
      const { id: residentId } = await givenResident(at.api, { ...personOf(n), note: null })
      orders.push(await givenLetterOrder(at.api, (await givenCase(at.api, { residentId })).id))
    }
    const letters = (await Promise.all(orders.map(order => at.api.letters.issue(order)))).map(value)
    expect(letters.map(letter => letter.sequence).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    expect(new Set(letters.map(letter => letter.number)).size).toBe(20)
    expect(at.reported).toEqual([])
  })

  it('follow a resident who is corrected while the page is being made', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'rujukan-kesehatan')
    const { residentId } = value(await at.api.cases.get({ caseId: order.caseId })).case
    const { resident } = value(await at.api.residents.get({ residentId }))
    const render = at.desk.renderSheet
    let isFirst = true
    Object.assign(at.desk, {
      renderSheet: async (...page: Parameters<typeof render>) => {
        if (isFirst) value(await at.api.residents.correct({ residentId, resident: { ...resident, name: 'Nama Baru' }, differentFrom: [] }))
        isFirst = false
        return render(...page)
      }
    })
    const letter = value(await at.api.letters.issue(order))
    expect(letter).toMatchObject({ sequence: 1, facts: { resident: { name: 'Nama Baru' } } })
    expect(at.sheets.at(-1)).toMatchObject({ number: letter.number })
    expect(JSON.stringify(at.sheets.at(-1))).toContain('Nama Baru')
  })

  it('go on where the paper book ended', async () => {
    const at = await testDesk({ officer: 'manager', now: Date.UTC(2027, 0, 4, 2) })
    expect(value(await at.api.letters.books({}))).toMatchObject([{ year: 2027, nextSequence: 1 }])
    at.desk.raw.prepare('update letter_book set start_at = 37, next_sequence = 37').run()
    const letter = value(await at.api.letters.issue(await orderOf(at, 'pengantar-baznas')))
    expect(letter.sequence).toBe(37)
    const { unused, letters } = value(await at.api.letters.register({ bookId: letter.bookId }))
    expect([letters.length, unused]).toEqual([1, []])
    expect(value(await at.api.letters.showPaper({ paper: { kind: 'register', bookId: letter.bookId } }))).toMatchObject({
      rows: [
        { number: '1 - 36', status: 'gap', reason: expect.stringContaining('buku agenda kertas') },
        { number: letter.number, status: 'issued' }
      ]
    })
  })
})

describe('a void letter', () => {
  it('keeps its number and its place in the register, with the reason', async () => {
    const at = await testDesk({ officer: 'back-office' })
    const [first, second] = [
      value(await at.api.letters.issue(await orderOf(at, 'rujukan-kesehatan'))),
      value(await at.api.letters.issue(await orderOf(at, 'pengantar-baznas')))
    ]
    expect(value(await at.api.letters.void({ letterId: first.id, reason: 'Salah alamat' }))).toMatchObject({
      status: 'void',
      number: first.number,
      voidReason: 'Salah alamat',
      voidedBy: at.desk.session.officer?.id
    })
    expect(problem(await at.api.letters.void({ letterId: first.id, reason: 'Lagi' }))).toEqual({ kind: 'already-void' })
    expect(problem(await at.api.letters.void({ letterId: at.desk.newId(), reason: 'x' }))).toEqual({ kind: 'not-found' })
    const { letters, unused } = value(await at.api.letters.register({ bookId: first.bookId }))
    expect(letters.map(({ sequence, status, voidReason }) => [sequence, status, voidReason])).toEqual([
      [1, 'void', 'Salah alamat'],
      [2, 'issued', null]
    ])
    expect(unused).toEqual([])
    const sheet = value(await at.api.letters.showPaper({ paper: { kind: 'register', bookId: first.bookId } }))
    expect(sheet).toMatchObject({
      rows: [
        { status: 'void', reason: 'Salah alamat' },
        { status: 'issued', number: second.number }
      ]
    })
    expect(JSON.stringify(sheet)).not.toContain(second.facts.resident.name)
    expect(problem(await at.api.letters.register({ bookId: at.desk.newId() }))).toEqual({ kind: 'not-found' })
  })

  it('is neither handed over nor printed', async () => {
    const at = await testDesk({ officer: 'back-office' })
    const { id: letterId } = value(await at.api.letters.issue(await orderOf(at, 'rujukan-kesehatan')))
    const handOver = () => at.api.letters.handOver({ letterId, receivedBy: 'Siti', isRepresentative: false })
    expect(value(await handOver())).toMatchObject({ letterId, receivedBy: 'Siti' })
    value(await at.api.letters.void({ letterId, reason: 'Salah' }))
    expect(problem(await handOver())).toEqual({ kind: 'letter-void' })
    expect(problem(await at.api.letters.print({ letterId, printer: 'Kantor' }))).toEqual({ kind: 'letter-void' })
    expect(problem(await at.api.letters.printCopy({ letterId, printer: 'Kantor', reason: 'x', takenBy: 'x' }))).toEqual({
      kind: 'letter-void'
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
