import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { actAs, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { command } from '../server/support/command'
import { firstDesk, furtherDesk, openDistrict, sync } from './support/district'

const image = mkdtempSync(join(tmpdir(), 'parked-'))
afterAll(() => rmSync(image, { recursive: true, force: true }))

async function issueLetter({ api }: Pick<TestDesk, 'api'>, nik: string, name: string) {
  const { id: residentId } = await givenResident(api, { nik, name })
  const found = await givenCase(api, { residentId })
  return value(await api.letters.issue(await givenLetterOrder(api, found.id)))
}

const refusedAt = async ({ api }: TestDesk) => value(await api.sync.queue({})).filter(({ state }) => state === 'refused')

describe('what the district refused', () => {
  it('[F20] [D3] [D5] [N3] is shown where it was lost and given back too', async () => {
    const district = await openDistrict()
    const first = await firstDesk(district)
    await first.close()
    cpSync(first.data, image, { recursive: true })
    const one = await testDesk({ folder: first.data })
    await actAs(one, 'manager')
    await issueLetter(one, '3324105708910003', 'Sumarni Tiga')
    await sync(one)
    const two = await testDesk({ folder: image })
    await actAs(two, 'manager')
    await issueLetter(two, '3324105708910006', 'Sumarni Enam')
    await sync(two)
    await sync(two)
    const [parked] = await refusedAt(two)
    await two.close()
    // the copy has shown itself as soon as the first one speaks again
    expect(value(await one.api.sync.sendNow({})).problem).toMatchObject({ reason: 'frozen' })
    expect((await command({}, 'release', 'A', '--data', district.folder)).code).toBe(0)
    await sync(one)
    expect(value(await one.api.sync.status({}))).toMatchObject({ refused: 1 })
    expect(await refusedAt(one)).toMatchObject([{ change: parked?.change, reason: 'number-taken' }])
  })

  it('[S9] goes on under the next free ticket and case number, where a desk that was put back gave some twice', async () => {
    const district = await openDistrict()
    const first = await firstDesk(district)
    await first.close()
    const copy = join(image, 'same-numbers')
    cpSync(first.data, copy, { recursive: true })
    const lost = await testDesk({ folder: first.data })
    await actAs(lost, 'manager')
    const residentId = (await givenResident(lost.api, { nik: '3324105708910003', name: 'Sumarni Tiga' })).id
    const before = await givenCase(lost.api, { residentId })
    await sync(lost)
    await lost.close()

    const desk = await testDesk({ folder: copy })
    await actAs(desk, 'manager')
    const own = (await givenResident(desk.api, { nik: '3324105708910006', name: 'Sumarni Enam' })).id
    const { id, number } = await givenCase(desk.api, { residentId: own })
    expect(number).toBe(before.number)
    await sync(desk)
    await sync(desk)
    for (let refused = await refusedAt(desk); refused[0]; refused = await refusedAt(desk)) {
      expect(refused[0].reason).toBe('number-taken')
      value(await desk.api.sync.replace({ change: refused[0].change, how: 'again' }))
      await sync(desk)
      // what waited for it is heard of in the next one
      await sync(desk)
    }
    expect(value(await desk.api.sync.status({}))).toMatchObject({ unsent: 0, waiting: 0, refused: 0 })
    const visits = await desk.desk.db.selectFrom('visit').select('ticket').orderBy('ticket').execute()
    expect(visits.map(({ ticket }) => ticket)).toEqual(['U-001', 'U-002'])
    const found = await desk.desk.db.selectFrom('case').select('number').where('id', '=', id).executeTakeFirstOrThrow()
    expect(found.number).toBe(before.number.replace(/1$/, '2'))
  })

  it('[N4] leaves its number used when it is taken back', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const b = await furtherDesk(district)
    await sync(a)
    await actAs(b, 'administrator')
    const leaving = value(await b.api.officers.all({})).find(({ roles }) => roles[0] === 'back-office')
    if (!leaving) throw new Error('nobody works in the back office')
    const { id, name, roles, position, decreeNumber } = leaving
    value(await b.api.officers.correct({ id, name, roles, position, decreeNumber, isActive: false }))
    await sync(b)

    await actAs(a, 'back-office')
    const refused = await issueLetter(a, '3324105708910003', 'Sumarni Tiga')
    await sync(a)
    await actAs(a, 'manager')
    const parked = value(await a.api.sync.queue({}))
    expect(parked.length).toBeGreaterThan(0)
    for (const { change } of parked) value(await a.api.sync.replace({ change, how: 'take-back' }))
    await sync(a)
    expect(value(await a.api.sync.queue({}))).toEqual([])
    const next = await issueLetter(a, '3324105708910004', 'Sumarni Empat')
    expect(next.sequence).toBe(refused.sequence + 1)
    await sync(a)
    expect(value(await a.api.sync.status({}))).toMatchObject({ unsent: 0, refused: 0, waiting: 0 })
  })
})
