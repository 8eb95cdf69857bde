import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** The folder of a stick that is in while all tests of this file run. */
export function pluggedStick(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stick-'))
  process.env.LOKET_DRIVES = folder
  afterAll(() => {
    delete process.env.LOKET_DRIVES
    rmSync(folder, { recursive: true })
  })
  return folder
}
