// A PostgreSQL of our own in a temporary folder and on a free port; it ends with the process that asked for it, however that ends.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const DEBIAN = '/usr/lib/postgresql'

export type Postgres = {
  /** A database that nothing has been written to, as the superuser. */
  freshUrl(): Promise<string>
  /** The same for a role that owns its database and is nothing more. */
  freshUrlAsOwner(): Promise<string>
  stop(): Promise<void>
}

/** Starts a server; throws, with the command that installs it, where there is no PostgreSQL. */
export async function startPostgres(): Promise<Postgres> {
  const programs = findPrograms()
  const folder = mkdtempSync(join(tmpdir(), 'slrt-postgres-'))
  // it refuses to run as root
  const owner = process.getuid?.() === 0 ? idsOf('postgres') : undefined
  if (owner) chownSync(folder, owner.uid, owner.gid)
  chmodSync(folder, 0o700)
  const made = spawnSync(join(programs, 'initdb'), ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-locale', '-D', folder], {
    ...owner,
    cwd: folder,
    encoding: 'utf8'
  })
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error}`)
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '32MB',
    log_min_messages: 'panic'
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // the shell waits for the end of its input, which comes even when this process is killed
  const script = '"$@" >/dev/null 2>&1 </dev/null & child=$!; read end; kill -INT $child; wait $child'
  const server = spawn('/bin/sh', ['-c', script, 'sh', join(programs, 'postgres'), '-D', folder, '-p', String(port), ...args], {
    ...owner,
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore']
  })
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  const as = (user: string, database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`
  await untilReady(as('postgres', 'postgres'))

  let count = 0
  const fresh = async (user: string) => {
    const name = `db_${++count}`
    await run(as('postgres', 'postgres'), [
      ...(user === 'postgres'
        ? []
        : [`do $$ begin if not exists (select 1 from pg_roles where rolname = '${user}') then create role ${user} login; end if; end $$`]),
      `create database ${name} owner ${user}`
    ])
    return as(user, name)
  }
  return {
    freshUrl: () => fresh('postgres'),
    freshUrlAsOwner: () => fresh('plain_owner'),
    async stop() {
      server.stdin?.end()
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

function findPrograms(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map(version => join(DEBIAN, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)]
  const found = folders.find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
  if (!found) throw new Error('PostgreSQL is missing. Run: sudo apt-get install --no-install-recommends postgresql')
  return found
}

function idsOf(user: string): { uid: number; gid: number } {
  const ask = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return { uid: ask('-u'), gid: ask('-g') }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await run(url, ['select 1'])
    } catch (error) {
      if (tries > 300) throw error
      await pause(50)
    }
  }
}

async function run(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
