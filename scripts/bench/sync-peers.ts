// PouchDB and RxDB as sides of the replication benchmark; they live in bench-peers with dependencies of their own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from './child-process.ts'
import { installPeers, PEERS } from './install-peers.ts'
import type { LineName } from './line-limits.ts'
import { contentFrom, type Side, tookFrom } from './sync-side.ts'

const EDITED = { status: 'left', purpose: 'Minta surat rujukan ke RSUD' }

/**
 * Documents to a request. In the storm both brought most of 1,000 across with these, of 4, 8 and 20 each way; pulls come compressed and may be
 * longer. The village's follow from how much it carries in a connection's life.
 */
const BATCHES: Record<LineName, { push: number; pull: number }> = {
  loopback: { push: 1000, pull: 1000 },
  office: { push: 100, pull: 100 },
  storm: { push: 8, pull: 20 },
  village: { push: 2, pull: 5 }
}

/** The peers, installed if they are not. */
export function openPeers(): Side[] {
  installPeers(['pouchdb', 'rxdb'])
  return [peer('pouchdb', 'pouch'), peer('rxdb', 'rxdb')]
}

const peer = (name: string, files: 'pouch' | 'rxdb'): Side => ({
  name,
  startServer: async () => {
    const { child, stop } = await start(`${files}-server.mjs`, [])
    return {
      port: Number(child.hello.port),
      content: async () => contentFrom(await child.ask({ do: 'content' })),
      peakRssMb: async () => Number((await child.ask({ do: 'memory' })).peakRssMb),
      stop
    }
  },
  startDesk: async ({ port, documentsFile, line }) => {
    const url = `http://127.0.0.1:${port}`
    const { push, pull } = BATCHES[line]
    const args = ['--url', url, '--documents', documentsFile, '--push-batch', String(push), '--pull-batch', String(pull)]
    const { child, stop } = await start(`${files}-desk.mjs`, args)
    return {
      write: async (from, count) => void (await child.ask({ do: 'write', from, count })),
      edit: async count => void (await child.ask({ do: 'edit', count, fields: EDITED })),
      push: async () => tookFrom(await child.ask({ do: 'push' })),
      pull: async () => tookFrom(await child.ask({ do: 'pull' })),
      sync: async () => tookFrom(await child.ask({ do: 'sync' })),
      content: async () => contentFrom(await child.ask({ do: 'content' })),
      stop
    }
  }
})

async function start(file: string, args: readonly string[]) {
  const data = mkdtempSync(join(tmpdir(), 'loket-peer-'))
  const child = await startChild(join(PEERS, file), ['--data', data, ...args])
  const stop = async () => {
    await child.kill()
    rmSync(data, { recursive: true, force: true })
  }
  return { child, stop }
}
