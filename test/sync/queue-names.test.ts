import { expect, it } from 'vitest'
import { givenCase } from '#test/support/given'
import { value } from '#test/support/test-desk'
import { firstDesk, openDistrict } from './support/district'

it('names every change that waits by what it touches, or by what that belongs to', async () => {
  const district = await openDistrict()
  const { api } = await firstDesk(district)
  await district.close()
  const { visitId, residentId, id: caseId, number } = await givenCase(api)
  value(await api.visits.addParticipant({ visitId, residentId, role: 'applicant', relation: null }))
  value(await api.cases.note({ caseId, kind: 'note', text: 'Dihubungi besok.' }))
  const titles = value(await api.sync.queue({})).map(({ records }) => records.map(({ entity, title }) => `${entity} ${title}`))
  expect(titles.slice(-2)).toEqual([['participant U-001'], [`caseEvent ${number}`]])
  expect(titles.flat().filter(title => title.endsWith(' '))).toEqual([])
})
