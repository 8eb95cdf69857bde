import { describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { givenResident } from '#test/support/given'
import { firstDesk, furtherDesk, openDistrict, sync } from './support/district'

describe('a desk and a server of different versions', () => {
  it('[F5] speak plain with each other, and a desk that was updated meanwhile reads everything of the years before', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await givenResident(a.api)
    await sync(a)
    // everything that lies at the server was laid out by a version that nobody knows any more
    await district.server.db
      .updateTable('frame')
      .set({ layout: 1, payload: Buffer.from('other') })
      .execute()
    const b = await furtherDesk(district)
    expect(snapshot(b.desk.raw).resident).toEqual(snapshot(a.desk.raw).resident)
    await givenResident(b.api, { nik: '3324105708910002', name: 'Sumarni' })
    b.desk.raw.prepare('update here set layout = 1').run()
    await sync(b)
    await sync(a)
    expect(snapshot(a.desk.raw)).toEqual(snapshot(b.desk.raw))
  })
})
