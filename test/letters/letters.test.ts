import { expect, it } from 'vitest'
import { givenCase, givenLetterOrder } from '#test/support/given'
import { problem, testDesk, value } from '#test/support/test-desk'

it('[N1] numbers letters from this desk’s own book, one after the other', async () => {
  const { api } = await testDesk({ officer: 'front-office' })
  const found = await givenCase(api)
  const order = await givenLetterOrder(api, found.id)
  const first = value(await api.letters.issue(order))
  const second = value(await api.letters.issue({ ...order, inSpiteOf: first.id }))
  expect([first.number, second.number]).toEqual(['400.7/001/SLRT-A/XI/2026', '400.7/002/SLRT-A/XI/2026'])
})

it('asks before a second letter of the same kind while the first is in force', async () => {
  const { api } = await testDesk({ officer: 'front-office' })
  const found = await givenCase(api)
  const order = await givenLetterOrder(api, found.id)
  const first = value(await api.letters.issue(order))
  expect(problem(await api.letters.issue(order))).toMatchObject({ kind: 'similar-letter-valid', letterId: first.id, number: first.number })
})
