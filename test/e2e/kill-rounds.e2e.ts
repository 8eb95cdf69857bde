import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'

const root = join(import.meta.dirname, '../..')

test('100 kills of the desk at random moments lose no answer it gave and leave nothing half-written', async () => {
  test.setTimeout(900_000)
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/faults.ts', 'kill', '--points', '100', '--parallel', '3'], {
    cwd: root
  })
  const result = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')
  expect(result).toMatchObject({ rounds: 100, lost: 0, half: 0 })
  expect(result.acknowledged).toBeGreaterThan(100)
})
