import { createHash, randomBytes } from 'node:crypto'
import http from 'node:http'
import type net from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { setHere } from '#main/sync/here.store'
import { problem, testDesk, value } from '#test/support/test-desk'
import { firstDesk, openDistrict, sync } from './support/district'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Something that answers every call so, at the port of a server or at one of its own. */
async function answering(status: number, type: string, body: string, port = 0): Promise<string> {
  const server = http.createServer((_request, response) => response.writeHead(status, { 'content-type': type }).end(body))
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  ends.push(
    () => new Promise(resolve => server.close(resolve)),
    () => server.closeAllConnections()
  )
  return `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`
}
const PAGE = ['text/html', '<html><h1>Silakan tunggu</h1></html>'] as const

it.each([
  ['a proxy whose server is not there', 502, ...PAGE],
  ['a server whose database does not answer', 503, 'application/json', '{"kind":"no-database"}'],
  ['a server with a fault', 500, 'application/json', '{"kind":"unexpected","reference":"12345678"}'],
  ['a server that was called too often', 429, 'application/json', '{"kind":"too-many","seconds":3}']
])('a desk takes %s for a server that cannot serve it now, never for the page of a network', async (_name, status, type, body) => {
  const district = await openDistrict()
  const desk = await firstDesk(district)
  await district.close()
  await answering(status, type, body, Number(new URL(district.address).port))
  expect(value(await desk.api.sync.sendNow({})).problem).toEqual({ kind: 'turned-away', reason: 'too-many' })
  for (const end of ends.splice(0).reverse()) await end()
  await answering(200, ...PAGE, Number(new URL(district.address).port))
  expect(value(await desk.api.sync.sendNow({})).problem).toEqual({ kind: 'not-the-server' })
  for (const end of ends.splice(0).reverse()) await end()
  await district.open()
  await sync(desk)
})

it.each([
  ['a page with status 200', 200, ...PAGE, { kind: 'not-the-server' }],
  ['a redirect', 302, ...PAGE, { kind: 'not-the-server' }],
  ['a proxy whose server is not there', 502, ...PAGE, { kind: 'turned-away', reason: 'too-many' }],
  [
    'a server whose database does not answer',
    503,
    'application/json',
    '{"kind":"no-database"}',
    { kind: 'turned-away', reason: 'too-many' }
  ]
])('an attachment that %s has answered waits here, is no fault of the program, and goes later', async (_name, status, type, body, told) => {
  const district = await openDistrict()
  const desk = await firstDesk(district)
  const bytes = randomBytes(100_000)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await desk.desk.db.insertInto('blob').values({ hash, bytes }).execute()
  const proxy = http.createServer((request, response) => {
    if (request.url?.startsWith('/v1/blobs/'))
      return void request.resume().on('end', () => response.writeHead(status, { 'content-type': type }).end(body))
    const on = http.request(`${district.address}${request.url}`, { method: request.method, headers: request.headers }, answer => {
      response.writeHead(answer.statusCode ?? 0, answer.headers)
      answer.pipe(response)
    })
    request.pipe(on)
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  ends.push(
    () => new Promise(resolve => proxy.close(resolve)),
    () => proxy.closeAllConnections()
  )
  await setHere(desk.desk.db, { server: `http://127.0.0.1:${(proxy.address() as net.AddressInfo).port}` })
  expect(value(await desk.api.sync.sendNow({}))).toMatchObject({ problem: told, attachments: 1 })
  expect(desk.reported).toEqual([])
  await setHere(desk.desk.db, { server: district.address })
  await sync(desk)
  expect(value(await desk.api.sync.status({})).attachments).toBe(0)
})

it('a desk that joins through a proxy whose server is not there is told so, and its code is good later', async () => {
  const desk = await testDesk({ officer: 'manager', isOwn: true })
  const server = await answering(502, ...PAGE)
  expect(problem(await desk.api.sync.join({ server, code: 'K7PQ3-M9X2A' }))).toEqual({ kind: 'no-line' })
})
