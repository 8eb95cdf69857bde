import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readRange } from '#server/attachments/byte-range'
import { inDistrict } from '#server/database/inside'
import { setDeviceState } from '#server/devices/devices.store'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { CHUNK_BYTES } from '#server/limits'
import { KENDAL, onBothStores } from './support/both-stores'
import { askEnrol, call, enrolBody, fakeDesk, testServer } from './support/test-server'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('a Range header', () => {
  it.each([
    [undefined, undefined],
    ['bytes=0-9', { from: 0, to: 9 }],
    ['bytes=90-', { from: 90, to: 99 }],
    ['bytes=90-1000', { from: 90, to: 99 }],
    ['bytes=-5', { from: 95, to: 99 }],
    ['bytes=-500', { from: 0, to: 99 }],
    ['bytes=100-', 'none'],
    ['bytes=9-3', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=0-1,5-6', undefined],
    ['lines=1-2', undefined]
  ])('%s of 100 bytes', (header, range) => expect(readRange(header, 100)).toEqual(range))
})

onBothStores('an attachment', given => {
  const setUp = async (limits = {}) => {
    const { app, clock } = await testServer(given.server, limits)
    const enrolled = async () => {
      const desk = fakeDesk()
      await askEnrol(app, enrolBody(desk, await makeEnrolmentCode(given.server, KENDAL, { now: clock.now, isAutoConfirm: true })))
      return desk
    }
    const desk = await enrolled()
    const put = (hash: string, offset: number, body: Uint8Array, size: number, by = desk) =>
      call(app, by, KENDAL, { method: 'PUT', url: `/v1/blobs/${hash}/${offset}`, body, headers: { 'upload-length': String(size) } })
    const get = (hash: string, range?: string) =>
      call(app, desk, KENDAL, { method: 'GET', url: `/v1/blobs/${hash}`, ...(range ? { headers: { range } } : {}) })
    const head = async (hash: string) => (await call(app, desk, KENDAL, { method: 'HEAD', url: `/v1/blobs/${hash}` })).headers
    return { desk, enrolled, put, get, head }
  }
  const bytes = randomBytes(CHUNK_BYTES * 2 + 1_000)
  const hash = sha256(bytes)
  const piece = (n: number) => bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES)

  it('[S11] is not begun nor gone on with by a desk that has brought too much today', async () => {
    const { put, enrolled } = await setUp({ deviceDayBytes: CHUNK_BYTES * 2 })
    const other = await enrolled()
    expect((await put(hash, 0, piece(0), bytes.length)).statusCode).toBe(200)
    expect((await put(hash, CHUNK_BYTES, piece(1), bytes.length)).statusCode).toBe(200)
    const third = await put(hash, CHUNK_BYTES * 2, piece(2), bytes.length)
    expect([third.statusCode, third.json()]).toEqual([429, { kind: 'too-much' }])
    expect((await put(hash, CHUNK_BYTES * 2, piece(2), bytes.length, other)).json()).toEqual({ have: bytes.length, isWhole: true })
  })

  it('[F22] comes although another desk has begun one of its name with another length; once whole its length is its own', async () => {
    const { put, enrolled } = await setUp()
    const infected = await enrolled()
    const own = randomBytes(2_000)
    const name = sha256(own)
    expect((await put(name, 0, bytes.subarray(0, CHUNK_BYTES), CHUNK_BYTES + 1, infected)).json()).toEqual({
      have: CHUNK_BYTES,
      isWhole: false
    })
    expect((await put(name, 0, own, own.length)).json()).toEqual({ have: own.length, isWhole: true })
    const again = await put(name, 0, bytes.subarray(0, CHUNK_BYTES), CHUNK_BYTES + 1, infected)
    expect([again.statusCode, again.json()]).toEqual([409, { kind: 'size-differs' }])
  })

  it('comes in pieces, goes on where it was cut off, and comes back whole or in part', async () => {
    const { put, get, head, enrolled } = await setUp()
    expect((await put(hash, 0, piece(0), bytes.length)).json()).toEqual({ have: CHUNK_BYTES, isWhole: false })
    expect(await head(hash)).toMatchObject({ 'upload-offset': String(CHUNK_BYTES), 'upload-complete': '?0' })
    expect((await get(hash)).statusCode).toBe(404)
    const tooFar = await put(hash, CHUNK_BYTES * 2, piece(2), bytes.length)
    expect([tooFar.statusCode, tooFar.json()]).toEqual([409, { kind: 'elsewhere', have: CHUNK_BYTES }])
    expect((await put(hash, 0, piece(0), bytes.length)).json()).toEqual({ have: CHUNK_BYTES, isWhole: false })
    const other = await enrolled()
    await put(hash, CHUNK_BYTES, piece(1), bytes.length, other)
    expect((await put(hash, CHUNK_BYTES * 2, piece(2), bytes.length)).json()).toEqual({ have: bytes.length, isWhole: true })
    expect(await head(hash)).toMatchObject({ 'upload-complete': '?1' })

    const whole = await get(hash)
    expect(whole.headers['content-length']).toBe(String(bytes.length))
    expect(whole.rawPayload.equals(bytes)).toBe(true)
    const part = await get(hash, `bytes=${CHUNK_BYTES - 5}-${CHUNK_BYTES + 4}`)
    expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes ${CHUNK_BYTES - 5}-${CHUNK_BYTES + 4}/${bytes.length}`])
    expect(part.rawPayload.equals(bytes.subarray(CHUNK_BYTES - 5, CHUNK_BYTES + 5))).toBe(true)
    expect((await get(hash, `bytes=${bytes.length}-`)).statusCode).toBe(416)
  })

  it('[P10] that a desk has begun is forgotten when the desk is shut out, and what it finished is not', async () => {
    const { desk, enrolled, put } = await setUp()
    const other = await enrolled()
    const [begun, done] = [randomBytes(CHUNK_BYTES * 2), randomBytes(100)]
    expect((await put(sha256(begun), 0, begun.subarray(0, CHUNK_BYTES), begun.length)).statusCode).toBe(200)
    expect((await put(sha256(done), 0, done, done.length)).statusCode).toBe(200)
    await inDistrict(given.server, KENDAL, inside => setDeviceState(inside, desk.id, 'revoked', 1))
    const left = await inDistrict(given.server, KENDAL, ({ trx }) => trx.selectFrom('blob').select('hash').execute())
    expect(left).toEqual([{ hash: sha256(done) }])
    expect((await put(sha256(begun), 0, begun.subarray(0, CHUNK_BYTES), begun.length, other)).json()).toMatchObject({ isWhole: false })
  })

  it('is forgotten when it is not what its name says, and may come again', async () => {
    const { put, get } = await setUp()
    const small = bytes.subarray(0, 100)
    const wrong = await put(sha256(small), 0, bytes.subarray(1, 101), 100)
    expect([wrong.statusCode, wrong.json()]).toEqual([422, { kind: 'hash-differs' }])
    expect((await put(sha256(small), 0, small, 100)).json()).toEqual({ have: 100, isWhole: true })
    expect((await get(sha256(small))).rawPayload.equals(small)).toBe(true)
  })

  it('is refused when it is too large, in odd pieces, or one of too many', async () => {
    const { put } = await setUp({ blobBytes: 1_000_000 })
    expect((await put(hash, 0, piece(0), 1_000_001)).json()).toMatchObject({ kind: 'invalid' })
    expect((await put(hash, 0, piece(0).subarray(1), bytes.length)).json()).toEqual({ kind: 'wrong-piece' })
    expect((await put(hash, 0, randomBytes(CHUNK_BYTES + 1), bytes.length)).statusCode).toBe(413)
    expect((await put(hash, 0, piece(0), 10)).json()).toEqual({ kind: 'wrong-piece' })
    expect((await put('etc', 0, piece(0), bytes.length)).json()).toMatchObject({ kind: 'invalid' })
    for (let n = 0; n < 16; n++) expect((await put(String(n).padStart(64, '0'), 0, piece(0), bytes.length)).statusCode).toBe(200)
    expect((await put(hash, 0, piece(0), bytes.length)).json()).toEqual({ kind: 'too-many-unfinished' })
  })
})
