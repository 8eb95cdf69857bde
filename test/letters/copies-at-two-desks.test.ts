import { expect, it } from 'vitest'
import { givenCase, givenLetterOrder } from '#test/support/given'
import { problem, type TestDesk, value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict, sync } from '#test/sync/support/district'

it('copies that two desks make apart have a name each, on paper and at both desks, and each desk repeats its own', async () => {
  const district = await openDistrict()
  const a = await firstDesk(district)
  const b = await furtherDesk(district)
  const { id: letterId } = value(await a.api.letters.issue(await givenLetterOrder(a.api, (await givenCase(a.api)).id)))
  const print = (at: TestDesk, copyNo?: number) => at.api.letters.print({ letterId, printer: 'Kantor', ...(copyNo && { copyNo }) })
  const copy = async (at: TestDesk) =>
    value(await at.api.letters.printCopy({ letterId, printer: 'Kantor', reason: 'Hilang', takenBy: 'Siti Aminah' }))
  const saw = async (at: TestDesk, attemptId: string, answer: 'printed' | 'failed') =>
    value(await at.api.letters.answerPrint({ attemptId, answer, reason: null }))
  await saw(a, value(await print(a)).id, 'printed')
  await sync(a)
  await sync(b)

  await saw(a, (await copy(a)).id, 'printed')
  await saw(b, (await copy(b)).id, 'failed')
  expect([a, b].map(at => at.printer.jobs.at(-1)?.title)).toEqual(['Surat 1-2026 salinan 1', 'Surat 1-2026 salinan B1'])
  for (const at of [a, b, a]) await sync(at)
  for (const at of [a, b]) {
    const { copies } = value(await at.api.letters.get({ letterId }))
    expect(copies.map(({ deskCode, n }) => `${deskCode}${n}`).sort()).toEqual(['A1', 'B1'])
  }
  expect(problem(await print(a, 1))).toEqual({ kind: 'already-printed' })
  await saw(b, value(await print(b, 1)).id, 'printed')
  expect(b.printer.jobs.at(-1)?.title).toBe('Surat 1-2026 salinan B1')
  expect((await copy(b)).copyNo).toBe(3)
})
