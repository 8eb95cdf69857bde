import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

it('a server that has nothing left to do ends, whatever its thread has read', () => {
  const program = ['--import', './scripts/extensionless.ts', 'test/server/support/read-and-end.ts']
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, program, { encoding: 'utf8', timeout: 60_000 })
  expect([status, signal], stderr).toEqual([0, null])
  // a thread that fails would have left its work to the program itself
  expect(JSON.parse(stdout)).toEqual({ read: null, threads: { started: 1, failed: 0 } })
})
