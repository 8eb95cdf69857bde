import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { takePlace } from '#main/updates/take-place'
import { folderOf } from '#test/support/folders'

it('puts a program in the place of another, ready to be run', async () => {
  const folder = folderOf('place')
  const [next, here] = [join(folder, 'next.AppImage'), join(folder, 'loket.AppImage')]
  writeFileSync(next, 'new')
  writeFileSync(here, 'old')
  expect(await takePlace(next, here)).toBe(true)
  expect(readFileSync(here, 'utf8')).toBe('new')
  if (process.platform !== 'win32') expect(statSync(here).mode & 0o111).toBe(0o111)
  expect(existsSync(`${here}.new`)).toBe(false)
})

it('leaves the program as it is where another cannot be put', async () => {
  const folder = folderOf('place')
  const [next, here] = [join(folder, 'next.AppImage'), join(folder, 'loket.AppImage')]
  writeFileSync(here, 'old')
  expect(await takePlace(next, here)).toBe(false)
  writeFileSync(next, 'new')
  mkdirSync(`${here}.new`)
  expect(await takePlace(next, here)).toBe(false)
  expect(readFileSync(here, 'utf8')).toBe('old')
})
