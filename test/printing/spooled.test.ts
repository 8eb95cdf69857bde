import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { newSpooled } from '#main/printing/spooled'
import { folderOf } from '#test/support/folders'
import { openProgram } from '#test/support/program-run'

afterEach(() => vi.unstubAllEnvs())

it('a letter that a crash has left on its way to the printer of Windows is gone at the next start, and nothing else', async () => {
  const [data, temporary] = [folderOf('data'), folderOf('temporary')]
  vi.stubEnv('TMPDIR', temporary)
  writeFileSync(join(await newSpooled(), 'letter.pdf'), 'in plain')
  mkdirSync(join(temporary, 'slrt-of-somebody-else'))
  const program = await openProgram(data)
  expect(readdirSync(temporary)).toEqual(['slrt-of-somebody-else'])
  await program.close()
})
