import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { syncAgent } from '#main/sync/agent'
import { setHere } from '#main/sync/here.store'
import { givenResident, personInput } from '#test/support/given'
import { value } from '#test/support/test-desk'
import { type District, firstDesk, furtherDesk, openDistrict, sync } from './support/district'

const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const clean of cleanUps.splice(0)) clean()
})

/** A line to the district on which every connection dies once so many bytes have come down, or gone up. */
async function shortLivedLine(district: District, bytes: number, way: 'up' | 'down' = 'down') {
  const { hostname: host, port } = new URL(district.address)
  const line = { bytes, connections: 0, moved: 0 }
  const open = new Set<Socket>()
  const server = createServer(near => {
    line.connections++
    const far = connect({ host, port: Number(port) })
    let left = line.bytes
    const die = () => {
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) socket.on('error', die).on('close', die)
    open.add(near)
    const [from, to] = way === 'down' ? [far, near] : [near, far]
    to.pipe(from)
    from.on('data', piece => {
      left -= piece.length
      line.moved += piece.length
      if (left < 0) to.write(piece.subarray(0, left), die)
      else to.write(piece)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanUps.push(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return { line, address: `http://127.0.0.1:${(server.address() as { port: number }).port}` }
}

/** A desk that has as much to take as several short connections bring, and the pauses that it plans. */
async function deskThatLagsBehind() {
  const district = await openDistrict()
  const a = await firstDesk(district)
  const b = await furtherDesk(district)
  const { id: residentId } = await givenResident(a.api)
  for (const name of ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan']) {
    value(await a.api.residents.correct({ residentId, resident: personInput({ name: `Siti Aminah ${name}` }), differentFrom: [] }))
    await sync(a)
  }
  const pauses: number[] = []
  const agent = syncAgent(b.desk, {
    set: ms => {
      pauses.push(ms)
      return () => undefined
    }
  })
  cleanUps.push(() => void agent.stop())
  return { district, b, agent, pauses }
}

describe('a line that lives for seconds', () => {
  it('[F19] [P3] is tried again soon, each time, as long as something comes across', async () => {
    const { district, b, agent, pauses } = await deskThatLagsBehind()
    const { line, address } = await shortLivedLine(district, 500)
    await setHere(b.desk.db, { server: address })
    for (let tries = 0; (tries < 40 && agent.problem() !== null) || tries === 0; tries++) await agent.now()
    expect(agent.problem()).toBeNull()
    expect(line.connections).toBeGreaterThan(3)
    expect(Math.max(...pauses.slice(0, -1))).toBeLessThanOrEqual(4_000)
    expect(value(await b.api.sync.status({}))).toMatchObject({ unsent: 0 })
  })

  it('[F19] [P8] brings a picture across too, up and down, never a piece twice', async () => {
    const district = await openDistrict()
    const [a, b] = [await firstDesk(district), await furtherDesk(district)]
    const bytes = randomBytes(400_000)
    const hash = createHash('sha256').update(bytes).digest('hex')
    await a.desk.db.insertInto('blob').values({ hash, bytes }).execute()
    const up = await shortLivedLine(district, 150_000, 'up')
    const pauses: number[] = []
    const agent = syncAgent(a.desk, {
      set: ms => {
        pauses.push(ms)
        return () => undefined
      }
    })
    cleanUps.push(() => void agent.stop())
    await setHere(a.desk.db, { server: up.address })
    for (let tries = 0; (tries < 20 && agent.problem() !== null) || tries === 0; tries++) await agent.now()
    expect([agent.problem(), value(await a.api.sync.status({})).attachments]).toEqual([null, 0])
    expect(up.line.connections).toBeGreaterThan(2)
    expect(Math.max(...pauses.slice(0, -1))).toBeLessThanOrEqual(4_000)
    expect(up.line.moved).toBeLessThan(bytes.length + 4 * 65_536)

    const down = await shortLivedLine(district, 150_000)
    await setHere(b.desk.db, { server: down.address })
    expect(Buffer.from((await b.desk.sync.fetch(hash)) ?? [])).toEqual(bytes)
    expect(down.line.connections).toBeGreaterThan(2)
  })

  it('[F19] is tried ever more rarely when nothing comes across', async () => {
    const { district, b, agent, pauses } = await deskThatLagsBehind()
    const { address } = await shortLivedLine(district, 20)
    await setHere(b.desk.db, { server: address })
    for (let tries = 0; tries < 6; tries++) await agent.now()
    expect(agent.problem()).toEqual({ kind: 'no-line' })
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(32_000)
  })
})
