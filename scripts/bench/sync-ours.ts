// Our own desk and district server as a side of the replication benchmark.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, startChild } from './child-process.ts'
import type { Unit } from './sync-plans.ts'
import { contentFrom, type Side, type SideDesk, tookFrom } from './sync-side.ts'

/** A database for a new server; a folder of its own where there is none. */
export type FreshDatabase = () => Promise<string>

/** As `npm run district` starts a server. */
const FLAGS = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { scripts: { district: string } }
).scripts.district
  .split(' ')
  .filter(word => word.startsWith('--max'))

const openDesk = async (days: string, unit: Unit, port: number, code: string) => {
  const data = mkdtempSync(join(tmpdir(), 'loket-desk-'))
  const args = ['--data', data, '--url', `http://127.0.0.1:${port}`, '--code', code, '--days', days, '--unit', unit]
  const child = await startChild(join(import.meta.dirname, 'sync-desk.ts'), args)
  const stop = async () => {
    await child.kill()
    rmSync(data, { recursive: true, force: true })
  }
  return { child, stop }
}

/** A district server in a process of its own, its office set up by a desk that is gone again. */
export async function openOurServer(days: string, unit: Unit, fresh?: FreshDatabase) {
  const data = mkdtempSync(join(tmpdir(), 'loket-district-'))
  const url = fresh ? ['--database-url', await fresh()] : []
  const child = await startChild(join(import.meta.dirname, 'sync-server.ts'), ['--data', data, '--unit', unit, ...url], FLAGS)
  const port = Number(child.hello.port)
  const founder = await openDesk(days, unit, port, await codeOf(child))
  await founder.child.ask({ do: 'found' })
  await founder.child.ask({ do: 'push' })
  await founder.stop()
  await child.ask({ do: 'founded' })
  const stop = async () => {
    await child.kill()
    rmSync(data, { recursive: true, force: true })
  }
  return { child, port, stop }
}

/** Documents are whole visits of the days' file, or its changes one by one; the office is set up and its desks have joined before anything is measured. */
export function ours(name: string, days: string, unit: Unit, fresh?: FreshDatabase): Side {
  const servers = new Map<number, Child>()
  return {
    name,
    startServer: async () => {
      const { child, port, stop } = await openOurServer(days, unit, fresh)
      servers.set(port, child)
      return {
        port,
        content: async () => contentFrom(await child.ask({ do: 'content' })),
        peakRssMb: async () => Number((await child.ask({ do: 'memory' })).peakRssMb),
        stop
      }
    },
    startDesk: async ({ port, server }) => {
      const asked = servers.get(server)
      if (!asked) throw new Error('no such server')
      return deskFrom(await openDesk(days, unit, port, await codeOf(asked)))
    }
  }
}

export const codeOf = async (server: Child): Promise<string> => String((await server.ask({ do: 'code' })).code)

const deskFrom = ({ child, stop }: { child: Child; stop(): Promise<void> }): SideDesk => ({
  write: async (from, count) => void (await child.ask({ do: 'write', from, count })),
  edit: async count => void (await child.ask({ do: 'edit', count })),
  push: async () => tookFrom(await child.ask({ do: 'push' })),
  pull: async () => tookFrom(await child.ask({ do: 'pull' })),
  sync: async () => tookFrom(await child.ask({ do: 'sync' })),
  content: async () => contentFrom(await child.ask({ do: 'content' })),
  stop
})
