import { expect, it } from 'vitest'
import { givenCase, givenLetterOrder } from '#test/support/given'
import { actAs, problem, type TestDesk, value } from '#test/support/test-desk'
import { firstDesk, furtherDesk, openDistrict, sync } from '#test/sync/support/district'

const unitOf = async ({ api }: TestDesk) => {
  const state = value(await api.office.state({}))
  return state.kind === 'open' ? state.office.unitCode : ''
}

it('a desk numbers its letters under no unit code that another desk has, had, or writes in other capitals', async () => {
  const district = await openDistrict()
  const a = await firstDesk(district)
  value(await a.api.letters.issue(await givenLetterOrder(a.api, (await givenCase(a.api)).id)))
  await sync(a)
  const b = await furtherDesk(district)
  await sync(a)
  await actAs(a, 'administrator')
  await actAs(b, 'administrator')
  for (const unitCode of ['SLRT-A', 'slrt-a'])
    expect(problem(await b.api.office.change({ unitCode }))).toEqual({ kind: 'unit-code-taken', unitCode })
  expect(await unitOf(b)).toBe('SLRT-B')

  value(await a.api.office.change({ unitCode: 'DINSOS-A' }))
  await sync(a)
  await sync(b)
  expect(problem(await b.api.office.change({ unitCode: 'SLRT-A' })).kind).toBe('unit-code-taken')
  value(await b.api.office.change({ unitCode: 'DINSOS-B' }))
  value(await b.api.office.change({ unitCode: 'SLRT-B' }))
  expect(value(await a.api.office.change({ unitCode: 'SLRT-A' })).unitCode).toBe('SLRT-A')
})

it('a further desk takes another unit code where the one it would have is taken', async () => {
  const district = await openDistrict()
  const a = await firstDesk(district)
  await actAs(a, 'administrator')
  value(await a.api.office.change({ unitCode: 'BIDANG-B' }))
  await sync(a)
  const b = await furtherDesk(district)
  expect(await unitOf(b)).toBe('BIDANG-B-B')
})
