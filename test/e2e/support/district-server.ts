// A real district server in a process and a folder of its own, which can be killed and started again at the same address.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { newFolder, removeFolder } from './desk-app'

const ROOT = join(import.meta.dirname, '../../..')
const DISTRICT = ['--import', './scripts/extensionless.ts', 'scripts/district.ts']

export type DistrictServer = Awaited<ReturnType<typeof startDistrict>>

/** Makes the sample district and serves it. `offer` is what a desk of this machine finds it by: to be given to `openDeskApp` as its environment. */
export async function startDistrict() {
  const folder = newFolder()
  const offer = { LOKET_DISTRICT_FILE: join(folder, 'offer.json') }
  const port = await freePort()
  const env = { ...process.env, ...offer, DISTRICT_PORT: `${port}`, DATABASE_URL: '' }
  const data = join(folder, 'data')
  let server: ChildProcess | undefined

  const start = async () => {
    server = spawn(process.execPath, [...DISTRICT, 'serve', '--data', data], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'ignore'] })
    const said = createInterface({ input: server.stdout as NonNullable<typeof server.stdout> })
    for await (const line of said) if (line.includes('listens on')) break
    if (server.exitCode !== null) throw new Error(`the district server ended with ${server.exitCode}`)
  }
  const end = async (signal: NodeJS.Signals) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill(signal)
    await gone
  }
  await start()
  return {
    offer,
    address: `http://127.0.0.1:${port}`,
    start,
    /** As a power cut ends it. */
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    /** What its administrator does at the command line; gives what was said. */
    command(...args: string[]): string {
      const { stdout, stderr, status } = spawnSync(process.execPath, [...DISTRICT, ...args, '--data', data], {
        cwd: ROOT,
        env,
        encoding: 'utf8'
      })
      if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${stdout}${stderr}`)
      return stdout
    },
    async remove() {
      await end('SIGKILL')
      removeFolder(folder)
    }
  }
}

/** The desks keep the address, so a port is chosen once. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
