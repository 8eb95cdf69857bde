import { describe, expect, it } from 'vitest'
import { confirmedBy } from '#test/support/confirmed-by'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

const hold = ({ desk }: TestDesk) => desk.raw.prepare("update here set numbering = 'held'").run()

async function orderAt({ api }: TestDesk, nik: string, name: string) {
  const { id: residentId } = await givenResident(api, { nik, name })
  return givenLetterOrder(api, (await givenCase(api, { residentId })).id)
}

describe('[N2] a held letter book', () => {
  it('goes on behind the last number on paper that a manager confirms', async () => {
    const desk = await testDesk({ officer: 'manager' })
    value(await desk.api.letters.issue(await orderAt(desk, '3324105708910003', 'Sumarni Tiga')))
    hold(desk)
    const order = await orderAt(desk, '3324105708910006', 'Tuminah Enam')
    expect(problem(await desk.api.letters.issue(order))).toEqual({ kind: 'numbers-held' })
    expect(problem(await desk.api.letters.confirmNumbers({ lastNumber: 0 }, await confirmedBy(desk, 'front-office')))).toEqual({
      kind: 'number-known',
      number: 1
    })
    expect(problem(await desk.api.letters.issue(order))).toEqual({ kind: 'numbers-held' })
    value(await desk.api.letters.confirmNumbers({ lastNumber: 37 }, await confirmedBy(desk, 'front-office')))
    expect(value(await desk.api.letters.issue(order)).sequence).toBe(38)
    const [book] = value(await desk.api.letters.books({}))
    // what was skipped stands in the register as numbers without a letter here
    const bookId = book?.id ?? ''
    expect(value(await desk.api.letters.register({ bookId })).unused).toHaveLength(36)
    expect(value(await desk.api.letters.showPaper({ paper: { kind: 'register', bookId } }))).toMatchObject({
      rows: [{ status: 'issued' }, { status: 'gap', number: '2 - 37', reason: expect.stringContaining('cocokkan') }, { status: 'issued' }]
    })
  })

  it('goes on as it was when paper and PC agree', async () => {
    const desk = await testDesk({ officer: 'manager' })
    hold(desk)
    value(await desk.api.letters.confirmNumbers({ lastNumber: 0 }, await confirmedBy(desk, 'back-office')))
    expect(value(await desk.api.letters.issue(await orderAt(desk, '3324105708910003', 'Sumarni Tiga'))).sequence).toBe(1)
  })

  it('is let go by nobody else, and not where nothing is held', async () => {
    const desk = await testDesk({ officer: 'manager' })
    expect(problem(await desk.api.letters.confirmNumbers({ lastNumber: 5 }, await confirmedBy(desk, 'front-office')))).toEqual({
      kind: 'numbering-not-held'
    })
    desk.desk.raw.prepare("update here set numbering = 'lost'").run()
    expect(problem(await desk.api.letters.confirmNumbers({ lastNumber: 5 }, await confirmedBy(desk, 'front-office')))).toEqual({
      kind: 'numbering-not-held'
    })
    hold(desk)
    for (const role of ['front-office', 'back-office', 'administrator'] as const) {
      await actAs(desk, role)
      expect(problem(await desk.api.letters.confirmNumbers({ lastNumber: 5 }))).toEqual({ kind: 'not-allowed' })
    }
  })
})
