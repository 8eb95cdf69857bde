import http from 'node:http'
import type net from 'node:net'
import { afterEach, expect, it } from 'vitest'
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

it('a desk that joins through a proxy whose server is not there is told so, and its code is good later', async () => {
  const desk = await testDesk({ officer: 'manager', isOwn: true })
  const server = await answering(502, ...PAGE)
  expect(problem(await desk.api.sync.join({ server, code: 'K7PQ3-M9X2A' }))).toEqual({ kind: 'no-line' })
})
