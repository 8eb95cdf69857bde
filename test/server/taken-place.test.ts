import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('a server that finds its port taken says so and ends, so that whatever looks after it can start it again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slrt-taken-'))
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const env = { ...process.env, DATABASE_URL: '', DISTRICT_PORT: `${port}`, LOKET_DISTRICT_FILE: join(folder, 'district.json') }
  const program = ['--import', './scripts/extensionless.ts', 'scripts/district.ts', 'serve', '--data', join(folder, 'data')]
  const { stdout, status, signal } = spawnSync(process.execPath, program, { env, encoding: 'utf8', timeout: 30_000 })
  expect([status, signal]).toEqual([1, null])
  expect(stdout).toContain('another program does')
  other.close()
  rmSync(folder, { recursive: true })
})
