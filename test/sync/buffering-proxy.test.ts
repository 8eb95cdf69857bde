import http from 'node:http'
import type net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { givenCase, givenResident } from '#test/support/given'
import { testDesk, value } from '#test/support/test-desk'
import { type District, openDistrict, sync } from './support/district'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** So soon, in milliseconds, it gives up on a call that is not said to its end. */
const PATIENCE_MS = 60

type Manner = 'waits for the end of a call' | 'takes no call without a length' | 'says an alphabet of every answer'

/** A proxy that hands on a call when it has all of it, and its answer too. */
async function proxyBefore(district: District, manner: Manner): Promise<string> {
  const proxy = http.createServer((request, response) => {
    const refuse = (status: number) => response.writeHead(status, { 'content-type': 'text/html', connection: 'close' }).end('<html></html>')
    if (manner === 'takes no call without a length' && request.headers['transfer-encoding']) return void refuse(411)
    const tooSlow = setTimeout(() => refuse(408), PATIENCE_MS)
    const heard: Buffer[] = []
    request.on('data', piece => heard.push(piece))
    request.on('end', async () => {
      clearTimeout(tooSlow)
      const { host: _, connection: __, 'transfer-encoding': ___, ...headers } = request.headers
      const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
      const asked = { method: request.method ?? 'GET', headers: headers as Record<string, string> }
      const answer = await fetch(district.address + request.url, { ...asked, ...(hasBody && { body: Buffer.concat(heard) }) })
      const said = Buffer.from(await answer.arrayBuffer())
      const type = `${answer.headers.get('content-type') ?? ''}${manner === 'says an alphabet of every answer' ? '; charset=utf-8' : ''}`
      response.writeHead(answer.status, { 'content-type': type }).end(said)
    })
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  ends.push(() => proxy.close())
  return `http://127.0.0.1:${(proxy.address() as net.AddressInfo).port}`
}

describe('[P13] behind a proxy that', () => {
  it.each<[Manner]>([['waits for the end of a call'], ['takes no call without a length'], ['says an alphabet of every answer']])(
    '%s a desk sends all its work, and gets that of others',
    async manner => {
      const district = await openDistrict()
      const server = await proxyBefore(district, manner)
      const a = await testDesk({ officer: 'manager', isOwn: true })
      const found = await givenCase(a.api)
      for (let i = 0; i < 70; i++) value(await a.api.cases.note({ caseId: found.id, kind: 'note', text: `Catatan ${i}` }))
      value(await a.api.sync.join({ server, code: await district.code() }))
      await sync(a)
      const { cursor } = value(await a.api.sync.status({}))
      expect(value(await a.api.sync.status({}))).toMatchObject({ unsent: 0, problem: null })
      expect(cursor).toBeGreaterThan(70)
      const b = await testDesk()
      value(await b.api.sync.join({ server, code: await district.code() }))
      await sync(b)
      expect(value(await b.api.sync.status({}))).toMatchObject({ cursor, problem: null })
      await givenResident(a.api, { nik: '3324105708910040', name: 'Sumarni' })
      await sync(a)
      await sync(b)
      expect(value(await b.api.sync.status({})).cursor).toBe(cursor + 1)
      expect(a.reported).toEqual([])
    }
  )
})
