import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldAgain, snapshot } from '#main/changes/fold'
import { headOf } from '#main/changes/log'
import { project } from '#main/changes/project'
import { steps, work } from '#test/support/desk-at-work'
import { givenCase, givenLetterOrder } from '#test/support/given'
import { testDesk, value } from '#test/support/test-desk'

it('gives every projected table byte for byte again, whatever was done at the desk', async () => {
  await fc.assert(
    fc.asyncProperty(steps(60), async day => {
      const at = await testDesk({ officer: 'manager' })
      const kinds = await work(at, day)
      expect(kinds).not.toContain('unexpected')
      expect(at.reported).toEqual([])
      const before = snapshot(at.desk.raw)
      expect(foldAgain(at.desk.raw)).toBe(headOf(at.desk.raw).seq)
      expect(snapshot(at.desk.raw)).toEqual(before)
      expect(at.desk.raw.pragma('foreign_key_check')).toEqual([])
      await at.close()
    }),
    { numRuns: 12 }
  )
})

it('gives a whole day again, from the first ticket to the closing, and people are still found by name', async () => {
  const { api, desk } = await testDesk({ officer: 'front-office' })
  const found = await givenCase(api)
  value(await api.letters.issue(await givenLetterOrder(api, found.id)))
  value(await api.cases.end({ caseId: found.id, ending: { kind: 'information', answer: 'Sudah dijelaskan' } }))
  value(await api.cases.finishVisit({ visitId: found.visitId }))
  value(await api.cases.closeDay({}))
  const before = snapshot(desk.raw)
  foldAgain(desk.raw)
  expect(snapshot(desk.raw)).toEqual(before)
  expect(before.day_closing).toHaveLength(1)
  expect(value(await api.search.find({ text: 'siti aminah', purpose: 'visit' }))).toMatchObject([
    { kind: 'resident', residentId: found.residentId },
    { kind: 'letter' }
  ])
})

it('[V4] leaves an entity that this version does not know in the log and the tables alone', async () => {
  const { desk } = await testDesk({ officer: 'front-office' })
  const { raw } = desk
  const before = snapshot(raw)
  project(raw, { type: 'create', entity: 'home-visit', id: '0192f0c0-0000-7000-8000-000000000001', fields: {} }, { id: 'd.1.2' })
  expect(snapshot(raw)).toEqual(before)
})
