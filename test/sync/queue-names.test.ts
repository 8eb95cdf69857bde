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

it('names the oldest of each kind, whatever there is of the others', async () => {
  const district = await openDistrict()
  const { api, desk } = await firstDesk(district)
  await district.close()
  for (let n = 0; n < 130; n++)
    value(await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
  const all = await desk.db.selectFrom('change').select('id').where('state', '=', 'new').orderBy('n').execute()
  await desk.db
    .updateTable('change')
    .set({ state: 'refused', note: 'not-allowed' })
    .where(
      'id',
      'in',
      all.slice(0, 70).map(({ id }) => id)
    )
    .execute()
  const queue = value(await api.sync.queue({}))
  const of = (state: string) => queue.filter(item => item.state === state).map(({ change }) => change)
  expect(of('refused')).toEqual(all.slice(0, 50).map(({ id }) => id))
  expect(of('new')).toEqual(all.slice(70, 120).map(({ id }) => id))
})
