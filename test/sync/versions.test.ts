import { describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { serverPorts } from '#server/sync/ports'
import { PLAIN_LAYOUT } from '#shared/sync/frame'
import { givenResident } from '#test/support/given'
import { frameWork } from '#wire/frame-work'
import { frameLayout, openFrame } from '#wire/frames'
import { districtNow, firstDesk, furtherDesk, KENDAL, openDistrict, sync } from './support/district'

describe('a desk and a server of different versions', () => {
  it('[W5] speak plain with each other, and a desk that was updated meanwhile reads everything of the years before', async () => {
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

  it('[W5] in one building tell each other plain texts, which a desk far away gets laid out', async () => {
    const district = await openDistrict()
    const near = await firstDesk(district, 'near')
    await givenResident(near.api)
    await sync(near)
    const layouts = () => district.server.db.selectFrom('frame').select('layout').distinct().execute()
    const far = await furtherDesk(district)
    await givenResident(far.api, { nik: '3324105708910002', name: 'Sumarni' })
    await sync(far)
    await sync(near)
    expect((await layouts()).map(({ layout }) => layout).sort((a, b) => a - b)).toEqual([PLAIN_LAYOUT, frameLayout()])
    expect(snapshot(far.desk.raw)).toEqual(snapshot(near.desk.raw))
    const { page } = serverPorts({ server: district.server, now: districtNow, frames: frameWork }, KENDAL)
    const { device, publicKey } = near.desk.author
    const opened: unknown[] = []
    for await (const { frame } of page(0, frameLayout())) if (frame.device === device) opened.push(openFrame(frame, KENDAL, publicKey))
    expect(opened.length).toBeGreaterThan(1)
    for (const frame of opened) expect(frame).toMatchObject({ isPlain: false })
  })
})
