import http from 'node:http'
import net from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { actAs, problem, value } from '#test/support/test-desk'
import { firstDesk, openDistrict, sync } from './support/district'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const listening = async (server: net.Server): Promise<string> => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`
}

/** Another address of the same server. */
const leadingTo = (address: string) =>
  listening(
    net.createServer(near => {
      const far = net.connect(Number(new URL(address).port), '127.0.0.1')
      near.pipe(far).pipe(near)
      for (const end of [near, far]) end.on('error', () => undefined)
    })
  )

it('[P11] goes to the new address of its district, and on from where it was', async () => {
  const district = await openDistrict()
  const desk = await firstDesk(district)
  const before = value(await desk.api.sync.status({}))
  const moved = await leadingTo(district.address)
  const { link } = value(await desk.api.sync.moveServer({ server: ` ${moved}/ ` }))
  expect(link).toEqual({ ...before.link, server: moved })
  await sync(desk)
  expect(value(await desk.api.sync.status({}))).toMatchObject({ cursor: before.cursor, unsent: 0, problem: null })
})

it('[P11] stays where it is when another district, an impostor, a page of a network or nobody answers there', async () => {
  const district = await openDistrict()
  const desk = await firstDesk(district)
  const answering = (type: string, body: string, status = 200) =>
    listening(http.createServer((_request, response) => response.writeHead(status, { 'content-type': type }).end(body)))
  const tries = [
    [(await openDistrict()).address, 'other-district'],
    [
      await answering('application/json', JSON.stringify({ kind: 'district', signature: Buffer.alloc(64, 7).toString('base64') })),
      'other-district'
    ],
    [await answering('text/html', '<html>Selamat datang</html>'), 'not-the-server'],
    [await answering('text/html', '<html>502 Bad Gateway</html>', 502), 'no-line'],
    ['http://127.0.0.1:1', 'no-line'],
    ['http://slrt.example', 'insecure-address']
  ] as const
  for (const [server, kind] of tries) expect(problem(await desk.api.sync.moveServer({ server }))).toEqual({ kind })
  expect(value(await desk.api.sync.status({})).link).toMatchObject({ server: district.address })
  expect(desk.reported).toEqual([])
})

it('[P11] is told of another address by a manager or administrator alone, and only once it has a district', async () => {
  const district = await openDistrict()
  const desk = await firstDesk(district)
  await actAs(desk, 'front-office')
  expect(problem(await desk.api.sync.moveServer({ server: district.address }))).toMatchObject({ kind: 'not-allowed' })
})
