import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

it('a second thread makes the same file; a broken promise, a cancel and its death leave the old file in service and nothing beside it', () => {
  const program = ['--import', './scripts/extensionless.ts', 'test/registry/build-beside.ts']
  const { stdout, stderr, status } = spawnSync(process.execPath, program, { encoding: 'utf8', timeout: 170_000 })
  expect(status, stderr).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    hashes: [true, true],
    contents: [true, true],
    lie: 'other-content',
    lieAlone: 'other-content',
    cancel: 'cancelled',
    death: 'Error',
    left: ['dead.mjs', 'people.registry'],
    inService: true
  })
}, 180_000)
