// What we are measured beside lives in bench-peers with dependencies of its own, installed when a benchmark needs them.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const PEERS = join(import.meta.dirname, '../../bench-peers')

export function installPeers(needed: readonly string[]): void {
  if (needed.every(name => existsSync(join(PEERS, 'node_modules', name)))) return
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund'], {
    cwd: PEERS,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32'
  })
  if (status !== 0) throw new Error('npm ci failed in bench-peers')
}
