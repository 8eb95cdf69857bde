import { expect, it } from 'vitest'
import type { DocumentCheck } from '#shared/cases/case'
import { givenCase } from '#test/support/given'
import { value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict, sync } from '../sync/support/district'

async function oneCaseAtTwoDesks() {
  const district = await openDistrict()
  const a = await firstDesk(district)
  const { id: caseId } = await givenCase(a.api)
  await sync(a)
  const b = await furtherDesk(district)
  type At = typeof a
  const mark = async (at: At, position: number, state: DocumentCheck['state']) => {
    const documents = [{ position, document: `Berkas ${position}`, isMandatory: true, state, note: null }]
    value(await at.api.cases.checkDocuments({ caseId, documents }))
  }
  const papers = async (at: At) => value(await at.api.cases.get({ caseId })).documents.map(({ position, state }) => `${position} ${state}`)
  const meet = async () => {
    for (const desk of [a, b, a]) await sync(desk)
  }
  return { a, b, caseId, mark, papers, meet }
}

it('keeps what another desk said of the other papers, and counts them', async () => {
  const { a, b, caseId, mark, papers, meet } = await oneCaseAtTwoDesks()
  await mark(a, 0, 'missing')
  await meet()
  await mark(b, 0, 'present')
  await meet()
  await mark(a, 1, 'present')
  expect(await papers(a)).toEqual(['0 present', '1 present'])
  const { events } = value(await a.api.cases.get({ caseId }))
  expect(events.filter(({ kind }) => kind === 'documents').at(-1)?.text).toBe('2/2')
})

it('is of one mind about a paper that two desks began with while they were apart, and lets it be put right', async () => {
  const { a, b, caseId, mark, papers, meet } = await oneCaseAtTwoDesks()
  await mark(a, 0, 'missing')
  await mark(b, 0, 'missing')
  await meet()
  expect(await papers(a)).toEqual(['0 missing'])
  await mark(a, 0, 'present')
  await meet()
  expect(await papers(a)).toEqual(['0 present'])
  expect(await papers(b)).toEqual(['0 present'])
  const followUp = { nextStep: 'Serahkan berkas', dueOn: '2026-12-01' }
  const ended = value(await b.api.cases.end({ caseId, ending: { kind: 'request', note: null, followUp } }))
  expect(ended.status).toBe('in-process')
})
