import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { push, type Scenario } from '../../scripts/bench/sync-scenarios'
import type { Side } from '../../scripts/bench/sync-side'

const conditions = { documentsFile: 'none', line: 'loopback', count: 3, seed: 1, giveUpMs: 60_000 } as const

/** Desks that say their documents in one go to a server that keeps what `keep` leaves of them. */
function plainSide(keep: (said: string[]) => string[], reply: (done: () => void) => void = done => done()): Side {
  const contentOf = (documents: string[]) => ({ count: documents.length, hash: documents.join() })
  return {
    name: 'plain',
    startServer: async () => {
      let documents: string[] = []
      const server = createServer({ allowHalfOpen: true }, async socket => {
        socket.on('error', () => {})
        // a line that was given up is cut in the middle of what is said
        const said = await text(socket).catch(() => '')
        documents = keep(said.split(' '))
        reply(() => socket.end('ok'))
      })
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return {
        port: (server.address() as AddressInfo).port,
        content: async () => contentOf(documents),
        peakRssMb: async () => 50,
        stop: async () => void server.close()
      }
    },
    startDesk: async ({ port }) => {
      let documents: string[] = []
      const say = async () => {
        const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
        socket.end(documents.join(' '))
        await text(socket)
        return { ms: 5, peakRssMb: 40 }
      }
      return {
        write: async (from, count) => {
          documents = Array.from({ length: count }, (_, i) => `visit${from + i}`)
        },
        edit: async () => {},
        push: say,
        pull: say,
        sync: say,
        content: async () => contentOf(documents),
        stop: async () => {}
      }
    }
  }
}

const run = (scenario: Scenario, side: Side, giveUpMs: number = conditions.giveUpMs) => scenario(side, { ...conditions, giveUpMs })

describe('a scenario', () => {
  it('counts what a replication put on the line, and that all arrived', async () => {
    const { push: outcome } = await run(
      push,
      plainSide(said => said)
    )
    expect(outcome).toMatchObject({ ms: 5, documents: 3, arrived: 3, connections: 1, cuts: 0, deskRssMb: 40, serverRssMb: 50 })
    expect([outcome?.up.bytes, outcome?.down.bytes]).toEqual(['visit0 visit1 visit2'.length, 'ok'.length])
  })

  it.each([
    ['loses one', (said: string[]) => said.slice(1)],
    ['garbles one', (said: string[]) => said.map(visit => visit.replace('0', '9'))]
  ])('believes no side that %s and says it is done', async (_, keep) => {
    await expect(run(push, plainSide(keep))).rejects.toThrow('plain says it is done: 3 asked')
  })

  it('gives up on a side that never finishes, and tells so', async () => {
    const { push: outcome } = await run(
      push,
      plainSide(
        () => [],
        () => {}
      ),
      0
    )
    expect(outcome).toMatchObject({ ms: null, documents: 3, arrived: 0, deskRssMb: null })
  })
})
