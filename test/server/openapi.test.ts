import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { KENDAL, onSqlite } from './support/both-stores'
import { askEnrol, askNonce, call, enrolBody, fakeDesk, testServer } from './support/test-server'

type Described = { content?: Record<string, { schema: object }> }
type Paths = Record<string, Record<string, { responses: Record<string, Described> }>>
type Answer = { statusCode: number; body: string; headers: Record<string, unknown> }

onSqlite('the description of the server’s interface', given => {
  it('is what it really answers, also when it refuses', async () => {
    const { app, clock } = await testServer(given.server, { strangerCalls: 3 })
    const { paths } = (await app.inject('/openapi.json')).json() as { paths: Paths }
    const answered: string[] = []
    const expectDescribed = (method: string, path: string, { statusCode, body, headers }: Answer) => {
      const responses = paths[path]?.[method]?.responses ?? {}
      const found = responses[statusCode] ?? responses[`${Math.floor(statusCode / 100)}XX`]
      expect([method, path, statusCode, found !== undefined]).toEqual([method, path, statusCode, true])
      answered.push(`${method} ${path} ${statusCode}`)
      const schema = found?.content?.['application/json']?.schema
      if (!String(headers['content-type']).startsWith('application/json')) return
      expect(z.fromJSONSchema(schema as never, { defaultTarget: 'openapi-3.0' }).safeParse(JSON.parse(body))).toMatchObject({
        success: true
      })
    }
    const [desk, stranger] = [fakeDesk(), fakeDesk()]
    const code = await makeEnrolmentCode(given.server, KENDAL, { now: clock.now, isAutoConfirm: true })
    expectDescribed('post', '/v1/enrol', await askEnrol(app, enrolBody(desk, code)))
    expectDescribed('post', '/v1/enrol', await askEnrol(app, enrolBody(stranger, 'K7PQ3-M9X2A')))
    expectDescribed('post', '/v1/enrol', await askEnrol(app, { code: 1 }))
    expectDescribed('post', '/v1/enrol', await askEnrol(app, enrolBody(stranger, code)))
    expectDescribed('post', '/v1/enrol/nonce', await askNonce(app, KENDAL, desk))
    expectDescribed('post', '/v1/enrol/nonce', await askNonce(app, KENDAL, stranger))
    for (const path of ['/healthz', '/metrics']) expectDescribed('get', path, await app.inject(path))
    for (let i = 0; i < 4; i++) expectDescribed('get', '/p/{code}', await app.inject('/p/x'))
    const bytes = randomBytes(500)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const headers = { 'upload-length': '500' }
    const calls = [
      ['get', '/v1/files', { method: 'GET', url: '/v1/files' }],
      ['get', '/v1/proof/{nonce}', { method: 'GET', url: `/v1/proof/${'ab'.repeat(32)}` }],
      ['get', '/v1/proof/{nonce}', { method: 'GET', url: '/v1/proof/x' }],
      ['put', '/v1/access-log', { method: 'PUT', url: '/v1/access-log', body: bytes }],
      ['put', '/v1/blobs/{hash}/{offset}', { method: 'PUT', url: `/v1/blobs/${hash}/9`, body: bytes, headers }],
      ['put', '/v1/blobs/{hash}/{offset}', { method: 'PUT', url: `/v1/blobs/${hash}/0`, body: bytes, headers }],
      ['get', '/v1/blobs/{hash}', { method: 'GET', url: `/v1/blobs/${hash}` }],
      ['get', '/v1/blobs/{hash}', { method: 'GET', url: `/v1/blobs/${hash}`, headers: { range: 'bytes=1-2' } }],
      ['get', '/v1/blobs/{hash}', { method: 'GET', url: `/v1/blobs/${hash}`, headers: { range: 'bytes=900-' } }],
      ['get', '/v1/blobs/{hash}', { method: 'GET', url: `/v1/blobs/${'ab'.repeat(32)}` }],
      ['get', '/v1/blobs', { method: 'GET', url: '/v1/blobs' }],
      ['put', '/v1/leaving', { method: 'PUT', url: '/v1/leaving' }],
      ['get', '/v1/files', { method: 'GET', url: '/v1/files' }]
    ] as const
    for (const [method, path, asked] of calls) expectDescribed(method, path, await call(app, desk, KENDAL, asked))
    for (const [method, path, asked] of calls) expectDescribed(method, path, await call(app, stranger, KENDAL, asked))
    await given.server.close()
    for (const path of ['/healthz', '/metrics']) expectDescribed('get', path, await app.inject(path))
    expectDescribed('post', '/v1/enrol/nonce', await askNonce(app, KENDAL, desk))
    expect(answered).toEqual(
      expect.arrayContaining(['get /p/{code} 429', 'get /healthz 503', 'post /v1/enrol/nonce 500', 'get /v1/files 403'])
    )
  })
})
