// What the district server takes: frames a second beside bare inserts of the same rows, and fifty desks at once.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from './child-process.ts'
import { codeOf, type FreshDatabase, openOurServer } from './sync-ours.ts'

const DESKS = 50
const VISITS_EACH = 2
/** As many as `server-rate.ts` opens. */
const RATE_SERVERS = 7

/** Prints the rate of a conversation without a line, on SQLite or on PostgreSQL. */
export async function reportServerRate(days: string, count: number, fresh?: FreshDatabase): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'loket-rate-'))
  const urls = fresh ? await Promise.all(Array.from({ length: RATE_SERVERS }, fresh)) : []
  const args = [
    '--import',
    join(import.meta.dirname, '../extensionless.ts'),
    join(import.meta.dirname, 'server-rate.ts'),
    '--data',
    data,
    '--days',
    days,
    '--count',
    String(count),
    '--databases',
    urls.join(',')
  ]
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' })
  rmSync(data, { recursive: true, force: true })
  if (status !== 0) throw new Error(stderr)
}

/** Fifty desks with a few visits each send them at the same moment, and each takes what the others send; whoever has to begin again has failed once. */
export async function reportManyDesks(name: string, days: string, fresh?: FreshDatabase): Promise<void> {
  const { child, port, stop } = await openOurServer(days, 'visits', fresh)
  const data = mkdtempSync(join(tmpdir(), 'loket-many-'))
  const codes: string[] = []
  while (codes.length < DESKS) codes.push(await codeOf(child))
  const file = join(import.meta.dirname, 'many-desks.ts')
  const desks = await startChild(file, [
    '--data',
    data,
    '--url',
    `http://127.0.0.1:${port}`,
    '--days',
    days,
    '--codes',
    codes.join(','),
    '--each',
    String(VISITS_EACH)
  ])
  try {
    const { ms, again, peakRssMb } = await desks.ask({ do: 'push' })
    const { count } = await child.ask({ do: 'content' })
    const { peakRssMb: serverRssMb } = await child.ask({ do: 'memory' })
    const told = {
      metric: 'sync.desks50',
      side: name,
      desks: DESKS,
      visits: DESKS * VISITS_EACH,
      visitsThere: count,
      ms: Math.round(Number(ms)),
      failed: again
    }
    process.stdout.write(`${JSON.stringify({ ...told, deskRssMb: Math.round(Number(peakRssMb) / DESKS), serverRssMb })}\n`)
  } finally {
    await desks.kill()
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
}
