import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { personOf } from '#test/support/desk-acts'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { orderOf } from '#test/support/letters'
import { problem, testDesk, value } from '#test/support/test-desk'

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
    expect(problem(await at.api.letters.void({ letterId: randomUUID(), reason: 'x' }))).toEqual({ kind: 'not-found' })
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
    expect(problem(await at.api.letters.register({ bookId: randomUUID() }))).toEqual({ kind: 'not-found' })
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
