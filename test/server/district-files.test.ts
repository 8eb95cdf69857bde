import { createPublicKey, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { inDistrict } from '#server/database/inside'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { getDistrict } from '#server/districts/districts.store'
import { listFiles } from '#server/files/files.store'
import { publish } from '#server/files/publish'
import { FILE_PIECE, FileList, type Manifest } from '#shared/sync/district-file'
import { isPiece, openManifest } from '#wire/district-file'
import { BATANG, KENDAL, onBothStores } from './support/both-stores'
import { askEnrol, call, enrolBody, fakeDesk, testServer } from './support/test-server'

const bytesOf = (bytes: Uint8Array) =>
  async function* () {
    yield bytes.subarray(0, 1_000)
    yield bytes.subarray(1_000)
  }

onBothStores('a file of the district', given => {
  const NOW = 1_790_000_000_000
  const put = (bytes: Uint8Array, label = 'Edisi', now = NOW, district = KENDAL) =>
    publish(given.server, { district, name: 'registry', label, now }, bytesOf(bytes))
  const setUp = async () => {
    const { app, clock } = await testServer(given.server)
    const desk = fakeDesk()
    await askEnrol(app, enrolBody(desk, await makeEnrolmentCode(given.server, KENDAL, { now: clock.now, isAutoConfirm: true })))
    const { publicKey } = await inDistrict(given.server, KENDAL, getDistrict)
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    const list = async (): Promise<Manifest[]> => {
      const answer = await call(app, desk, KENDAL, { method: 'GET', url: '/v1/files' })
      return FileList.parse(answer.json()).files.flatMap(signed => openManifest(signed, KENDAL, key) ?? [])
    }
    const get = (hash: string, range?: string) =>
      call(app, desk, KENDAL, { method: 'GET', url: `/v1/blobs/${hash}`, ...(range ? { headers: { range } } : {}) })
    return { app, list, get }
  }
  const bytes = randomBytes(FILE_PIECE * 9 + 77)

  it('[R1] is listed with the district’s signature, and every piece of it can be checked by itself', async () => {
    const { list, get } = await setUp()
    expect(await list()).toEqual([])
    const { manifest } = await put(bytes)
    expect(await list()).toEqual([manifest])
    const third = await get(manifest.hash, `bytes=${2 * FILE_PIECE}-${3 * FILE_PIECE - 1}`)
    expect(isPiece(manifest, 2, third.rawPayload)).toBe(true)
    const last = await get(manifest.hash, `bytes=${9 * FILE_PIECE}-${bytes.length - 1}`)
    expect([isPiece(manifest, 9, last.rawPayload), isPiece(manifest, 2, last.rawPayload)]).toEqual([true, false])
    expect((await get(manifest.hash)).rawPayload.equals(bytes)).toBe(true)
  })

  it('[R2] takes the place of the one before, whose bytes go; the same again is no new one', async () => {
    const { list, get } = await setUp()
    const first = await put(bytes)
    const again = await put(bytes)
    expect([first.isNew, again.isNew]).toEqual([true, false])
    // whoever set the clock back still publishes something newer
    const second = await put(randomBytes(500), 'Edisi 2', NOW - 1_000)
    expect(second.manifest.version).toBeGreaterThan(first.manifest.version)
    expect(await list()).toEqual([second.manifest])
    expect((await get(first.manifest.hash)).statusCode).toBe(404)
    expect((await put(bytes, 'Edisi 1 lagi', NOW + 5)).isNew).toBe(true)
    expect((await get(first.manifest.hash)).rawPayload.equals(bytes)).toBe(true)
  })

  it('[R2] that was broken off while it was brought counts for nothing, and is begun again', async () => {
    const cut = publish(given.server, { district: KENDAL, name: 'registry', label: 'x', now: NOW }, () => ({
      async *[Symbol.asyncIterator]() {
        yield bytes.subarray(0, 400_000)
        throw new Error('the stick was pulled out')
      }
    }))
    await expect(cut).rejects.toThrow('pulled out')
    expect(await inDistrict(given.server, KENDAL, listFiles)).toEqual([])
    expect((await put(bytes)).isNew).toBe(true)
  })

  it('is that of its own district alone, and only a desk is told', async () => {
    const { app, list } = await setUp()
    await put(bytes, 'Batang', NOW, BATANG)
    expect(await list()).toEqual([])
    expect((await app.inject({ method: 'GET', url: '/v1/files' })).statusCode).toBe(401)
  })
})
