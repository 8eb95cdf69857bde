import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { noteClockCheck } from '#main/changes/clock-checks'
import type { LetterOrder } from '#shared/letters/letters.contract'
import { confirmedBy } from '#test/support/confirmed-by'
import { orderOf, refused } from '#test/support/letters'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'

const DAY = 86_400_000

describe('a letter is refused, and no number is used up,', () => {
  it('for a case that is closed or not there', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'rujukan-kesehatan')
    expect(await refused(at, { ...order, caseId: randomUUID() })).toEqual({ kind: 'not-found' })
    value(await at.api.cases.close({ caseId: order.caseId, outcome: 'withdrawn', text: 'Mundur' }))
    expect(await refused(at, order)).toEqual({ kind: 'case-closed' })
  })

  it('for a type, signer, referral or agency that is not there, or not hers', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const [order, other] = [await orderOf(at, 'rujukan-kesehatan'), await orderOf(at, 'pengantar-baznas')]
    expect(await refused(at, { ...order, type: 'surat-cinta' })).toEqual({ kind: 'unknown-letter-type' })
    expect(await refused(at, { ...order, type: '__proto__' })).toEqual({ kind: 'unknown-letter-type' })
    expect(await refused(at, { ...order, signerId: randomUUID() })).toEqual({ kind: 'signer-not-found' })
    expect(await refused(at, { ...order, referralId: other.referralId })).toEqual({ kind: 'not-found' })
    expect(await refused(at, { ...order, referralId: randomUUID() })).toEqual({ kind: 'not-found' })
    expect(await refused(at, { ...order, organizationId: randomUUID() })).toEqual({ kind: 'organization-not-found' })
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

  it('with the slip of a referral that was withdrawn, or that goes to somebody else', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const order = await orderOf(at, 'rujukan-kesehatan')
    const [clinic] = value(await at.api.organizations.list({ kind: 'puskesmas' }))
    const noSlip = { kind: 'missing-facts', facts: ['return-slip'] }
    expect(await refused(at, { ...order, organizationId: clinic?.id ?? '' })).toEqual(noSlip)
    value(await at.api.referrals.answer({ referralId: order.referralId ?? '', to: 'cancelled', route: null, note: null }))
    expect(await refused(at, order)).toEqual(noSlip)
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
    expect(await refused(at, { ...order, inSpiteOf: randomUUID() })).toMatchObject({ kind: 'similar-letter-valid', letterId })
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

  it('[F15] on a day that is another one by the district’s time, until somebody has looked at the calendar', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const [first, second] = [await orderOf(at, 'rujukan-kesehatan'), await orderOf(at, 'pengantar-baznas')]
    const hears = (districtNow: number) => noteClockCheck(at.desk.raw, { device: at.desk.author.device, at: at.desk.moment() }, districtNow)
    hears(at.clock.now() - 3 * DAY)
    expect(await refused(at, first)).toEqual({ kind: 'date-doubtful', issuedOn: '2026-11-23', expected: '2026-11-20' })
    expect(value(await at.api.letters.issue({ ...first, isDateConfirmed: true }))).toMatchObject({ sequence: 1, issuedOn: '2026-11-23' })
    // wrong by an hour is the same day all the same
    at.clock.jumped = 3_600_000
    hears(at.clock.now() - 3_600_000)
    expect(value(await at.api.letters.issue(second))).toMatchObject({ sequence: 2, issuedOn: '2026-11-23' })
  })

  it('[F15] on a PC whose clock stands before its last work, until somebody has looked at the calendar', async () => {
    const before = await testDesk({ officer: 'front-office' })
    await before.close()
    const at = await testDesk({ folder: before.data, now: Date.UTC(2026, 9, 5, 1, 30) })
    await actAs(at, 'front-office')
    const order = await orderOf(at, 'rujukan-kesehatan')
    expect(await refused(at, order)).toEqual({ kind: 'date-doubtful', issuedOn: '2026-10-05', expected: null })
    expect(value(await at.api.letters.issue({ ...order, isDateConfirmed: true }))).toMatchObject({ issuedOn: '2026-10-05' })
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
    expect(problem(await at.api.letters.openBook({ year: 2026, firstNumber: 1 }, await confirmedBy(at, 'back-office')))).toEqual({
      kind: 'not-this-year'
    })
    value(await at.api.letters.openBook({ year: 2027, firstNumber: 5 }, await confirmedBy(at, 'back-office')))
    expect(problem(await at.api.letters.openBook({ year: 2027, firstNumber: 1 }, await confirmedBy(at, 'back-office')))).toEqual({
      kind: 'already-open'
    })
    expect(value(await at.api.letters.issue(order)).number).toBe('400.7/005/SLRT-A/I/2027')
    expect(value(await at.api.letters.books({})).map(book => book.year)).toEqual([2027, 2026])
  })
})
