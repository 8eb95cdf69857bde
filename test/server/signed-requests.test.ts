import { once } from 'node:events'
import http from 'node:http'
import { json } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { inDistrict } from '#server/database/inside'
import { setDeviceState } from '#server/devices/devices.store'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { BATANG, KENDAL, onBothStores } from './support/both-stores'
import { askEnrol, call, enrolBody, fakeDesk, signedBy, testServer } from './support/test-server'

const url = `/v1/blobs/${'0'.repeat(64)}`

onBothStores('a signed request', given => {
  const setUp = async (limits = {}) => {
    const test = await testServer(given.server, limits)
    const code = await makeEnrolmentCode(given.server, KENDAL, { now: test.clock.now, isAutoConfirm: true })
    const desk = fakeDesk()
    await askEnrol(test.app, enrolBody(desk, code))
    return { ...test, desk }
  }

  it('[F23] is let in once: the same again is a replay', async () => {
    const { app, desk } = await setUp()
    const headers = signedBy(desk, KENDAL, { method: 'GET', url })
    expect((await app.inject({ method: 'GET', url, headers })).json()).toEqual({ kind: 'unknown-blob' })
    const again = await app.inject({ method: 'GET', url, headers })
    expect([again.statusCode, again.json()]).toEqual([401, { kind: 'replayed' }])
  })

  it('is worth nothing on another path, method or body', async () => {
    const { app, desk } = await setUp()
    const get = signedBy(desk, KENDAL, { method: 'GET', url })
    const otherPath = await app.inject({ method: 'GET', url: url.replace('0', '1'), headers: get })
    expect([otherPath.statusCode, otherPath.json()]).toEqual([401, { kind: 'bad-signature' }])
    const put = signedBy(desk, KENDAL, { method: 'PUT', url: `${url}/0`, body: Buffer.from('a'), headers: { 'upload-length': '1' } })
    const otherBody = await app.inject({ method: 'PUT', url: `${url}/0`, headers: put, payload: Buffer.from('b') })
    expect(otherBody.json()).toEqual({ kind: 'bad-signature' })
  })

  it('says why it is refused', async () => {
    const { app, desk } = await setUp()
    const kindOf = async (answer: ReturnType<typeof call>) => (await answer).json().kind
    expect(await kindOf(app.inject({ method: 'GET', url }))).toBe('not-signed')
    expect(await kindOf(app.inject({ method: 'GET', url, headers: { authorization: 'Loket 33.24 x 1 y' } }))).toBe('not-signed')
    expect(await kindOf(call(app, fakeDesk(), KENDAL, { method: 'GET', url }))).toBe('unknown-device')
    expect(await kindOf(call(app, desk, BATANG, { method: 'GET', url }))).toBe('unknown-device')
    for (const state of ['revoked', 'frozen'] as const) {
      await inDistrict(given.server, KENDAL, inside => setDeviceState(inside, desk.id, state, 1))
      const answer = await call(app, desk, KENDAL, { method: 'GET', url })
      expect([answer.statusCode, answer.json()]).toEqual([403, { kind: state }])
    }
  })

  it('is refused before its body has come where it names no device', async () => {
    const { app } = await setUp()
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const headers = { ...signedBy(fakeDesk(), KENDAL, { method: 'PUT', url: `${url}/0` }), 'upload-length': '9', 'content-length': '9' }
    for (const [sent, kind] of [
      [headers, 'unknown-device'],
      [{ ...headers, authorization: 'none' }, 'not-signed']
    ] as const) {
      const request = http.request(`${address}${url}/0`, { method: 'PUT', headers: sent })
      request.write('half')
      const [answer] = (await once(request, 'response')) as [http.IncomingMessage]
      expect([answer.statusCode, await json(answer)]).toEqual([401, { kind }])
      request.destroy()
    }
    await app.close()
  })

  it('[F22] is told to wait when a desk asks too often, and leaves other desks alone', async () => {
    const { app, desk, clock } = await setUp({ deviceCalls: 3 })
    const code = await makeEnrolmentCode(given.server, KENDAL, { now: clock.now, isAutoConfirm: true })
    const other = fakeDesk()
    await askEnrol(app, enrolBody(other, code))
    for (let n = 0; n < 3; n++) expect((await call(app, desk, KENDAL, { method: 'GET', url })).statusCode).toBe(404)
    const refused = await call(app, desk, KENDAL, { method: 'GET', url })
    expect([refused.statusCode, refused.json().kind]).toEqual([429, 'too-many'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await call(app, other, KENDAL, { method: 'GET', url })).statusCode).toBe(404)
  })

  it('is counted by address before anybody is known', async () => {
    const { app } = await setUp({ addressCalls: 2, strangerCalls: 3 })
    const ask = (path: string) => app.inject({ method: 'GET', url: path })
    expect([(await ask(url)).statusCode, (await ask(url)).statusCode, (await ask(url)).statusCode]).toEqual([401, 401, 429])
    const statuses = []
    for (let n = 0; n < 4; n++) statuses.push((await askEnrol(app, enrolBody(fakeDesk(), '00000-00000'))).statusCode)
    expect(statuses).toEqual([404, 404, 429, 429])
  })
})
