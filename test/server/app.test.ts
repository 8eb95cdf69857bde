import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, vi } from 'vitest'
import { inDistrict } from '#server/database/inside'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { withDistrict } from '#server/sync/district.store'
import { NIK_LIKE } from '#test/support/nik-like'
import { KENDAL, onBothStores, onSqlite } from './support/both-stores'
import { fed, givenFrame, kept, refused, waiting } from './support/given-frames'
import { askEnrol, askNonce, call, enrolBody, fakeDesk, testServer } from './support/test-server'

const NIK = '3324105708900001'

onBothStores('the district server', given => {
  it('says how each district fares, and nobody’s name', async () => {
    const { app, clock } = await testServer(given.server)
    const desk = fakeDesk()
    await askEnrol(app, enrolBody(desk, await makeEnrolmentCode(given.server, KENDAL, { now: clock.now, isAutoConfirm: true })))
    const frame = givenFrame({ count: 3 })
    await withDistrict(given.server, KENDAL, { at: 1, clock: null }, async store => {
      await store.keep([kept(frame, i => [fed(1), waiting('x'), refused('invalid')][i] ?? fed(9))])
      await store.setLast(1)
    })
    await inDistrict(given.server, KENDAL, ({ trx }) =>
      trx
        .insertInto('backup')
        .values({ district: KENDAL, at: clock.now - 5_000, changes: 1 })
        .execute()
    )
    clock.now += 60_000
    const quiet = { head: 0, desks: 0, unconfirmed: 0, oldestUnseen: null, waiting: 0, refused: 0, backupSeconds: null }
    expect((await app.inject('/healthz')).json()).toEqual({
      status: 'ok',
      districts: [
        {
          ...quiet,
          district: KENDAL,
          head: 1,
          desks: 1,
          oldestUnseen: { desk: 'A', seconds: 60 },
          waiting: 1,
          refused: 1,
          backupSeconds: 65
        },
        { ...quiet, district: '33.25' }
      ]
    })
    const metrics = await app.inject('/metrics')
    expect(metrics.headers['content-type']).toContain('text/plain')
    expect(metrics.body).toContain('loket_changes_waiting{district="33.24"} 1')
    expect(metrics.body).toContain('loket_http_seconds_count{route="/healthz",status="200"} 1')
    expect(metrics.body).toContain('process_resident_memory_bytes')
  })

  it('says when there is hardly any room left for what desks send', async () => {
    const full = await testServer({ ...given.server, freeBytes: async () => 1_000_000 })
    const health = await full.app.inject('/healthz')
    expect([health.statusCode, health.json()]).toEqual([503, { kind: 'disk-full', freeBytes: 1_000_000 }])
    expect((await full.app.inject('/metrics')).body).toContain('loket_disk_free_bytes 1000000')
    const { app } = await testServer(given.server)
    const free = /loket_disk_free_bytes (-?\d+)/.exec((await app.inject('/metrics')).body)?.[1]
    expect(Number(free) > 0).toBe(given.dialect === 'sqlite')
  })

  it('says that its database does not answer, and goes on giving the figures of its own', async () => {
    const { app, logs } = await testServer(given.server)
    expect((await app.inject('/metrics')).body).toContain('loket_database_up 1')
    await given.server.close()
    const health = await app.inject('/healthz')
    expect([health.statusCode, health.json()]).toEqual([503, { kind: 'no-database' }])
    expect(logs.some(line => line.includes('no database'))).toBe(true)
    const metrics = await app.inject('/metrics')
    expect([metrics.statusCode, metrics.body]).toEqual([200, expect.stringContaining('loket_database_up 0')])
    expect(metrics.body).not.toContain('loket_feed_head{')
  })

  it('writes no number of a person, no code and no name into its log, whatever is sent', async () => {
    const { app, logs } = await testServer(given.server)
    const desk = fakeDesk()
    await app.inject(`/p/${NIK}?nik=${NIK}`)
    await app.inject(`/${NIK}`)
    await app.inject({ url: '/healthz', headers: { 'user-agent': NIK, host: NIK, referer: NIK } })
    await askEnrol(app, { ...enrolBody(desk, 'K7PQ3-M9X2A'), name: `Siti ${NIK}` })
    await askEnrol(app, { [NIK]: NIK })
    await app.inject({ method: 'POST', url: '/v1/enrol', headers: { 'content-type': 'application/json' }, payload: `{"${NIK}` })
    await call(app, desk, KENDAL, { method: 'GET', url: `/v1/blobs/${NIK}` })
    await given.server.close()
    const failed = await askNonce(app, KENDAL, desk)
    expect([failed.statusCode, failed.json()]).toEqual([500, { kind: 'unexpected', reference: expect.stringMatching(/^[0-9a-f]{8}$/) }])
    expect(logs.some(line => line.includes(failed.json().reference))).toBe(true)
    expect(logs.length).toBeGreaterThan(7)
    const text = logs.join('')
    expect(text).not.toMatch(NIK_LIKE)
    expect(text).not.toMatch(/Siti|K7PQ3|127\.0\.0\.1/)
  })

  it('closes in order: what is under way is answered', async () => {
    const { app } = await testServer(given.server)
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const answer = fetch(`${address}/healthz`)
    await new Promise(resolve => app.server.once('request', resolve))
    await app.close()
    expect((await answer).status).toBe(200)
    await expect(fetch(`${address}/healthz`)).rejects.toThrow()
  })
})

onSqlite('the district server’s interface', given => {
  it('describes its calls as OpenAPI', async () => {
    const { app } = await testServer(given.server)
    const described = (await app.inject('/openapi.json')).json()
    expect(described.openapi).toMatch(/^3\./)
    expect(Object.keys(described.paths).sort()).toEqual([
      '/healthz',
      '/metrics',
      '/p/{code}',
      '/v1/access-log',
      '/v1/blobs',
      '/v1/blobs/{hash}',
      '/v1/blobs/{hash}/{offset}',
      '/v1/enrol',
      '/v1/enrol/nonce',
      '/v1/exchange',
      '/v1/files',
      '/v1/leaving',
      '/v1/proof/{nonce}'
    ])
    expect(described.paths['/v1/enrol'].post.requestBody.content['application/json'].schema.required).toContain('nonceHash')
  })

  it.each([
    ['a body that is no JSON', '{"code":', 'application/json', 400, { kind: 'malformed' }],
    ['a field nobody knows', '{"code":"x","more":1}', 'application/json', 400, { kind: 'invalid' }],
    ['a body of another type', 'code=x', 'application/x-www-form-urlencoded', 415, { kind: 'malformed' }],
    ['a body that is too large', JSON.stringify({ code: 'x'.repeat(70_000) }), 'application/json', 413, { kind: 'too-large' }]
  ])('refuses %s with a word', async (_name, payload, type, status, answer) => {
    const { app } = await testServer(given.server)
    const headers = { 'content-type': type, 'idempotency-key': '12345678' }
    const found = await app.inject({ method: 'POST', url: '/v1/enrol', headers, payload })
    expect([found.statusCode, found.json()]).toEqual([status, expect.objectContaining(answer)])
  })

  it.each([
    ['an address that cannot be read', 'GET /p/%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 400, { kind: 'malformed' }],
    ['what is no HTTP', '\x16\x03\x01\x02\x00\x01', 400, { kind: 'malformed' }],
    ['pieces of no size', 'POST /v1/exchange HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n', 400, { kind: 'malformed' }],
    ['headers without an end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}`, 431, { kind: 'too-large' }]
  ])('refuses %s with a word too', async (_name, sent, status, answer) => {
    const { app } = await testServer(given.server)
    await app.listen({ port: 0, host: '127.0.0.1' })
    const socket = connect((app.server.address() as { port: number }).port, '127.0.0.1')
    socket.write(sent)
    const heard = await text(socket)
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(JSON.parse(heard.slice(heard.lastIndexOf('{')))).toEqual(answer)
    await app.close()
  })

  it('leaves room for others beside an address that opens connection after connection, and none behind a proxy here is counted', async () => {
    const { app } = await testServer(given.server, { addressConnections: 3 })
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as { port: number }
    const sockets: Socket[] = []
    const shut = (localAddress: string) =>
      new Promise<boolean>(resolve => {
        const socket = connect({ port, host: '127.0.0.1', localAddress })
        sockets.push(socket)
        socket.on('error', () => undefined)
        socket.on('data', () => resolve(false))
        socket.once('close', () => resolve(true))
        socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n')
      })
    for (const isShut of [false, false, false, true]) expect(await shut('127.0.0.2')).toBe(isShut)
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    for (let n = 0; n < 5; n++) expect(await shut('127.0.0.1')).toBe(false)
    sockets[0]?.destroy()
    await vi.waitFor(async () => expect(await shut('127.0.0.2')).toBe(false))
    for (const socket of sockets) socket.destroy()
    await app.close()
  })

  it('waits for nobody who sends a byte now and then', async () => {
    const { app } = await testServer(given.server, { headersMs: 300, requestMs: 300, checkMs: 50 })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as { port: number }
    const socket = connect(port, '127.0.0.1')
    const drip = setInterval(() => socket.write('x'), 100)
    socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\nx-slow: ')
    socket.on('error', () => undefined)
    await new Promise(resolve => socket.once('close', resolve))
    clearInterval(drip)
    await app.close()
  })
})
