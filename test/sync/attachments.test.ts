import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeChunk } from '#server/attachments/take-chunk'
import { inDistrict } from '#server/database/inside'
import { noteBrought } from '#server/devices/brought.store'
import { LIMITS } from '#server/limits'
import { givenResident, pictureOf } from '#test/support/given'
import { problem, type TestDesk, value } from '#test/support/test-desk'
import { type District, districtNow, firstDesk, furtherDesk, KENDAL, openDistrict, sync } from './support/district'
import { eachWithStick, twoDesks } from './support/stick'

const current = eachWithStick()
const blobOf = (bytes: Buffer) => ({ hash: createHash('sha256').update(bytes).digest('hex'), bytes })
const large = () => blobOf(randomBytes(300_000))

const keep = ({ desk }: TestDesk, ...blobs: { hash: string; bytes: Uint8Array }[]) => desk.db.insertInto('blob').values(blobs).execute()
const later = ({ desk }: TestDesk, hours: number) => {
  const { monotonic } = desk
  Object.assign(desk, { monotonic: () => monotonic() + hours * 3_600_000 })
}
const toSend = async ({ api }: TestDesk) => value(await api.sync.status({})).attachments
const wholeAt = (district: District) =>
  inDistrict(district.server, KENDAL, ({ trx }) => trx.selectFrom('blob').select('hash').where('isWhole', '=', 1).execute())

describe('an attachment', () => {
  it('[P8] of any size comes whole over the line', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const blobs = [large(), blobOf(randomBytes(65_537)), blobOf(randomBytes(65_536)), blobOf(randomBytes(1))]
    await keep(a, ...blobs)
    await sync(a)
    expect(await wholeAt(district)).toEqual(expect.arrayContaining(blobs.map(({ hash }) => ({ hash }))))
    expect(await toSend(a)).toBe(0)
  })

  it('of another desk is fetched whole when somebody wants to see it, however large, and is said to be elsewhere until then', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const { id: residentId } = await givenResident(a.api)
    const picture = pictureOf(3_000_000)
    const seen = { visitId: null, isListed: true, decile: 2, source: 'DTSEN' as const, period: '2026-T3', programmes: [], note: null }
    const { id: checkId } = value(await a.api.registry.recordCheck({ residentId, ...seen, picture }))
    const b = await furtherDesk(district)
    await sync(a)
    await sync(b)
    await district.close()
    expect(problem(await b.api.registry.picture({ checkId }))).toEqual({ kind: 'picture-elsewhere' })
    await district.open()
    const shown = value(await b.api.registry.picture({ checkId }))
    expect([shown.type, Buffer.from(shown.bytes).equals(picture)]).toEqual(['image/png', true])
    await district.close()
    expect(value(await b.api.registry.picture({ checkId })).bytes.length).toBe(picture.length)
  })

  it('[P14] that the disk of the district has spoilt comes again from a desk that has it', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const b = await furtherDesk(district)
    const [spoilt, torn, whole] = [large(), large(), large()]
    await keep(a, spoilt, torn, whole)
    await sync(a)
    await inDistrict(district.server, KENDAL, async ({ trx }) => {
      const chunks = (hash: string) => trx.updateTable('blobChunk').where('hash', '=', hash)
      await chunks(spoilt.hash)
        .set({ bytes: randomBytes(65_536) })
        .where('start', '=', 65_536)
        .execute()
      await trx.deleteFrom('blobChunk').where('hash', '=', torn.hash).where('start', '=', 0).execute()
    })
    for (const { hash } of [spoilt, torn]) expect(await b.desk.sync.fetch(hash)).toBeUndefined()
    expect(await b.desk.sync.fetch(whole.hash)).toBeDefined()
    expect((await wholeAt(district)).map(({ hash }) => hash)).toContain(whole.hash)
    expect(await wholeAt(district)).not.toContainEqual({ hash: spoilt.hash })
    expect(district.logs.join('')).toContain('damaged here')
    // the desk asks when its program starts, and a few times a day
    later(a, 7)
    await sync(a)
    for (const { hash, bytes } of [spoilt, torn]) expect(Buffer.from((await b.desk.sync.fetch(hash)) ?? [])).toEqual(bytes)
    expect([await toSend(a), a.reported]).toEqual([0, []])
  })

  it('[P14] that the district has lost is asked for again when the first answer was a fault', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const lost = large()
    await keep(a, lost)
    await sync(a)
    await inDistrict(district.server, KENDAL, async ({ trx }) => {
      await trx.deleteFrom('blobChunk').where('hash', '=', lost.hash).execute()
      await trx.updateTable('blob').set({ isWhole: 0, have: 0 }).where('hash', '=', lost.hash).execute()
    })
    later(a, 7)
    await district.without('blob', () => a.api.sync.sendNow({}))
    expect(district.logs.some(line => line.includes('/v1/blobs') && /"status":5\d\d/.test(line))).toBe(true)
    await sync(a)
    expect(await wholeAt(district)).toContainEqual({ hash: lost.hash })
    expect(await toSend(a)).toBe(0)
  })

  it('[D6] that came after a backup comes again when the server was put back to it', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const [before, after] = [large(), large()]
    await keep(a, before)
    await sync(a)
    const file = join(mkdtempSync(join(tmpdir(), 'put-back-')), 'backup.db')
    await district.backUp(file)
    await keep(a, after)
    await sync(a)
    await district.restore(file)
    rmSync(dirname(file), { recursive: true })
    await sync(a)
    expect(await wholeAt(district)).toEqual(expect.arrayContaining([{ hash: before.hash }, { hash: after.hash }]))
    expect(await toSend(a)).toBe(0)
  })

  it('[P8] goes on by stick where the line broke off', async () => {
    const { district, a } = await twoDesks()
    const { hash, bytes } = large()
    await keep(a, { hash, bytes })
    const begun = { hash, offset: 0, size: bytes.length, bytes: bytes.subarray(0, 65_536) }
    expect(await takeChunk(district.server, { district: KENDAL, device: 'a' }, begun, 1)).toMatchObject({ ok: true })
    const { file } = await current().write(a)
    await current().pack(district, '--in', current().path(file))
    expect(await wholeAt(district)).toContainEqual({ hash })
  })

  it('[S11] waits with its reason on the screen when its desk has brought too much today', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const bring = (bytes: number) =>
      inDistrict(district.server, KENDAL, inside => noteBrought(inside, a.desk.author.device, bytes, districtNow()))
    await bring(LIMITS.deviceDayBytes)
    await keep(a, large())
    expect(value(await a.api.sync.sendNow({}))).toMatchObject({ problem: { kind: 'turned-away', reason: 'too-much' }, attachments: 1 })
    expect(a.reported).toEqual([])
    await bring(-LIMITS.deviceDayBytes)
    await sync(a)
    expect(await toSend(a)).toBe(0)
  })

  it('[P8] waits without a word when its desk has called often enough for a minute, and goes on after it', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    await district.close()
    await district.open({ deviceCalls: 6 })
    await keep(a, ...Array.from({ length: 5 }, large))
    for (let i = 0; i < 3; i++) expect(value(await a.api.sync.sendNow({}))).toMatchObject({ problem: null })
    expect(district.logs.filter(line => line.includes('/v1/blobs') && line.includes('"status":429'))).toHaveLength(1)
    expect(await toSend(a)).toBeGreaterThan(0)
    // the next minute
    await district.close()
    await district.open()
    later(a, 0.02)
    await sync(a)
    expect([await toSend(a), a.reported]).toEqual([0, []])
  })

  it('that the district cannot take holds up no other and no conversation, and is not offered again with each', async () => {
    const district = await openDistrict()
    const a = await firstDesk(district)
    const [damaged, whole] = [{ ...large(), hash: 'ab'.repeat(32) }, large()]
    await keep(a, damaged, whole)
    for (let i = 0; i < 3; i++) await sync(a)
    expect(await wholeAt(district)).toContainEqual({ hash: whole.hash })
    expect(await toSend(a)).toBe(1)
    expect(district.logs.filter(line => line.includes('"status":422'))).toHaveLength(1)
    expect(a.reported).toHaveLength(1)
  })
})
