import { expect, it } from 'vitest'
import { givenCase, personInput } from '#test/support/given'
import { testDesk, value } from '#test/support/test-desk'

it('somebody who died is still found, and said to have died wherever the name stands', async () => {
  const { api } = await testDesk({ officer: 'front-office' })
  const { id: caseId, residentId } = await givenCase(api)
  value(await api.residents.joinFamily({ residentId, family: { kind: 'new', kk: null }, relation: 'head' }))
  const resident = personInput({ presence: 'deceased' })
  value(await api.residents.correct({ residentId, resident, differentFrom: [] }))
  const died = { presence: 'deceased' }
  expect(value(await api.search.find({ text: 'siti aminah', purpose: 'visit' }))[0]).toMatchObject({ residentId, ...died })
  expect(value(await api.residents.get({ residentId }))).toMatchObject({ resident: died, family: { members: [died] } })
  expect(value(await api.cases.get({ caseId })).residentPresence).toBe('deceased')
  expect(value(await api.cases.listOpen({ whose: 'all' })).lines[0]?.residentPresence).toBe('deceased')
})
