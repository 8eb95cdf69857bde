import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { folderOf } from '#test/support/folders'
import { makeProfile } from './profile'

afterEach(() => vi.restoreAllMocks())

/** What a run leaves that was killed; no process has that number. */
const LEFT = `electron-standin-${2 ** 30}-left`
function withLeftOver(): string {
  const folder = folderOf('profiles')
  mkdirSync(join(folder, LEFT, 'chromium'), { recursive: true })
  return folder
}

it('clears the profiles of runs that were killed', () => {
  const folder = withLeftOver()
  makeProfile(folder)
  expect(readdirSync(folder)).not.toContain(LEFT)
})

it('leaves those of another account alone, which it may not remove', () => {
  const folder = withLeftOver()
  vi.spyOn(process, 'getuid').mockReturnValue(4_000_000_000)
  makeProfile(folder)
  expect(readdirSync(folder)).toContain(LEFT)
})
